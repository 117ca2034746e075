// A visit: one stay of a partner's member in a customer's Manager.

import type { PartnershipId, PersonId, SessionId, VisitId } from './ids.ts'
import type { Instant } from './time.ts'

/** `left`: by the person; `stopped`: by the customer; `idle` and `too_long`: by the clock; `revoked`: the right to be there is gone. */
export type VisitEnd = 'left' | 'stopped' | 'idle' | 'too_long' | 'revoked' | 'signed_out'

export type VisitLimits = { readonly idleMs: number; readonly longestMs: number }

export type Visit = {
  readonly id: VisitId
  readonly partnershipId: PartnershipId
  readonly personId: PersonId
  readonly sessionId: SessionId
  readonly startedAt: Instant
  readonly lastSeenAt: Instant
  readonly endedAt: Instant | null
  readonly limits: VisitLimits
}
