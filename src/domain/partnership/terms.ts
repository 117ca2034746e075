// Terms: from when until when, who pays with what, and up to how much.

import type { PaymentMethodId } from '../ids.ts'
import type { Side } from '../organisation.ts'
import type { LocalDate } from '../time.ts'

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

export type Terms = {
  /** Null: from the approval on. */
  readonly startsOn: LocalDate | null
  readonly end: EndTerm
  readonly payer: Payer | null
  readonly paymentMethodId: PaymentMethodId | null
  readonly spendingLimit: SpendingLimit | null
}
