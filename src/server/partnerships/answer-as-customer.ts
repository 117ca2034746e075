// A customer's answer to a partner's request, worked out by the domain and written down: a grant in force, or a counter-proposal. In the
// customer's context, with the partnership locked.
import type { OrganisationId, ProposalId } from '../../domain/ids.ts'
import type { Side } from '../../domain/organisation.ts'
import type { Choice } from '../../domain/partnership/answer.ts'
import { answerProposal } from '../../domain/partnership/answer-proposal.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { enlargementOfOffer } from '../../domain/partnership/enlargement.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { PartnershipDecided } from '../../domain/partnership/partnership-command.ts'
import type { Proposal } from '../../domain/partnership/proposal.ts'
import type { Accepted } from '../../domain/partnership/proposal-command.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import { difference } from '../../domain/rights/difference.ts'
import { areProductsFitting } from '../../domain/rights/named-products.ts'
import type { FindProduct, GrantedRight } from '../../domain/rights/scope.ts'
import type { Actor } from '../../domain/who-may.ts'
import { record } from '../journal/record.ts'
import type { Transaction } from '../platform/transact.ts'
import { newId, type Work } from '../work.ts'
import { refuseAskedBefore } from './asked-before.ts'
import { calendar } from './calendar.ts'
import { listPaymentMethods } from './customer-store.ts'
import { grantChanged } from './decided-already.ts'
import { findGrantVersion, saveGrant } from './grant-store.ts'
import { savePartnership } from './partnership-store.ts'
import { insertProposal, saveProposal } from './proposal-store.ts'
import { nothingSigned } from './signed-content.ts'
import { requireSecond, signedGrant } from './signing.ts'

export const counterDays = 30

export type CustomerAnswer = {
  readonly partnership: Partnership
  readonly proposal: Proposal
  readonly choice: Choice
  /** What the person saw on the button: granting, or proposing something else. */
  readonly decision: 'grant' | 'propose'
  readonly by: Actor
  readonly findProduct: FindProduct
}

export type Outcome = {
  readonly outcome: 'as_asked' | 'different' | 'proposed'
  readonly partnership: Partnership
  /** What was granted or proposed. */
  readonly rights: readonly GrantedRight[]
  readonly terms: Terms
}

/** Refuses what the domain refuses, `changed_meanwhile` when the answer is not what the button said, and what another legal person asked. */
export async function answerAsCustomer(work: Work, answering: CustomerAnswer): Promise<Outcome> {
  const { partnership, proposal, decision, by, findProduct } = answering
  await refuseAskedBefore(work, proposal)
  const choice = { ...answering.choice, terms: await ownTerms(work.tx, partnership.customerId, answering.choice.terms) }
  const around = { now: work.now, calendar, findProduct }
  const counter = { id: newId<ProposalId>(), expiresAt: calendar.plusDays(work.now, counterDays), grant: partnership.grant }
  const answered = answerProposal(proposal, { by, choice, counter }, around)
  if (answered.kind === 'refused') throw new Refusal(answered.code)
  if ((answered.kind === 'countered') !== (decision === 'propose')) throw new Refusal('changed_meanwhile')
  await saveProposal(work.tx, answered.proposal)
  for (const event of answered.events) record(work, event)
  if (answered.kind === 'countered') {
    await requireSignedCounter(work, partnership, proposal, answered.counter)
    await insertProposal(work.tx, answered.counter, { validityDays: counterDays })
    const rights = answered.counter.rights.flatMap(({ right, scope }) => (scope.kind === 'customer_chooses' ? [] : [{ right, scope }]))
    return { outcome: 'proposed', partnership, rights, terms: answered.counter.terms }
  }
  const granted = await grantAccepted(work, answering, answered.proposal, answered.answer)
  const { rights, terms, kind } = answered.answer
  return { outcome: kind === 'accepted_as_asked' ? 'as_asked' : 'different', partnership: granted, rights, terms }
}

/** What the customer proposes becomes its grant with the partner's yes alone. */
async function requireSignedCounter(work: Work, partnership: Partnership, answered: Proposal, counter: Proposal): Promise<void> {
  const { id, customerId, partnerId, grant } = partnership
  const enlargement = enlargementOfOffer(counter.rights, counter.terms, grant?.terms ?? null)
  const rights = counter.rights.flatMap(({ right, scope }) => (scope.kind === 'customer_chooses' ? [] : [{ right, scope }]))
  const about = { partner: partnerId, partnership: id, proposal: answered.id, base: grant?.version ?? null }
  const content = { ...nothingSigned, ...about, rights, terms: counter.terms }
  await requireSecond(work, { customerId, partnershipId: id, enlargement, content })
}

async function grantAccepted(
  work: Work,
  { partnership, findProduct }: CustomerAnswer,
  proposal: Proposal,
  answer: Accepted,
): Promise<Partnership> {
  const key = { customerId: partnership.customerId, partnershipId: partnership.id }
  const base = proposal.baseVersion === null ? null : await findGrantVersion(work.tx, key, proposal.baseVersion)
  const command = { kind: 'grant', proposal, answer, base, isSecured: isSecured(work) } as const
  return carryOut(work, partnership, decidePartnership(partnership, command, { now: work.now, calendar, findProduct }))
}

/** Whether whoever grants here can sign in with more than an emailed code. */
export const isSecured = ({ person }: Pick<Work, 'person'>): boolean => person.hasPassword || person.hasPasskey

/** Writes down what the machine made of a partnership, and what happened. */
export async function carryOut(work: Work, before: Partnership, decided: PartnershipDecided): Promise<Partnership> {
  if (decided.kind === 'refused') throw await refusalOf(work, before, decided.code)
  const { events } = decided
  const partnership = { ...decided.partnership, grant: await signedGrant(work, before, decided.partnership) }
  await savePartnership(work.tx, partnership)
  if (partnership.grant !== null && partnership.grant.version !== before.grant?.version)
    await saveGrant(work.tx, partnership, partnership.grant, { by: work.person.id, at: work.now, side: sideOf(work, partnership) })
  for (const event of events) record(work, event)
  work.decidedOn.add(partnership.id)
  return partnership
}

const decidedByOthers: readonly RefusalCode[] = ['already_suspended', 'not_suspended', 'already_ended']

async function refusalOf({ tx, context }: Work, { id, customerId }: Partnership, code: RefusalCode): Promise<Refusal> {
  if (!decidedByOthers.includes(code)) return new Refusal(code)
  const organisationId = context.kind === 'own' ? context.organisationId : customerId
  return grantChanged(tx, { organisationId, partnershipId: id }, code)
}

/** Whoever answers a request by its link stands on the customer's side. */
function sideOf({ context }: Work, { partnerId }: Partnership): Side {
  return context.kind === 'own' && context.organisationId === partnerId ? 'partner' : 'customer'
}

/** The rights as they were chosen; a product that is not the customer's own is none. */
export function chosenRights(
  rights: readonly { readonly right: GrantedRight['right']; readonly scopes: readonly GrantedRight['scope'][] }[],
  findProduct: FindProduct,
): readonly GrantedRight[] {
  const chosen = rights.flatMap(({ right, scopes }) => scopes.map((scope) => ({ right, scope })))
  if (!areProductsFitting(chosen, findProduct)) throw new Refusal('scope_not_fitting')
  return chosen
}

/** A payment method is the customer's own, and named only where the customer pays. */
export async function ownTerms(tx: Transaction, customerId: OrganisationId, terms: Terms): Promise<Terms> {
  if (terms.paymentMethodId === null) return terms
  if (terms.payer !== 'customer') return { ...terms, paymentMethodId: null }
  const own = await listPaymentMethods(tx, customerId)
  if (!own.some(({ id }) => id === terms.paymentMethodId)) throw new Refusal('not_found')
  return terms
}

export type DifferenceShown = {
  right: GrantedRight['right']
  requested: boolean
  required: boolean
  granted: GrantedRight['scope'][]
  kind: 'as_requested' | 'narrower' | 'left_out' | 'added'
}

/** Requested beside granted, for the page that confirms. */
export function differenceShown(proposal: Proposal, rights: readonly GrantedRight[], findProduct: FindProduct): DifferenceShown[] {
  return difference(proposal.rights, rights, [], findProduct).map(({ right, requested, required, granted, kind }) => ({
    right,
    requested: requested.length > 0,
    required,
    granted: [...granted],
    kind,
  }))
}
