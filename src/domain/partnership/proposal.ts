// A proposal: one version of "these rights, on these terms", made by either side and answered once by the other.

import type { InvitationId, OrganisationId, PartnershipId, PersonId, ProposalId } from '../ids.ts'
import type { Side } from '../organisation.ts'
import type { PresetId } from '../rights/presets.ts'
import type { RequestedRight } from '../rights/scope.ts'
import { type Instant, isOver } from '../time.ts'
import type { Terms } from './terms.ts'

export const proposalStates = ['prepared', 'open', 'accepted', 'countered', 'declined', 'withdrawn', 'expired', 'replaced'] as const
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

/** The state as it is at that instant: an open proposal that is overdue is expired. */
export function stateOfProposal(proposal: Proposal, now: Instant): ProposalState {
  return proposal.state === 'open' && isOver(proposal.expiresAt, now) ? 'expired' : proposal.state
}

/** Whether it asks for more time and for nothing else: then extending is the answer. */
export function isPureExtension({ rights, terms, side }: Proposal): boolean {
  return side === 'partner' && rights.length === 0 && terms.extendsGrant === true && terms.payer === null && terms.spendingLimit === null
}

/** Whether this person asked, by writing or by sending it: then they never answer, whatever organisations they belong to. */
export function isAsker(proposal: Proposal, personId: PersonId): boolean {
  return proposal.personId === personId || proposal.releasedBy === personId
}

/** Whose word the grant is when the proposal is accepted: the customer's representative who answered a request, or who made the offer. */
export function granterOf(proposal: Proposal): PersonId | null {
  return proposal.side === 'customer' ? (proposal.releasedBy ?? proposal.personId) : proposal.answeredBy
}
