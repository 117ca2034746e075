// A decision: allowed, because of this chain; or not, because of the first thing that is missing and who could give it.

import type { OrganisationId, PartnershipId, PersonId, VisitId } from '../ids.ts'
import type { Role } from '../organisation.ts'
import type { RightId } from '../rights/catalogue.ts'
import type { Scope } from '../rights/scope.ts'
import type { Instant } from '../time.ts'

export type Decision =
  | { readonly allowed: true; readonly because: Chain; readonly validUntil: Instant | null }
  | { readonly allowed: false; readonly because: Missing }

export type Chain =
  | { readonly kind: 'member'; readonly organisationId: OrganisationId; readonly personId: PersonId; readonly role: Role }
  | {
      readonly kind: 'grant'
      readonly customerId: OrganisationId
      readonly partnerId: OrganisationId
      readonly partnershipId: PartnershipId
      readonly grantVersion: number
      /** Null when the question was to enter. */
      readonly right: RightId | null
      readonly scope: Scope | null
      readonly role: Role
      /** By which the person has this customer: the role at the partner, an own assignment, or one of a team only. */
      readonly by: 'role' | 'assignment' | 'team'
      readonly personId: PersonId
      readonly visitId: VisitId | null
    }

export const missingCodes = [
  'session',
  'membership',
  'role',
  'right_exists',
  'partnership',
  'partnership_active',
  'not_suspended_by_customer',
  'not_suspended_by_operator',
  'grant_started',
  'grant_not_over',
  'partner_membership',
  'admitted_by_name',
  'assignment',
  'assignment_in_time',
  'assigned_right',
  'second_factor_to_enter',
  'visit',
  'visit_not_over',
  'product',
  'right_granted',
  'right_started',
  'right_not_over',
  'scope',
  'needed_right',
  'granter_secured',
  'sensitive_not_suspended',
  'second_factor',
] as const
export type MissingCode = (typeof missingCodes)[number]

export const givers = [
  'customer_legal_representative',
  'partner_administrator',
  'own_administrator',
  'person',
  'operator',
  'time',
  'nobody',
] as const
export type Giver = (typeof givers)[number]

export type Missing = { readonly code: MissingCode; readonly givenBy: Giver }
