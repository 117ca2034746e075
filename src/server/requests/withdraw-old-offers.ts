// A partner is a new legal person: what customers offered to the one before is withdrawn, some at a time. From the change on nobody can take it anyway.
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts'
import { decideProposal } from '../../domain/partnership/decide-proposal.ts'
import type { Instant } from '../../domain/time.ts'
import type { Actor } from '../../domain/who-may.ts'
import { attemptPart } from '../attempt-part.ts'
import { record } from '../journal/record.ts'
import { legalPersonSince } from '../partnerships/organisation-store.ts'
import { lockPartnership } from '../partnerships/partnership-store.ts'
import { lockOpenProposal, saveProposal } from '../partnerships/proposal-store.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'
import { notConclude } from './lapse-request.ts'
import { listOffersBefore } from './store.ts'

type Withdrawing = { readonly partnerId: OrganisationId; readonly after: PartnershipId | null }

const atATime = 100
const isError = (failure: unknown): failure is Error => failure instanceof Error

/** partner.new_legal_person */
export function planWithdrawing(event: RecordedEvent): readonly NewJob[] {
  const [partnerId] = event.readers
  if (event.kind !== 'partner.new_legal_person' || partnerId === undefined) return []
  const payload: Withdrawing = { partnerId, after: null }
  return [{ kind: 'withdraw-old-offers', payload, uniqueKey: `withdraw-old-offers:${event.id}` }]
}

export async function withdrawOldOffers(work: SystemWork, payload: unknown): Promise<void> {
  const { partnerId, after } = payload as Withdrawing
  const since = await legalPersonSince(work.tx, partnerId)
  if (since === null) return
  const offered = await listOffersBefore(work.tx, { partnerId, since, after, limit: atATime })
  // One that fails does not stop the others: it lapses in its time.
  for (const id of offered) await attemptPart(work, () => withdrawOffer(work, id, since), isError)
  const last = offered.at(-1)
  if (last === undefined) return
  const next: Withdrawing = { partnerId, after: last }
  await enqueue(work.tx, { kind: 'withdraw-old-offers', payload: next })
}

async function withdrawOffer(work: SystemWork, id: PartnershipId, since: Instant): Promise<void> {
  const partnership = await lockPartnership(work.tx, id)
  const proposal = partnership && (await lockOpenProposal(work.tx, { partnershipId: id }))
  if (proposal?.side !== 'customer' || proposal.createdAt >= since) return
  // The customer's word, taken back for it: the system does what its representative may do at any time.
  const by: Actor = { personId: proposal.personId, side: 'customer', role: 'legal_representative' }
  const withdrawn = decideProposal(proposal, { kind: 'withdraw', by }, work.now)
  if (withdrawn.kind === 'refused') return
  await saveProposal(work.tx, withdrawn.proposal)
  for (const event of withdrawn.events) record(work, event)
  await notConclude(work, id)
}
