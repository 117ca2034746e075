// Who pays on: what a partner paid falls back to the customer at a renewal, and never before a period of grace is over.

import { type LocalDate, monthsAfter } from '../time.ts'

/** How long a customer has before it pays what its partner paid, unless the provider says otherwise. */
export const standardGraceDays = 30

export const fallbackReasons = ['ended', 'stopped_paying'] as const
export type FallbackReason = (typeof fallbackReasons)[number]

export type Renewing = { readonly renewsOn: LocalDate | null; readonly period: 'month' | 'year' | null }

/** The first renewal on or after the end of the grace period; that day itself where nothing renews. */
export function fallsBackOn({ renewsOn, period }: Renewing, graceEndsOn: LocalDate): LocalDate {
  if (renewsOn === null) return graceEndsOn
  const months = period === 'month' ? 1 : 12
  for (let count = 0; ; count += months) {
    const renewal = monthsAfter(renewsOn, count)
    if (renewal >= graceEndsOn) return renewal
  }
}
