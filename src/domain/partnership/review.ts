// The yearly review: who gave access without an end is asked every twelve months whether it is still right.

import type { DomainEvent } from '../event.ts'
import { rightsIn } from '../rights/rights-set.ts'
import type { Calendar, Instant } from '../time.ts'
import { instant } from '../time.ts'
import { remindHour } from './ending.ts'
import { type Partnership, stateOfPartnership } from './partnership.ts'
import { about } from './tell-partnership.ts'

export const reviewDays = 365

/** When the customer last looked at a partnership as a whole, and when it was last asked to. */
export type Looked = { readonly reviewedAt: Instant | null; readonly askedAt: Instant | null }

export type ReviewAsked =
  | { readonly kind: 'ask'; readonly event: DomainEvent }
  | { readonly kind: 'not_yet'; readonly at: Instant }
  | { readonly kind: 'nothing' }

/** When the next review is due: twelve months after the beginning, the last review or the last question; null where there is an end or nothing in force. */
export function reviewDueAt(partnership: Partnership, { reviewedAt, askedAt }: Looked, now: Instant, calendar: Calendar): Instant | null {
  const { grant, activatedAt } = partnership
  if (grant === null || grant.notAfter !== null || activatedAt === null) return null
  if (stateOfPartnership(partnership, now) !== 'active' || grant.rights.length === 0) return null
  const since = instant(Math.max(activatedAt, reviewedAt ?? activatedAt, askedAt ?? activatedAt))
  return calendar.onDay(calendar.dayOf(since) + reviewDays, remindHour)
}

/** What becomes of a planned question: it is asked on the day on which the review is due, or later when the server stood still. */
export function askForReview(partnership: Partnership, looked: Looked, now: Instant, calendar: Calendar): ReviewAsked {
  const at = reviewDueAt(partnership, looked, now, calendar)
  if (at === null || partnership.grant === null) return { kind: 'nothing' }
  if (at > now) return { kind: 'not_yet', at }
  const rights = rightsIn(partnership.grant.rights)
  return { kind: 'ask', event: { ...about(partnership), kind: 'partnership.review_asked', data: { rights } } }
}
