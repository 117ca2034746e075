// A proposal: one version of "these rights, on these terms", made by either side and answered once by the other.

import type { InvitationId, OrganisationId, PartnershipId, PersonId, ProposalId } from '../ids.ts'
import type { Side } from '../organisation.ts'
import type { RequestedRight } from '../rights/scope.ts'
import type { Instant } from '../time.ts'
import type { Terms } from './terms.ts'

export const proposalStates = ['prepared', 'open', 'accepted', 'countered', 'declined', 'withdrawn', 'expired'] as const
export type ProposalState = (typeof proposalStates)[number]

export type Proposal = {
  readonly id: ProposalId
  readonly state: ProposalState
  /** Who proposes. A request is the partner's, an offer the customer's. */
  readonly by: Side
  readonly partnerId: OrganisationId
  /** Null until the invitation is claimed. */
  readonly customerId: OrganisationId | null
  readonly invitationId: InvitationId | null
  readonly partnershipId: PartnershipId | null
  /** On a living partnership: the grant version it starts from. */
  readonly fromGrantVersion: number | null
  /** The proposal of the other side that this one answers. */
  readonly counters: ProposalId | null
  readonly rights: readonly RequestedRight[]
  readonly terms: Terms
  readonly preparedBy: PersonId
  /** Who sent it: the same person, unless an administrator prepared it. */
  readonly releasedBy: PersonId | null
  readonly sentAt: Instant | null
  /** It can be answered while `now < expiresAt`; null while prepared. */
  readonly expiresAt: Instant | null
  readonly answeredBy: PersonId | null
  readonly answeredAt: Instant | null
}
