// Extending with one click: until when it would go on, and what would be left out because nobody used it.

import type { RightId } from '../rights/catalogue.ts'
import { rightsIn } from '../rights/rights-set.ts'
import { type Calendar, type Instant, isOver, type LocalDate, localDate } from '../time.ts'
import type { Grant } from './grant.ts'
import { isPureExtension, type Proposal } from './proposal.ts'
import { type EndTerm, isSameEnd } from './terms.ts'
import { longUnusedDays, type RightUse, unusedRights } from './usage.ts'

export const renewalMonths = 12

export type Renewal = {
  /** What stays chosen, and what is proposed to be left out: never used in the last twelve months. */
  readonly keep: readonly RightId[]
  readonly drop: readonly RightId[]
  /** Twelve months more; as it is where there is no end. */
  readonly end: EndTerm
}

/** What the page proposes for a grant whose last day is `lastDay`; null where it has no end. */
export function proposeRenewal(
  grant: Grant,
  lastDay: LocalDate | null,
  uses: readonly RightUse[],
  now: Instant,
  calendar: Calendar,
): Renewal {
  const held = rightsIn(grant.rights.filter(({ notAfter }) => !isOver(notAfter, now)))
  const drop = unusedRights(uses, longUnusedDays, now, calendar).filter((right) => held.includes(right))
  const end: EndTerm = lastDay === null ? grant.terms.end : { kind: 'on', date: monthsAfter(lastDay, renewalMonths) }
  return { keep: held.filter((right) => !drop.includes(right)), drop, end }
}

/** Whether what the customer chose is what the partner proposed. */
export function isAsProposed(proposal: Proposal, end: EndTerm, drop: readonly RightId[]): boolean {
  return isPureExtension(proposal) && drop.length === 0 && isSameEnd(proposal.terms.end, end)
}

/** The same day some months later, or the last one of that month. */
export function monthsAfter(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const [thenYear, thenMonth] = [Math.floor(count / 12), (count % 12) + 1]
  const thenDay = Math.min(day, daysIn(thenYear, thenMonth))
  return localDate(`${thenYear}-${two(thenMonth)}-${two(thenDay)}`)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const two = (number: number): string => String(number).padStart(2, '0')
