// Where one signature is not enough: nothing of the first command stays but the signature, and the second one carries out exactly what was signed.
import type { OrganisationId, PartnershipId, SignatureId } from '../../domain/ids.ts'
import { askForSecond } from '../../domain/partnership/decide-signature.ts'
import {
  type Enlargement,
  enlargementOf,
  enlargementOfLoosening,
  opensGate,
  type SignatureReason,
  type SignatureRule,
  whyTwo,
} from '../../domain/partnership/enlargement.ts'
import type { Grant } from '../../domain/partnership/grant.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { type SignedAct, signatureDays } from '../../domain/partnership/signature.ts'
import type { StrictPart } from '../../domain/partnership/strictness.ts'
import { Refusal } from '../../domain/refusal.ts'
import { attemptPart } from '../attempt-part.ts'
import { RefusedAnswer } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { newId, type OwnWork, type Work } from '../work.ts'
import { calendar } from './calendar.ts'
import { findAmong, listOwnProducts } from './customer-store.ts'
import { digestOfValue, inOrder } from './digest.ts'
import { legalPersonSince, noProducts } from './organisation-store.ts'
import {
  countRepresentatives,
  findSignatureRule,
  findSignersOf,
  findWaitingLike,
  insertSignature,
  type StoredSignature,
} from './signature-store.ts'
import { nothingSigned, type SignedAbout, type SignedContent } from './signed-content.ts'

/** Ends a command unless its endpoint takes it as a first signature. */
export class SignatureNeeded extends Refusal {
  readonly reason: SignatureReason
  readonly customerId: OrganisationId
  readonly content: SignedContent

  constructor(reason: SignatureReason, customerId: OrganisationId, content: SignedContent) {
    super('second_signature_needed')
    this.reason = reason
    this.customerId = customerId
    this.content = content
  }
}

const isNeeded = (failure: unknown): failure is SignatureNeeded => failure instanceof SignatureNeeded

/** The grant with the names of whoever signed it. Refuses `second_signature_needed`, and `changed_meanwhile` when it is not what was signed. */
export async function signedGrant(work: Work, before: Partnership, after: Partnership): Promise<Grant | null> {
  if (after.state !== 'active' || after.grant === null || isUntouched(before, after)) return after.grant
  const findProduct = findAmong(await listOwnProducts(work.tx, after.customerId))
  const enlargement = enlargementOf(before, after, findProduct)
  if (work.context.kind === 'own' && work.context.organisationId === after.partnerId) return signedOffer(work, after, enlargement)
  await requireSecond(work, { ...aboutOf(after), enlargement, content: contentOf(before, after) })
  if (work.seconding === undefined) return after.grant
  return { ...after.grant, grantedBy: work.seconding.firstBy, secondedBy: work.person.id }
}

/** Neither another version nor a gate or a door that moved. */
function isUntouched(before: Partnership, after: Partnership): boolean {
  return after.grant === before.grant && !opensGate(before, after) && before.namedPeopleOnly === after.namedPeopleOnly
}

/** The partner takes an offer: two had to sign it before it went out. */
async function signedOffer({ tx, person }: Work, after: Partnership, enlargement: Enlargement): Promise<Grant | null> {
  const { grant } = after
  const why = whyTwo(enlargement, await findSignatureRule(tx, aboutOf(after)))
  const signers = grant?.proposalId ? await findSignersOf(tx, grant.proposalId) : undefined
  if (why !== null && signers === undefined) throw new Refusal('second_signature_needed')
  if (grant === null || signers === undefined) return grant
  const { firstBy, secondBy } = signers
  if (person.id === firstBy || person.id === secondBy) throw new Refusal('asker_cannot_answer')
  return { ...grant, grantedBy: firstBy, secondedBy: secondBy }
}

export type Enlarging = {
  readonly customerId: OrganisationId
  readonly partnershipId: PartnershipId | null
  readonly enlargement: Enlargement
  /** The partner in it is the one it is about. */
  readonly content: SignedContent
}

/** To be called before anything is written that enlarges. */
export async function requireSecond(work: Work, enlarging: Enlarging): Promise<void> {
  const { customerId, partnershipId, content } = enlarging
  await requireSecondUnder(work, () => findSignatureRule(work.tx, { customerId, partnershipId, partnerId: content.partner }), enlarging)
}

export async function requireSecondUnder(
  work: Work,
  findRule: () => Promise<SignatureRule>,
  { customerId, enlargement, content }: Omit<Enlarging, 'partnershipId'>,
): Promise<void> {
  const signed = await forThisPerson(work, content)
  if (work.seconding !== undefined) {
    // Whatever the rule says by now: nothing else is carried out than what both signed.
    if (work.seconding.digest !== digestOf(signed)) throw new Refusal('changed_meanwhile')
    return
  }
  if (enlargement === 'nothing') return
  const reason = whyTwo(enlargement, await findRule())
  if (reason !== null) throw new SignatureNeeded(reason, customerId, signed)
}

/** What is signed for a partner is not signed for the legal person that it becomes. */
async function forThisPerson({ tx }: Work, content: SignedContent): Promise<SignedContent> {
  const partnerSince = content.partner === null ? null : await legalPersonSince(tx, content.partner)
  return partnerSince === null ? content : { ...content, partnerSince }
}

/** Looser is more: where two sign, both sign which parts of strictness are given up. */
export async function requireSecondToLoosen(work: Work, of: SignedAbout, parts: readonly StrictPart[]): Promise<void> {
  const content = { ...nothingSigned, partner: of.partnerId, partnership: of.partnershipId, settings: parts }
  await requireSecond(work, { ...of, enlargement: enlargementOfLoosening(parts), content })
}

/**
 * What the operator closed and the customer's word opens again is as much an enlargement as its own gate. `rests`: sensitive rights that rest
 * may work again by it.
 */
export async function requireSecondToOpen(
  work: Work,
  partnership: Partnership,
  { about, rests }: { readonly about: string; readonly rests: boolean },
): Promise<void> {
  const opened = { ...partnership, suspendedByOperatorAt: null }
  const enlargement = rests ? 'access' : enlargementOf(partnership, opened, noProducts)
  await requireSecond(work, { ...aboutOf(partnership), enlargement, content: { ...contentOf(partnership, opened), about } })
}

/** The same command, given by the first of two: its signature is written down, and it ends with `second_signature_asked`. */
export function signedByTwo<Input, Done>(
  act: SignedAct,
  useCase: (work: OwnWork, input: Input) => Promise<Done>,
): (work: OwnWork, input: Input) => Promise<Done | RefusedAnswer> {
  const signing = (work: OwnWork, input: Input) => orFirstSignature(work, { act, input: () => input }, () => useCase(work, input))
  return Object.defineProperty(signing, 'name', { value: useCase.name })
}

/** Carries out what needs one signature, or writes down the first of two. */
export async function orFirstSignature<Done>(
  work: Work,
  { act, input }: { readonly act: SignedAct; readonly input: () => unknown },
  carryOut: () => Promise<Done>,
): Promise<Done | RefusedAnswer> {
  const attempted = await attemptPart(work, carryOut, isNeeded)
  if (attempted.kind === 'done') return attempted.result
  await signFirst(work, act, input(), attempted.failure)
  return new RefusedAnswer('second_signature_asked')
}

async function signFirst(work: Work, act: SignedAct, input: unknown, needed: SignatureNeeded): Promise<void> {
  const { reason, customerId, content } = needed
  if ((await countRepresentatives(work.tx, customerId)) < 2) throw new Refusal('second_representative_missing')
  const digest = digestOf(content)
  const waiting = await findWaitingLike(work.tx, customerId, digest)
  if (waiting && waiting.expiresAt > work.now) throw new Refusal(waiting.firstBy === work.person.id ? 'nothing_changed' : 'already_open')
  const signature: StoredSignature = {
    id: newId<SignatureId>(),
    state: 'waiting',
    ...{ reason, act, customerId, digest, content, input },
    // Whoever is only being asked learns of an offer when it is made.
    partnerId: content.partnership === null ? null : content.partner,
    ...{ partnershipId: content.partnership, proposalId: content.proposal, firstBy: work.person.id, firstAt: work.now },
    ...{ expiresAt: calendar.plusDays(work.now, signatureDays), secondBy: null, secondAt: null },
  }
  await insertSignature(work.tx, signature)
  for (const event of askForSecond(signature)) record(work, event)
}

/** SHA-256 of exactly what is signed, in an order of its own. */
export function digestOf(content: SignedContent): string {
  return digestOfValue({ ...content, rights: content.rights.map(inOrder).toSorted() })
}

function contentOf(before: Partnership, after: Partnership): SignedContent {
  const { grant } = after
  const isNew = grant !== null && grant.version !== before.grant?.version
  return {
    ...{ partner: after.partnerId, partnership: after.id, proposal: isNew ? grant.proposalId : null, base: before.grant?.version ?? null },
    rights: grant?.rights.map(({ right, scope }) => ({ right, scope })) ?? [],
    terms: grant?.terms ?? null,
    opens: opensGate(before, after),
    settings: before.namedPeopleOnly && !after.namedPeopleOnly ? ['namedPeopleOnly'] : [],
  }
}

const aboutOf = ({ customerId, id, partnerId }: Partnership): SignedAbout => ({ customerId, partnershipId: id, partnerId })
