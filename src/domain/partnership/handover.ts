// A hand-over: the customer goes from one of its partners to another. For a while both have access, then the first one ends by itself.

import type { HandoverId, OrganisationId, PartnershipId, PersonId } from '../ids.ts'
import type { Instant } from '../time.ts'

/** `asked`: the next partner has not accepted yet. `called_off`: everything stays as it was. */
export const handoverStates = ['asked', 'planned', 'done', 'called_off'] as const
export type HandoverState = (typeof handoverStates)[number]

export const longestOverlapDays = 90
export const standardOverlapDays = 14

export type Handover = {
  readonly id: HandoverId
  readonly state: HandoverState
  readonly customerId: OrganisationId
  /** The partnership that ends, and the one that goes on. */
  readonly from: PartnershipId
  readonly fromPartnerId: OrganisationId
  readonly to: PartnershipId
  readonly toPartnerId: OrganisationId
  readonly by: PersonId
  /** Whole days both have access, counted from when the next partner has. */
  readonly overlapDays: number
  /** Whether the two partners learn each other's name; otherwise nobody says who comes and who goes. */
  readonly namesTold: boolean
  readonly createdAt: Instant
  /** When the first partnership ends; null until the next partner has access. */
  readonly endsAt: Instant | null
}
