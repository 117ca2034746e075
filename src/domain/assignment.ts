// An assignment: a collaborator of the partner, or everybody in a team, may use a partnership, with at most the granted rights; for a time or
// until it is taken away. A person may have several: what one of them allows is allowed.

import type { PartnershipId, PersonId, TeamId } from './ids.ts'
import type { RightId } from './rights/catalogue.ts'
import { type Instant, isWithin, type Period } from './time.ts'

export type Assignment = {
  readonly partnershipId: PartnershipId
  readonly personId: PersonId
  /** The team through which the person has it; absent when it is the person's own. */
  readonly teamId?: TeamId
  /** Null: all that was granted; otherwise at most these. */
  readonly rights: readonly RightId[] | null
  /** When it counts; absent: always. */
  readonly period?: Period
}

/** Whether it counts at that instant: a timed one from its start on, no longer at its end. */
export function isCounting({ period }: Pick<Assignment, 'period'>, now: Instant): boolean {
  return period === undefined || isWithin(period, now)
}
