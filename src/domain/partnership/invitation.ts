// An invitation: a partner's request to an address or a customer number, until somebody entitled claims it for an organisation.

import type { InvitationId, OrganisationId, PartnershipId, PersonId } from '../ids.ts'
import type { Language } from '../language.ts'
import type { Instant } from '../time.ts'

export const invitationStates = ['prepared', 'open', 'claimed', 'withdrawn', 'expired'] as const
export type InvitationState = (typeof invitationStates)[number]

export type Delivery = 'sent' | 'not_delivered'

export type Invitation = {
  readonly id: InvitationId
  readonly state: InvitationState
  readonly partnerId: OrganisationId
  /** The invited email address; null when a customer number was given. */
  readonly address: string | null
  /** The customer whose number was given; null when an address was. */
  readonly addressedTo: OrganisationId | null
  readonly language: Language
  readonly preparedBy: PersonId
  readonly releasedBy: PersonId | null
  readonly sentAt: Instant | null
  /** It can be claimed while `now < expiresAt`; null while prepared. */
  readonly expiresAt: Instant | null
  readonly delivery: Delivery | null
  /** Addresses it was passed on to: whoever proves one of them may claim it too. */
  readonly passedOnTo: readonly string[]
  readonly claimedBy: PersonId | null
  readonly claimedAt: Instant | null
  readonly customerId: OrganisationId | null
  readonly partnershipId: PartnershipId | null
}
