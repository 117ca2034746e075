// What can be done with an invitation, and what comes of it.

import type { DomainEvent } from '../event.ts'
import type { OrganisationId, PartnershipId, PersonId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Instant } from '../time.ts'
import type { Actor } from '../who-may.ts'
import type { Invitation } from './invitation.ts'

export type InvitationCommand =
  | { readonly kind: 'release'; readonly by: Actor; readonly expiresAt: Instant }
  | { readonly kind: 'resend'; readonly by: Actor; readonly expiresAt: Instant }
  | { readonly kind: 'correct_address'; readonly by: Actor; readonly email: string }
  | { readonly kind: 'withdraw'; readonly by: Actor }
  /** A new version of what is asked for, of that number. */
  | { readonly kind: 'revise'; readonly by: Actor; readonly number: number; readonly expiresAt: Instant }
  /** `isProven`: the person proved an invited address, or belongs to the customer whose number was given. */
  | {
      readonly kind: 'claim'
      readonly by: PersonId
      readonly isProven: boolean
      readonly customerId: OrganisationId
      readonly partnershipId: PartnershipId
    }
  | { readonly kind: 'pass_on'; readonly by: PersonId; readonly isProven: boolean; readonly email: string }
  | { readonly kind: 'report_delivery'; readonly delivery: 'sent' }
  | { readonly kind: 'report_delivery'; readonly delivery: 'not_delivered'; readonly reason: string }
  | { readonly kind: 'lapse' }

export type InvitationDecided =
  | { readonly kind: 'done'; readonly invitation: Invitation; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
