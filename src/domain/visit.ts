// A visit: one stay of a partner's member in a customer's Manager, tied to one session.

import type { PartnershipId, PersonId, SessionId, VisitId } from './ids.ts'
import type { Instant } from './time.ts'

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
