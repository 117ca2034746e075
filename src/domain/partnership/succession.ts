// A succession: a partner that gives its business up names another one, and each of its customers is asked whether that one shall follow.

import type { OrganisationId, PartnershipId, PersonId, SuccessionId, SuccessionQuestionId } from '../ids.ts'
import { type Instant, isOver } from '../time.ts'

/** `agreed`: the successor takes every customer who says yes, on the terms of today. From then on the customers are asked. */
export const successionStates = ['named', 'agreed', 'refused', 'withdrawn'] as const
export type SuccessionState = (typeof successionStates)[number]

export type Succession = {
  readonly id: SuccessionId
  readonly state: SuccessionState
  readonly predecessorId: OrganisationId
  readonly successorId: OrganisationId
  readonly namedBy: PersonId
  readonly namedAt: Instant
  readonly answeredBy: PersonId | null
  readonly answeredAt: Instant | null
  /** Until when customers may answer; null until the successor agreed. */
  readonly until: Instant | null
}

/** What one customer is asked. Silence means no. */
export const questionStates = ['asked', 'granted', 'declined', 'lapsed'] as const
export type QuestionState = (typeof questionStates)[number]

export type SuccessionQuestion = {
  readonly id: SuccessionQuestionId
  readonly successionId: SuccessionId
  readonly state: QuestionState
  readonly customerId: OrganisationId
  /** With the partner that goes. */
  readonly partnershipId: PartnershipId
  readonly partnerId: OrganisationId
  readonly successorId: OrganisationId
  readonly successorName: string
  /** Who named the successor and who agreed: whoever asked never answers. */
  readonly askers: readonly PersonId[]
  readonly until: Instant
  readonly answeredBy: PersonId | null
  readonly answeredAt: Instant | null
  /** With the successor. */
  readonly toPartnershipId: PartnershipId | null
}

/** How long customers have. */
export const successionDays = 30

/** How long before their time is over those who have not answered are reminded. */
export const remindDaysBefore = [7, 2] as const

/** The state as it is at that instant. */
export function stateOfQuestion({ state, until }: SuccessionQuestion, now: Instant): QuestionState {
  return state === 'asked' && isOver(until, now) ? 'lapsed' : state
}
