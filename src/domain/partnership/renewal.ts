// Extending with one click: until when it would go on, and what would be left out because nobody used it.

import type { RightId } from '../rights/catalogue.ts'
import { rightsIn } from '../rights/rights-set.ts'
import { type Calendar, type Instant, isOver, type LocalDate, monthsAfter } from '../time.ts'
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
