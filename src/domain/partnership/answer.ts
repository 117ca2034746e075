// The answer: what follows from a proposal and what the customer chose.

import type { RefusalCode } from '../refusal.ts'
import { familyViewNeeded, findRight, isSensitive, type RightId } from '../rights/catalogue.ts'
import { difference } from '../rights/difference.ts'
import { closeOverNeeds, isSupported, rightsIn, withoutRight } from '../rights/rights-set.ts'
import { type FindProduct, fits, type GrantedRight, type RequestedRight, type RequestedScope } from '../rights/scope.ts'
import type { Proposal } from './proposal.ts'
import { isSameEnd, isSameLimit, type Terms } from './terms.ts'

export type ChosenRight = { readonly right: RightId; readonly scope: RequestedScope }

/** What the customer chose: rights that were not asked for included, and each with the scope that was left to the customer. */
export type Choice = {
  readonly granted: readonly ChosenRight[]
  /** Rights explicitly not allowed; they win. A sensitive required right must be in one of the two lists. */
  readonly notGranted: readonly RightId[]
  readonly terms: Terms
}

/** What is answered, and what is in force already when the partnership is a living one. */
export type Proposed = Pick<Proposal, 'rights' | 'terms'> & { readonly inForce?: readonly GrantedRight[] }

export type CounterReason = 'required_left_out' | 'partner_asked_to_pay'

type WorkedOut = {
  /** Closed over what each right needs. */
  readonly rights: readonly GrantedRight[]
  readonly terms: Terms
  readonly leftOut: readonly RightId[]
  readonly added: readonly RightId[]
}

export type Answer =
  | ({ readonly kind: 'accepted_as_asked' } & WorkedOut)
  | ({ readonly kind: 'accepted_differently' } & WorkedOut)
  | ({ readonly kind: 'counter'; readonly reasons: readonly CounterReason[] } & WorkedOut)
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/**
 * What a customer's choice means for a partner's request: accepted as asked, accepted differently (fewer or other rights, other
 * terms), or a counter, when a required right is left out or the partner is to pay without having offered it.
 * Refusals: `unknown_right`, `scope_unresolved`, `scope_not_fitting`, `view_missing`, `sensitive_unanswered`, `nothing_granted`.
 */
export function workOutAnswer(proposal: Proposed, choice: Choice, findProduct: FindProduct): Answer {
  const code = refusalOfRights(choice.granted) ?? refusalOfSilence(proposal.rights, choice)
  if (code !== null) return { kind: 'refused', code }
  const concrete = withScopes(choice.granted)
  if (concrete.length < choice.granted.length) return { kind: 'refused', code: 'scope_unresolved' }
  const allowed = choice.notGranted.reduce((rest, right) => withoutRight(rest, right, findProduct), concrete)
  const rights = closeOverNeeds(allowed, findProduct)
  if (isViewMissing(rights, [...rights, ...(proposal.inForce ?? [])], findProduct)) return { kind: 'refused', code: 'view_missing' }
  if (rights.length === 0 && proposal.rights.length > 0) return { kind: 'refused', code: 'nothing_granted' }
  return weigh(proposal, rights, choice.terms, findProduct)
}

/** A proposal taken as it stands, as a partner takes a customer's. Refusals: as for a choice. */
export function acceptAsItStands(proposal: Proposed, findProduct: FindProduct): Answer {
  return workOutAnswer(proposal, { granted: proposal.rights, notGranted: [], terms: proposal.terms }, findProduct)
}

/** What is wrong with rights or their scopes, whoever names them; null when nothing is. What is never delegable is no right at all. */
export function refusalOfRights(rights: readonly ChosenRight[]): RefusalCode | null {
  for (const { right, scope } of rights) {
    const found = findRight(right)
    if (found === undefined) return 'unknown_right'
    if (!fits(found, scope)) return 'scope_not_fitting'
  }
  return null
}

/** The rights whose scope is settled. */
export function withScopes(rights: readonly ChosenRight[]): readonly GrantedRight[] {
  return rights.flatMap(({ right, scope }) => (scope.kind === 'customer_chooses' ? [] : [{ right, scope }]))
}

/** Whether products could be deleted that nobody may even see. */
export function isViewMissing(rights: readonly GrantedRight[], held: readonly GrantedRight[], findProduct: FindProduct): boolean {
  return rights.some((granted) => granted.right === familyViewNeeded && !isSupported(granted, held, findProduct))
}

function refusalOfSilence(requested: readonly RequestedRight[], { granted, notGranted }: Choice): RefusalCode | null {
  const answered = new Set([...granted.map(({ right }) => right), ...notGranted])
  const isUnanswered = requested.some(({ right, required }) => required && isSensitive(right) && !answered.has(right))
  return isUnanswered ? 'sensitive_unanswered' : null
}

function weigh(proposal: Proposed, rights: readonly GrantedRight[], terms: Terms, findProduct: FindProduct): Answer {
  const rows = difference(proposal.rights, rights, [], findProduct)
  const leftOut = rightsIn(rows.filter(({ kind }) => kind === 'left_out'))
  const added = rightsIn(rows.filter(({ kind }) => kind === 'added'))
  const workedOut: WorkedOut = { rights, terms, leftOut, added }
  const reasons: readonly CounterReason[] = [
    ...(rows.some(({ kind, required }) => kind === 'left_out' && required) ? ['required_left_out' as const] : []),
    ...(terms.payer === 'partner' && proposal.terms.payer !== 'partner' ? ['partner_asked_to_pay' as const] : []),
  ]
  if (reasons.length > 0) return { kind: 'counter', reasons, ...workedOut }
  const isAsAsked = rows.every(({ kind }) => kind === 'as_requested') && isAsOffered(terms, proposal.terms)
  return { kind: isAsAsked ? 'accepted_as_asked' : 'accepted_differently', ...workedOut }
}

/** Whether the chosen terms are those asked for; a payment method or payer that was left open may be anything. */
function isAsOffered(chosen: Terms, asked: Terms): boolean {
  return (
    chosen.startsOn === asked.startsOn &&
    isSameEnd(chosen.end, asked.end) &&
    (asked.payer === null || chosen.payer === asked.payer) &&
    (asked.paymentMethodId === null || chosen.paymentMethodId === asked.paymentMethodId) &&
    isSameLimit(chosen.spendingLimit, asked.spendingLimit) &&
    (chosen.extendsGrant ?? false) === (asked.extendsGrant ?? false)
  )
}
