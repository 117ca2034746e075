// The decision: effective = granted ∩ assigned ∩ in time ∩ not suspended ∩ strong enough session; everything else is a no.

import type { RightInForce } from '../partnership/grant.ts'
import type { RightId } from '../rights/catalogue.ts'
import { earliest, type Instant, isLater, type Period } from '../time.ts'
import { endOfVisit } from '../visit.ts'
import { type Asked, assignmentsOf, countingAssignments, hasByRole, rightAsked } from './asked.ts'
import type { Chain, Decision } from './decision.ts'
import type { Facts } from './facts.ts'
import type { Question } from './question.ts'
import { neededRights, type Requirement, requirementsOfActing, requirementsOfMember, rowsInUse } from './requirements.ts'

/**
 * Whether this person may do this now, and why; never throws. A question without a visit concerns the person's own membership
 * only, one with a visit the partnership only. `validUntil` is when the answer ends by itself if no fact changes.
 */
export function decide(question: Question, facts: Facts, now: Instant): Decision {
  const asked = { question, facts, now }
  const missing = requirementsOf(question).find(({ holds }) => !holds(asked))
  if (missing !== undefined) return { allowed: false, because: { code: missing.code, givenBy: missing.givenBy } }
  const because = question.visit === undefined ? memberChain(asked) : grantChain(asked)
  return because === null
    ? { allowed: false, because: { code: 'partnership', givenBy: 'nobody' } }
    : { allowed: true, because, validUntil: validUntil(asked) }
}

/** What must hold for such a question, in the order in which it is looked at. */
export function requirementsOf(question: Question): readonly Requirement[] {
  return question.visit === undefined ? requirementsOfMember : requirementsOfActing
}

function memberChain({ facts }: Asked): Chain | null {
  const { membership } = facts
  if (membership === null) return null
  const { organisationId, personId, role } = membership
  return { kind: 'member', organisationId, personId, role }
}

function grantChain(asked: Asked): Chain | null {
  const { acting } = asked.facts
  if (acting?.membership == null || acting.partnership.grant === null) return null
  const { id, customerId, partnerId, grant } = acting.partnership
  const { personId, role } = acting.membership
  return {
    kind: 'grant',
    customerId,
    partnerId,
    partnershipId: id,
    grantVersion: grant.version,
    right: rightAsked(asked)?.id ?? null,
    scope: longestRow(asked)?.scope ?? null,
    role,
    by: role === 'collaborator' ? (countingAssignments(asked).every(({ teamId }) => teamId !== undefined) ? 'team' : 'assignment') : 'role',
    personId,
    visitId: asked.question.visit?.visitId ?? null,
  }
}

function validUntil(asked: Asked): Instant | null {
  const { session, acting } = asked.facts
  const { visit: asksVisit, standing } = asked.question
  const sessionEnd = standing ? null : (session?.expiresAt ?? null)
  if (asksVisit === undefined) return sessionEnd
  const visit = acting?.visit ?? null
  const visitEnd = visit === null || asksVisit.visitId === null || standing ? null : endOfVisit(visit)
  return earliest(sessionEnd, visitEnd, acting?.partnership.grant?.notAfter ?? null, assignedUntil(asked), ...rightEnds(asked))
}

/** Until when the right is there and assigned, and what it needs. */
function rightEnds(asked: Asked): readonly (Instant | null)[] {
  const right = rightAsked(asked)?.id
  const rights = right === undefined ? [] : [right, ...(neededRights(asked, right) ?? [])]
  return rights.flatMap((id) => [lastEnd(rowsInUse(asked, id)), assignedUntil(asked, id)])
}

/** Until when the person has the customer at all, or this right there; whoever has it by role has it without end. */
function assignedUntil(asked: Asked, right?: RightId): Instant | null {
  if (hasByRole(asked)) return null
  const assignments = right === undefined ? countingAssignments(asked) : assignmentsOf(asked, right)
  return lastEnd(assignments.map(({ period }) => ({ notAfter: period?.notAfter ?? null })))
}

function longestRow(asked: Asked): RightInForce | undefined {
  const right = rightAsked(asked)?.id
  if (right === undefined) return undefined
  const rows = rowsInUse(asked, right)
  const end = lastEnd(rows)
  return rows.find(({ notAfter }) => notAfter === end)
}

function lastEnd(rows: readonly Pick<Period, 'notAfter'>[]): Instant | null {
  return rows.map(({ notAfter }) => notAfter).reduce((last, end) => (isLater(end, last) ? end : last))
}
