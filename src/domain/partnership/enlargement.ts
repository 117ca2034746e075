// Whether a change makes a partnership larger, and whether that has to do with money: only then can a second signature be needed.

import { rightOf } from '../rights/catalogue.ts'
import { covers, type FindProduct, type GrantedRight, type RequestedRight, reaches } from '../rights/scope.ts'
import { earliest, isLater, latest } from '../time.ts'
import type { Grant, RightInForce } from './grant.ts'
import { hasFuture } from './grant-version.ts'
import type { Partnership } from './partnership.ts'
import type { StrictPart } from './strictness.ts'
import { isSameLimit, type SpendingLimit, type Terms } from './terms.ts'

/** `money`: a right about money began or grew, a limit was raised, or the customer became payer. */
export type Enlargement = 'nothing' | 'access' | 'money'

/** What two signatures are asked for: everything that enlarges, or, of one partnership, what has to do with money. */
export type SignatureRule = {
  readonly twoSignatures: boolean
  readonly twoApproversForMoney: boolean
  /** A dispute with this partner is open, and the organisation has two who may decide: the safer act wins until both say otherwise. */
  readonly isDisputed: boolean
}
export const signatureReasons = ['two_signatures', 'dispute', 'two_approvers'] as const
export type SignatureReason = (typeof signatureReasons)[number]

/** Why one signature is not enough; null when it is. */
export function whyTwo(enlargement: Enlargement, rule: SignatureRule): SignatureReason | null {
  if (enlargement === 'nothing') return null
  if (rule.twoSignatures) return 'two_signatures'
  if (rule.isDisputed) return 'dispute'
  return rule.twoApproversForMoney && enlargement === 'money' ? 'two_approvers' : null
}

/** What is larger after a change than before it. Narrowing, stopping and ending never enlarge anything. */
export function enlargementOf(before: Partnership, after: Partnership, findProduct: FindProduct): Enlargement {
  if (after.state !== 'active' || after.grant === null) return 'nothing'
  const more = moreIn(before.grant, after.grant, findProduct)
  if (more.some(isAboutMoney) || isMoreMoney(before.grant?.terms ?? null, after.grant.terms)) return 'money'
  const isLoosened = before.namedPeopleOnly && !after.namedPeopleOnly
  return more.length > 0 || opensGate(before, after) || isLoosened ? 'access' : 'nothing'
}

/**
 * One of the partnership’s own two gates opens; that of the partner itself is opened by nobody’s signature. Each counts for itself, so that none is opened by
 * one signature behind the other.
 */
export function opensGate(before: Partnership, after: Partnership): boolean {
  const byCustomer = before.suspendedByCustomerAt !== null && after.suspendedByCustomerAt === null
  return byCustomer || (before.suspendedByOperatorAt !== null && after.suspendedByOperatorAt === null)
}

/** What it enlarges when these parts of strictness are given up: the two approvers are not dismissed by one of them. */
export function enlargementOfLoosening(parts: readonly StrictPart[]): Enlargement {
  if (parts.length === 0) return 'nothing'
  return parts.includes('twoApprovers') ? 'money' : 'access'
}

/** What the customer's own proposal enlarges once the partner takes it: asking the partner to pay, nothing. */
export function enlargementOfOffer(rights: readonly (GrantedRight | RequestedRight)[], asked: Terms, current: Terms | null): Enlargement {
  if (rights.some(isAboutMoney) || isMoreMoney(current, asked)) return 'money'
  return rights.length > 0 ? 'access' : 'nothing'
}

function moreIn(before: Grant | null, after: Grant, findProduct: FindProduct): readonly RightInForce[] {
  if (before === null) return after.rights
  const held = before.rights.map((row) => effective(before, row))
  return after.rights.map((row) => effective(after, row)).filter((row) => !held.some((other) => includes(other, row, findProduct)))
}

/** The row with the period in which it can count at all. */
function effective(grant: Grant, row: RightInForce): RightInForce {
  return { ...row, notBefore: latest(row.notBefore, grant.notBefore), notAfter: earliest(row.notAfter, grant.notAfter) }
}

function includes(wide: RightInForce, narrow: RightInForce, findProduct: FindProduct): boolean {
  if (wide.right !== narrow.right || narrow.notBefore < wide.notBefore || isLater(narrow.notAfter, wide.notAfter)) return false
  if (narrow.scope.kind === 'product' && wide.scope.kind !== 'product') {
    const product = findProduct(narrow.scope.productId)
    return product !== undefined && reaches(wide, product)
  }
  const { kind } = narrow.scope
  // Granted later, a scope without future products reaches those created in between.
  const reachesNoMore = kind === 'organisation' || kind === 'product' || hasFuture(wide.scope) || narrow.grantedAt <= wide.grantedAt
  return reachesNoMore && covers(wide.right, wide.scope, narrow.scope, findProduct)
}

function isAboutMoney({ right }: Pick<GrantedRight, 'right'>): boolean {
  return rightOf(right).sensitive === 'money'
}

function isMoreMoney(before: Terms | null, after: Terms): boolean {
  if (before === null || after.payer !== 'customer') return false
  return before.payer !== 'customer' || isRaised(before.spendingLimit, after.spendingLimit)
}

/** No limit is more than any; in another currency or over another time nobody can tell, so it counts as more. */
export function isRaised(before: SpendingLimit | null, after: SpendingLimit | null): boolean {
  if (before === null || isSameLimit(before, after)) return false
  return after === null || after.currency !== before.currency || after.period !== before.period || after.amount > before.amount
}
