// A proposal: one version of "these rights, on these terms", made by either side and answered once by the other.

import type { InvitationId, OrganisationId, PartnershipId, PersonId, ProposalId } from '../ids.ts'
import type { Side } from '../organisation.ts'
import type { PresetId } from '../rights/presets.ts'
import type { RequestedRight } from '../rights/scope.ts'
import type { Instant } from '../time.ts'
import type { Terms } from './terms.ts'

export const proposalStates = ['prepared', 'open', 'accepted', 'countered', 'declined', 'withdrawn', 'expired'] as const
export type ProposalState = (typeof proposalStates)[number]

export type Proposal = {
  readonly id: ProposalId
  /** 1, 2, 3 … within its invitation or partnership; a counter is the next number. */
  readonly number: number
  /** Who proposes. A request is the partner's, an offer the customer's. */
  readonly side: Side
  readonly state: ProposalState
  readonly partnerId: OrganisationId
  /** Null until the invitation is claimed. */
  readonly customerId: OrganisationId | null
  readonly invitationId: InvitationId | null
  readonly partnershipId: PartnershipId | null
  /** On a living partnership: the grant version it starts from. */
  readonly baseVersion: number | null
  readonly preset: PresetId | null
  readonly rights: readonly RequestedRight[]
  readonly terms: Terms
  /** Who wrote it; an administrator's waits until a legal representative releases it. */
  readonly personId: PersonId
  readonly releasedBy: PersonId | null
  readonly createdAt: Instant
  /** It can be answered while `now < expiresAt`; null while prepared. */
  readonly expiresAt: Instant | null
  readonly answeredBy: PersonId | null
  readonly answeredAt: Instant | null
}
