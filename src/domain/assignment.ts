// An assignment: a collaborator of the partner may use a partnership, with at most the granted rights.

import type { PartnershipId, PersonId } from './ids.ts'
import type { RightId } from './rights/catalogue.ts'

export type Assignment = {
  readonly partnershipId: PartnershipId
  readonly personId: PersonId
  /** Null: all that was granted; otherwise at most these. */
  readonly rights: readonly RightId[] | null
}
