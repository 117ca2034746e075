// Terms: from when until when, who pays with what, and up to how much.

import type { PaymentMethodId } from '../ids.ts'
import type { Side } from '../organisation.ts'
import type { RefusalCode } from '../refusal.ts'
import type { GrantedRight } from '../rights/scope.ts'
import { type Calendar, earliest, type Instant, isOver, type LocalDate, type Period } from '../time.ts'

export type Payer = Side

/** `after` counts whole days from the approval. */
export type EndTerm =
  | { readonly kind: 'none' }
  | { readonly kind: 'on'; readonly date: LocalDate }
  | { readonly kind: 'after'; readonly days: number }

export const spendingPeriods = ['order', 'month', 'year'] as const
export type SpendingPeriod = (typeof spendingPeriods)[number]

export type SpendingLimit = {
  /** In minor units (Rappen, cents). */
  readonly amount: number
  /** ISO 4217. */
  readonly currency: string
  readonly period: SpendingPeriod
}

/** A right as another grant holds it. */
export type HeldRight = GrantedRight & Period & { readonly grantedAt: Instant }

export type Terms = {
  /** Null: from the approval on. */
  readonly startsOn: LocalDate | null
  readonly end: EndTerm
  readonly payer: Payer | null
  readonly paymentMethodId: PaymentMethodId | null
  readonly spendingLimit: SpendingLimit | null
  /** On a living partnership: the end is that of the whole grant, which would last longer. Without it, what is added ends by then. */
  readonly extendsGrant?: boolean | undefined
  /** Of an offer: exactly these are granted, none older, newer or longer than here. Part of what is signed, and of no grant. */
  readonly held?: readonly HeldRight[] | undefined
}

export const shortestDays = 1
export const longestDays = 730
/** How long a sensitive right lasts at most, unless the customer extends it. */
export const sensitiveDays = 365

/** No term set: what a request for a few more rights leaves as it is. */
export const termsUnchanged: Terms = { startsOn: null, end: { kind: 'none' }, payer: null, paymentMethodId: null, spendingLimit: null }

/**
 * What is wrong with the terms, approved at that instant, or null when nothing is.
 * Refusals: `end_out_of_bounds`, `end_before_start`, `spending_limit_invalid`.
 */
export function refusalOfTerms(terms: Terms, approvedAt: Instant, calendar: Calendar): RefusalCode | null {
  if (terms.end.kind === 'after' && !isLength(terms.end.days)) return 'end_out_of_bounds'
  if (terms.spendingLimit !== null && !isSpendingLimit(terms.spendingLimit)) return 'spending_limit_invalid'
  const { notBefore, notAfter } = periodOf(terms, approvedAt, calendar)
  return isOver(notAfter, notBefore) ? 'end_before_start' : null
}

/** From when until when the terms hold, once approved: never from before the approval; a last day counts as a whole. */
export function periodOf({ startsOn, end }: Pick<Terms, 'startsOn' | 'end'>, approvedAt: Instant, calendar: Calendar): Period {
  const start = startsOn === null ? approvedAt : calendar.startOf(startsOn)
  return { notBefore: start > approvedAt ? start : approvedAt, notAfter: endOf(end, approvedAt, calendar) }
}

/** The period of a sensitive right within that of its grant: it always has an end. */
export function sensitivePeriod(period: Period, approvedAt: Instant, calendar: Calendar): Period {
  const from = period.notBefore > approvedAt ? period.notBefore : approvedAt
  return { ...period, notAfter: earliest(period.notAfter, calendar.plusDays(from, sensitiveDays)) }
}

/** The terms as both sides read them, and as a grant keeps them. */
export function plainTerms({ held: _, ...terms }: Terms): Omit<Terms, 'held'> {
  return terms
}

export function isSameTerms(one: Terms, other: Terms): boolean {
  return one.startsOn === other.startsOn && isSameEnd(one.end, other.end) && isSamePayment(one, other)
}

export function isSameEnd(one: EndTerm, other: EndTerm): boolean {
  if (one.kind === 'on' && other.kind === 'on') return one.date === other.date
  if (one.kind === 'after' && other.kind === 'after') return one.days === other.days
  return one.kind === other.kind
}

export function isSamePayment(one: Terms, other: Terms): boolean {
  return one.payer === other.payer && one.paymentMethodId === other.paymentMethodId && isSameLimit(one.spendingLimit, other.spendingLimit)
}

export function isSameLimit(one: SpendingLimit | null, other: SpendingLimit | null): boolean {
  return one?.amount === other?.amount && one?.currency === other?.currency && one?.period === other?.period
}

function endOf(end: EndTerm, approvedAt: Instant, calendar: Calendar): Instant | null {
  switch (end.kind) {
    case 'none':
      return null
    case 'on':
      return calendar.endOf(end.date)
    case 'after':
      return calendar.plusDays(approvedAt, end.days)
  }
}

function isLength(days: number): boolean {
  return Number.isInteger(days) && days >= shortestDays && days <= longestDays
}

/** Whether a limit is a positive amount in whole minor units of a currency. */
export function isSpendingLimit({ amount, currency }: SpendingLimit): boolean {
  return Number.isSafeInteger(amount) && amount > 0 && /^[A-Z]{3}$/.test(currency)
}
