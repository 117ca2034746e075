// An assignment: a collaborator of the partner, or everybody in a team, may use a partnership, with at most the granted rights.

import type { PartnershipId, PersonId, TeamId } from './ids.ts'
import type { RightId } from './rights/catalogue.ts'

export type Assignment = {
  readonly partnershipId: PartnershipId
  readonly personId: PersonId
  /** The team through which the person has it; absent when it is the person's own. */
  readonly teamId?: TeamId
  /** Null: all that was granted; otherwise at most these. */
  readonly rights: readonly RightId[] | null
}
