// An invitation: a partner's request to an address or a customer number, until somebody entitled claims it for an organisation.

import type { InvitationId, OrganisationId, PartnershipId, PersonId } from '../ids.ts'
import type { Language } from '../language.ts'
import { type Instant, isOver } from '../time.ts'

export const invitationStates = ['prepared', 'open', 'claimed', 'withdrawn', 'expired'] as const
export type InvitationState = (typeof invitationStates)[number]

export type Delivery = 'queued' | 'sent' | 'not_delivered'
export const mostPassedOn = 3

export type Invitation = {
  readonly id: InvitationId
  readonly state: InvitationState
  readonly partnerId: OrganisationId
  /** The invited address; null when a customer number was given. */
  readonly email: string | null
  readonly customerNumber: string | null
  readonly language: Language
  readonly preparedBy: PersonId
  /** Who sent it: the same person, unless an administrator prepared it. */
  readonly releasedBy: PersonId | null
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  /** It can be claimed while `now < expiresAt`; null while prepared. */
  readonly expiresAt: Instant | null
  readonly delivery: Delivery | null
  /** Counts the links made: a corrected address makes the earlier link worthless. */
  readonly tokenGeneration: number
  readonly passedOnCount: number
  readonly claimedAt: Instant | null
  readonly partnershipId: PartnershipId | null
}

/** The state as it is at that instant: an open invitation that is overdue is expired. */
export function stateOfInvitation(invitation: Invitation, now: Instant): InvitationState {
  return invitation.state === 'open' && isOver(invitation.expiresAt, now) ? 'expired' : invitation.state
}

/** To an address a mail is on its way. What becomes of it at a customer number nobody is told: it would say whether there is such a customer. */
export function deliveryBegun({ email }: Pick<Invitation, 'email'>): Delivery {
  return email === null ? 'sent' : 'queued'
}
