// An assignment: a collaborator or a team of the partner may use a partnership, with at most the granted rights.

import type { AssignmentId, PartnershipId, PersonId, TeamId } from './ids.ts'
import type { RightId } from './rights/catalogue.ts'
import type { Instant } from './time.ts'

export type Assignment = {
  readonly id: AssignmentId
  readonly partnershipId: PartnershipId
  readonly assignee: { readonly kind: 'person'; readonly personId: PersonId } | { readonly kind: 'team'; readonly teamId: TeamId }
  /** Null: every granted right. */
  readonly rights: readonly RightId[] | null
  readonly notAfter: Instant | null
}
