// Declining a request before it belongs to an organisation: whoever proved an address says no, and nobody learns for whom.

import type { DomainEvent } from '../event.ts'
import type { PersonId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Instant } from '../time.ts'
import { type Invitation, type InvitationState, stateOfInvitation } from './invitation.ts'
import { isAsker, type Proposal } from './proposal.ts'

export type Declining = { readonly by: PersonId; readonly isProven: boolean }

export type InvitationDeclined =
  | { readonly kind: 'done'; readonly invitation: Invitation; readonly proposal: Proposal; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

const refusals: Readonly<Record<Exclude<InvitationState, 'open'>, RefusalCode>> = {
  prepared: 'not_found',
  claimed: 'already_answered',
  withdrawn: 'request_withdrawn',
  expired: 'request_expired',
}

/**
 * The invitation, answered for good without a partnership, and its proposal, declined. Only the partner reads of it.
 * Refusals: `not_found`, `already_answered`, `request_withdrawn`, `request_expired`, `asker_cannot_answer`, `address_not_proven`.
 */
export function declineInvitation(
  invitation: Invitation,
  proposal: Proposal,
  { by, isProven }: Declining,
  now: Instant,
): InvitationDeclined {
  const state = stateOfInvitation(invitation, now)
  if (state !== 'open') return { kind: 'refused', code: refusals[state] }
  if (proposal.state !== 'open') return { kind: 'refused', code: 'already_answered' }
  if (isAsker(proposal, by) || by === invitation.preparedBy) return { kind: 'refused', code: 'asker_cannot_answer' }
  if (!isProven) return { kind: 'refused', code: 'address_not_proven' }
  return {
    kind: 'done',
    invitation: { ...invitation, state: 'claimed', claimedAt: now },
    proposal: { ...proposal, state: 'declined', answeredBy: by, answeredAt: now },
    events: [{ kind: 'proposal.declined', readers: [invitation.partnerId], data: { proposalId: proposal.id, side: proposal.side } }],
  }
}
