// The partner answers what the customer proposed: takes it word for word, answers with an own version, or declines.
import type { ProposalId } from '../../domain/ids.ts'
import { type Answered, answerProposal, counterProposal as counter } from '../../domain/partnership/answer-proposal.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { decideProposal } from '../../domain/partnership/decide-proposal.ts'
import type { Surroundings } from '../../domain/partnership/grant-version.ts'
import { granterOf, type Proposal } from '../../domain/partnership/proposal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import { asPartner } from '../actor.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import { findMembership } from '../authorization/load-facts.ts'
import type { Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { carryOut } from '../partnerships/answer-as-customer.ts'
import { calendar } from '../partnerships/calendar.ts'
import { proposalClosed } from '../partnerships/decided-already.ts'
import { findGrantVersion } from '../partnerships/grant-store.ts'
import { lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { getPartner, loadProducts, lockLegalPersonSince } from '../partnerships/organisation-store.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import { insertProposal, listProposals, lockOpenProposal, saveProposal } from '../partnerships/proposal-store.ts'
import { refuseAsker } from '../partnerships/refuse-asker.ts'
import { newId, type OwnWork } from '../work.ts'
import { ownTerms, refuseForeignProducts } from './asked-rights.ts'
import type {
  acceptProposal as acceptContract,
  counterProposal as counterContract,
  declineProposal as declineContract,
} from './contract.ts'
import { notConclude } from './lapse-request.ts'
import { isOfferSecured } from './store.ts'

type Nothing = Record<string, never>
type Offer = { readonly partnership: StoredPartnership; readonly proposal: Proposal; readonly around: Surroundings }

export async function acceptProposal(work: OwnWork, { params, body }: Input<typeof acceptContract>): Promise<Nothing> {
  const since = await lockLegalPersonSince(work.tx, work.context.organisationId)
  const offer = await lockOffer(work, params.managedCustomer, body.number)
  const { partnership, proposal, around } = offer
  // Offered to the legal person that the partner was before: nobody else takes it.
  if (since !== null && proposal.createdAt < since) throw new Refusal('request_withdrawn')
  await refuseAsker(work, proposal)
  const expiresAt = calendar.plusDays(work.now, 1)
  const answering = { by: asPartner(work), choice: null, counter: { id: newId<ProposalId>(), expiresAt, grant: partnership.grant } }
  const answered = answerProposal(proposal, answering, around)
  if (answered.kind !== 'accepted') throw new Refusal(answered.kind === 'refused' ? answered.code : 'changed_meanwhile')
  await saveProposal(work.tx, answered.proposal)
  for (const event of answered.events) record(work, event)
  await grant(work, offer, answered)
  return {}
}

/** The customer's offer becomes its grant: written in the customer's own context, because only it may enlarge what the partner may. */
async function grant(work: OwnWork, { partnership, around }: Offer, answered: Extract<Answered, { kind: 'accepted' }>): Promise<void> {
  const { proposal, answer } = answered
  const key = { customerId: partnership.customerId, partnershipId: partnership.id }
  const base = proposal.baseVersion === null ? null : await findGrantVersion(work.tx, key, proposal.baseVersion)
  await requireGranter(work, partnership, proposal)
  const isSecured = await isOfferSecured(work.tx, proposal.id)
  const granted = decidePartnership(partnership, { kind: 'grant', proposal, answer, base, isSecured }, around)
  await asTenant(work.tx, partnership.customerId, () => carryOut(work, partnership, granted))
}

/** The offer is somebody's word: it counts as long as they may give it, now and not only then. */
async function requireGranter(work: OwnWork, { customerId }: StoredPartnership, proposal: Proposal): Promise<void> {
  const granter = granterOf(proposal)
  const membership = granter && (await asTenant(work.tx, customerId, () => findMembership(work.tx, customerId, granter)))
  if (!membership || !mayDo('answer', { side: 'customer', role: membership.role })) throw new Refusal('request_withdrawn')
  work.decidedOn.add(membership.personId)
}

export async function counterProposal(work: OwnWork, { params, body }: Input<typeof counterContract>): Promise<Nothing> {
  const { partnership, proposal, around } = await lockOffer(work, params.managedCustomer, body.number)
  await refuseAsker(work, proposal)
  refuseForeignProducts(body.rights, around.findProduct)
  const { isVerified } = await getPartner(work.tx, partnership.partnerId)
  const expiresAt = calendar.plusDays(work.now, body.validityDays)
  const draft = { id: newId<ProposalId>(), expiresAt, grant: partnership.grant }
  const { rights } = body
  const terms = ownTerms(body.terms)
  const countered = counter(
    proposal,
    { by: asPartner(work), rights, terms, reasons: [], counter: draft, isPartnerVerified: isVerified },
    around,
  )
  if (countered.kind === 'refused') throw new Refusal(countered.code)
  await saveProposal(work.tx, countered.proposal)
  await insertProposal(work.tx, countered.counter, { validityDays: body.validityDays })
  for (const event of countered.events) record(work, event)
  return {}
}

export async function declineProposal(work: OwnWork, { params, body }: Input<typeof declineContract>): Promise<Nothing> {
  const { partnership, proposal } = await lockOffer(work, params.managedCustomer, body.number)
  const declined = decideProposal(proposal, { kind: 'decline', by: asPartner(work), reason: body.reason ?? null }, work.now)
  if (declined.kind === 'refused') throw new Refusal(declined.code)
  await saveProposal(work.tx, declined.proposal)
  for (const event of declined.events) record(work, event)
  await notConclude(work, partnership.id)
  return {}
}

/** The partnership first: its row puts all answers in one line. Whoever comes second, or read another version, is told so. */
async function lockOffer(work: OwnWork, id: string, number: number): Promise<Offer> {
  const { partnership } = await lockManagedCustomer(work, id)
  if (!partnership) throw new Refusal('not_found')
  const proposal = await lockOpenProposal(work.tx, { partnershipId: partnership.id })
  const read = (await listProposals(work.tx, { partnershipId: partnership.id })).find((one) => one.number === number)
  const at = { organisationId: work.context.organisationId, partnershipId: partnership.id }
  if (!proposal) throw await proposalClosed(work.tx, at, 'already_answered', read?.id)
  if (proposal.side === 'partner' && read?.side !== 'customer') throw new Refusal('own_proposal')
  if (proposal.number !== number) throw await proposalClosed(work.tx, at, 'changed_meanwhile', read?.id)
  return { partnership, proposal, around: { now: work.now, calendar, findProduct: await loadProducts(work.tx, partnership.customerId) } }
}
