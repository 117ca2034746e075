// The second signature: given, which carries out what both signed; refused; or the first one taken back.
import { decideSignature, type SignatureCommand } from '../../domain/partnership/decide-signature.ts'
import type { SignedAct } from '../../domain/partnership/signature.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import { asCustomer } from '../actor.ts'
import { attemptPart } from '../attempt-part.ts'
import { findMembership } from '../authorization/load-facts.ts'
import { type Answer, type Input, RefusedAnswer } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { lockOrganisation } from '../partnerships/customer-store.ts'
import { lockSignature, type StoredSignature, saveSignature } from '../partnerships/signature-store.ts'
import type { OwnWork } from '../work.ts'
import type { refuseSignature as refuseContract, signSecond as signContract, withdrawSignature as withdrawContract } from './contract.ts'

type Nothing = Record<string, never>
/** What each act is, once it is signed by two. */
export type SignedActs = Readonly<Record<SignedAct, (work: OwnWork, input: never) => Promise<unknown>>>

/** With these the command itself says that it is not what was signed any more. */
const spoiling: readonly RefusalCode[] = [
  ...([
    'changed_meanwhile',
    'already_answered',
    'already_customer',
    'already_ended',
    'already_member',
    'already_open',
    'not_active',
  ] as const),
  ...([
    'nothing_changed',
    'not_suspended',
    'suspended_by_operator',
    'request_withdrawn',
    'request_expired',
    'other_legal_person',
    'not_found',
    'case_closed',
  ] as const),
]
const isSpoiled = (failure: unknown): failure is Refusal => failure instanceof Refusal && spoiling.includes(failure.code)

/** The endpoint, given what each act is: slices do not know each other. */
export function signingSecond(acts: SignedActs) {
  return async function signSecond(
    work: OwnWork,
    { params, body }: Input<typeof signContract>,
  ): Promise<Answer<typeof signContract> | RefusedAnswer> {
    await lockOrganisation(work.tx, work.context.organisationId)
    const signature = await lockOwn(work, params.signature)
    const command = { kind: 'sign', by: asCustomer(work), digest: body.digest } as const
    const decided = decideSignature(signature, command, work.now)
    if (decided.kind === 'refused') throw new Refusal(decided.code)
    const { firstBy, digest, act, input } = signature
    const done = await attemptPart(
      work,
      async () => {
        await requireFirst(work, signature)
        await acts[act]({ ...work, seconding: { firstBy, digest } }, input as never)
      },
      isSpoiled,
    )
    if (done.kind === 'failed') {
      await close(work, signature, { kind: 'spoil' })
      return new RefusedAnswer('changed_meanwhile')
    }
    const offered = work.events.find((event) => event.kind === 'proposal.made')
    await saveSignature(work.tx, { ...decided.signature, proposalId: offered?.data.proposalId ?? signature.proposalId })
    for (const event of decided.events) record(work, event)
    return {}
  }
}

export async function refuseSignature(work: OwnWork, { params }: Input<typeof refuseContract>): Promise<Nothing> {
  await close(work, await lockOwn(work, params.signature), { kind: 'refuse', by: asCustomer(work) })
  return {}
}

export async function withdrawSignature(work: OwnWork, { params }: Input<typeof withdrawContract>): Promise<Nothing> {
  await close(work, await lockOwn(work, params.signature), { kind: 'withdraw', by: asCustomer(work) })
  return {}
}

async function close(work: OwnWork, signature: StoredSignature, command: SignatureCommand): Promise<void> {
  const decided = decideSignature(signature, command, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  await saveSignature(work.tx, decided.signature)
  for (const event of decided.events) record(work, event)
}

/** A first signature counts as long as whoever gave it may give it, now and not only then. */
async function requireFirst(work: OwnWork, { customerId, firstBy }: StoredSignature): Promise<void> {
  const membership = await findMembership(work.tx, customerId, firstBy)
  if (membership?.role !== 'legal_representative') throw new Refusal('request_withdrawn')
  work.decidedOn.add(firstBy)
}

async function lockOwn(work: OwnWork, id: string): Promise<StoredSignature> {
  const signature = await lockSignature(work.tx, id)
  if (signature?.customerId !== work.context.organisationId) throw new Refusal('not_found')
  return signature
}
