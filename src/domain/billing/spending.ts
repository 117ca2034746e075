// How much of a spending limit is used, and when that is told: once at four fifths and once when it is used up, in each of its periods.

import type { SpendingLimit } from '../partnership/terms.ts'
import type { LocalDate } from '../time.ts'

export const spendingSteps = [80, 100] as const
export type SpendingStep = (typeof spendingSteps)[number]

/** Of one order nobody is told that it comes near: what is within the limit is what was agreed. */
const stepsOf = ({ period }: SpendingLimit): readonly SpendingStep[] => (period === 'order' ? [100] : spendingSteps)

/** The steps that were reached with this much, and how much that is of the limit, in whole percent, rounded down. */
export function stepsReached(limit: SpendingLimit, spent: number): { readonly percent: number; readonly steps: readonly SpendingStep[] } {
  const percent = Math.floor((spent * 100) / limit.amount)
  return { percent, steps: stepsOf(limit).filter((step) => percent >= step) }
}

/** The days that count together with this one, from `from` on and before `before`; null where each order counts for itself. */
export function periodAround({ period }: SpendingLimit, day: LocalDate): { readonly from: string; readonly before: string } | null {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const first = (y: number, m: number) => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`
  switch (period) {
    case 'order':
      return null
    case 'month':
      return { from: first(year, month), before: month === 12 ? first(year + 1, 1) : first(year, month + 1) }
    case 'year':
      return { from: first(year, 1), before: first(year + 1, 1) }
  }
}
