// A question together with the facts and the time: what every requirement looks at.

import { type Assignment, isCounting } from '../assignment.ts'
import type { RightInForce } from '../partnership/grant.ts'
import { findRight, type Right, type RightId, rightOf } from '../rights/catalogue.ts'
import { reaches, reachesFuture } from '../rights/scope.ts'
import type { Instant } from '../time.ts'
import type { Facts } from './facts.ts'
import type { Question } from './question.ts'

export type Asked = { readonly question: Question; readonly facts: Facts; readonly now: Instant }

/** The right that is asked for; undefined when the question is to enter, or the catalogue has no such right. */
export function rightAsked({ question }: Asked): Right | undefined {
  return question.action === 'enter' ? undefined : findRight(question.action)
}

/** The rows of a right in the grant. */
export function grantedRows({ facts }: Asked, right: RightId): readonly RightInForce[] {
  return facts.acting?.partnership.grant?.rights.filter((row) => row.right === right) ?? []
}

/** Whether a row of a right reaches what the question is about: the organisation, a product, or something not yet there. */
export function isReached({ question, facts }: Asked, row: RightInForce): boolean {
  if (rightOf(row.right).level === 'organisation') return row.scope.kind === 'organisation'
  if (question.productId === undefined) return reachesFuture(row, question.family)
  return facts.product !== null && reaches(row, facts.product)
}

/** Whether the person has this right of the partnership: by role, or because it was assigned. */
export function isAssigned(asked: Asked, right: RightId): boolean {
  return asked.facts.acting?.membership != null && (hasByRole(asked) || assignmentsOf(asked, right).length > 0)
}

/** Whether the person has every customer of the partner, without assignment. */
export function hasByRole({ facts }: Pick<Asked, 'facts'>): boolean {
  return facts.acting?.membership != null && facts.acting.membership.role !== 'collaborator'
}

/** The person's assignments that count now and hold this right. */
export function assignmentsOf(asked: Asked, right: RightId): readonly Assignment[] {
  return countingAssignments(asked).filter(({ rights }) => rights === null || rights.includes(right))
}

export function countingAssignments(asked: Asked): readonly Assignment[] {
  return ownAssignments(asked).filter((assignment) => isCounting(assignment, asked.now))
}

/** The person's assignments to the partnership of the question, and no others, whether or not they count now. */
export function ownAssignments({ facts, question }: Pick<Asked, 'facts' | 'question'>): readonly Assignment[] {
  const acting = facts.acting
  if (acting === null) return []
  return acting.assignments.filter(
    ({ personId, partnershipId }) => personId === question.personId && partnershipId === acting.partnership.id,
  )
}
