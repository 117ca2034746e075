// A visit: one stay of a partner's member in a customer's Manager, tied to one session.

import type { PartnershipId, PersonId, SessionId, VisitId } from './ids.ts'
import { Refusal } from './refusal.ts'
import { hourMs, type Instant, instant, isOver, later, minuteMs } from './time.ts'

export type VisitEnder = 'person' | 'customer' | 'partner' | 'time' | 'operator'

/** Chosen by the customer: idle minutes from 5 to 60, hours from 0.25 to 12. */
export type VisitLimits = { readonly idleMinutes: number; readonly hours: number }

export type Visit = {
  readonly id: VisitId
  readonly partnershipId: PartnershipId
  readonly personId: PersonId
  readonly sessionId: SessionId
  readonly startedAt: Instant
  readonly seenAt: Instant
  readonly idleMinutes: number
  /** The longest a visit may last, whatever happens in it. */
  readonly expiresAt: Instant
  readonly endedAt: Instant | null
  readonly endedBy: VisitEnder | null
}

export const standardVisit: VisitLimits = { idleMinutes: 30, hours: 8 }

/** A visit that starts now. Refuses `visit_limits_out_of_bounds`. */
export function startVisit(
  visitor: Pick<Visit, 'id' | 'partnershipId' | 'personId' | 'sessionId'>,
  limits: VisitLimits,
  now: Instant,
): Visit {
  if (!areWithinBounds(limits)) throw new Refusal('visit_limits_out_of_bounds')
  const expiresAt = later(now, limits.hours * hourMs)
  return { ...visitor, startedAt: now, seenAt: now, idleMinutes: limits.idleMinutes, expiresAt, endedAt: null, endedBy: null }
}

/** Whether a customer may choose these limits: 5 to 60 idle minutes, 15 minutes to 12 hours in all. */
export function areWithinBounds({ idleMinutes, hours }: VisitLimits): boolean {
  return Number.isInteger(idleMinutes) && idleMinutes >= 5 && idleMinutes <= 60 && hours >= 0.25 && hours <= 12
}

/** When the visit ends if nothing more happens in it. */
export function endOfVisit(visit: Visit): Instant {
  const idleAt = later(visit.seenAt, visit.idleMinutes * minuteMs)
  return instant(Math.min(idleAt, visit.expiresAt, visit.endedAt ?? visit.expiresAt))
}

/** The visit under limits that were chosen after it began: it may become shorter, never longer. */
export function shortenVisit(visit: Visit, limits: VisitLimits): Visit {
  const expiresAt = instant(Math.min(visit.expiresAt, later(visit.startedAt, limits.hours * hourMs)))
  return { ...visit, idleMinutes: Math.min(visit.idleMinutes, limits.idleMinutes), expiresAt }
}

/** Whether the visit is over: ended, idle for too long, or too long altogether. */
export function isVisitOver(visit: Visit, now: Instant): boolean {
  return isOver(endOfVisit(visit), now)
}

/** The visit after something happened in it. Refuses `visit_over`: what is over does not come back. */
export function seeVisit(visit: Visit, now: Instant): Visit {
  if (isVisitOver(visit, now)) throw new Refusal('visit_over')
  return { ...visit, seenAt: now }
}

/** The visit, ended. One that ran out before ended then, by time; an ended one stays as it is. */
export function endVisit(visit: Visit, endedBy: VisitEnder, now: Instant): Visit {
  if (visit.endedAt !== null) return visit
  return isVisitOver(visit, now) ? { ...visit, endedAt: endOfVisit(visit), endedBy: 'time' } : { ...visit, endedAt: now, endedBy }
}
