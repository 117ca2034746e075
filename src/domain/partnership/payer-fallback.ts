// Who pays on: what a partner paid falls back to the customer at a renewal, and never before a period of grace is over.

import { type LocalDate, localDate } from '../time.ts'

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
    const renewal = plusMonths(renewsOn, count)
    if (renewal >= graceEndsOn) return renewal
  }
}

/** The same day of a later month, or its last one where there is none. */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  const count = month - 1 + months
  const inYear = year + Math.floor(count / 12)
  const inMonth = (count % 12) + 1
  return localDate([digits(inYear, 4), digits(inMonth, 2), digits(Math.min(day, lengthOf(inYear, inMonth)), 2)].join('-'))
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
