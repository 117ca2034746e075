// What must hold, in order: the requirements of a question about the own organisation, and of one on behalf of a customer.

import type { RightInForce } from '../partnership/grant.ts'
import { isSecured } from '../partnership/grant.ts'
import { closedByOperatorAt } from '../partnership/partnership.ts'
import { familyViewNeeded, isFamily, isSensitive, type RightId, viewOf } from '../rights/catalogue.ts'
import { isSessionOpen } from '../session.ts'
import { isOver, isWithin } from '../time.ts'
import { isVisitOver } from '../visit.ts'
import { type Asked, countingAssignments, grantedRows, hasByRole, isAssigned, isReached, ownAssignments, rightAsked } from './asked.ts'
import type { Giver, Missing, MissingCode } from './decision.ts'
import { rightsOfRole } from './own-rights.ts'

export type Requirement = Missing & { readonly holds: (asked: Asked) => boolean }

const session = requirement('session', 'person', ({ question, facts, now }) => {
  if (question.standing) return true
  return facts.session !== null && facts.session.personId === question.personId && isSessionOpen(facts.session, now)
})

const rightExists = requirement('right_exists', 'nobody', (asked) => asked.question.action === 'enter' || rightAsked(asked) !== undefined)

/** The product of the question exists, belongs to the organisation, and is of the right's family. */
const product = requirement('product', 'nobody', (asked) => {
  const { question, facts } = asked
  if (question.productId === undefined) return true
  const family = rightAsked(asked)?.family ?? null
  return (
    facts.product !== null &&
    facts.product.productId === question.productId &&
    facts.product.ownerId === question.organisationId &&
    (family === null || family === facts.product.family)
  )
})

export const requirementsOfMember: readonly Requirement[] = [
  session,
  rightExists,
  requirement('membership', 'own_administrator', ({ question, facts }) => {
    return facts.membership?.personId === question.personId && facts.membership.organisationId === question.organisationId
  }),
  requirement('role', 'own_administrator', ({ question, facts }) => {
    return facts.membership !== null && (question.action === 'enter' || rightsOfRole(facts.membership.role).includes(question.action))
  }),
  product,
]

export const requirementsOfActing: readonly Requirement[] = [
  session,
  rightExists,
  requirement('partnership', 'customer_legal_representative', ({ question, facts }) => {
    const partnership = facts.acting?.partnership
    return partnership?.id === question.visit?.partnershipId && partnership?.customerId === question.organisationId
  }),
  requirement('partner_membership', 'partner_administrator', ({ question, facts }) => {
    const membership = facts.acting?.membership
    return membership?.personId === question.personId && membership.organisationId === facts.acting?.partnership.partnerId
  }),
  // Before anything about the partnership: whoever is not assigned does not even learn that it was stopped.
  requirement('assignment', 'partner_administrator', ({ question, facts }) => {
    const role = facts.acting?.membership?.role
    return role !== undefined && (role !== 'collaborator' || ownAssignments({ question, facts }).length > 0)
  }),
  requirement('assignment_in_time', 'partner_administrator', (asked) => {
    return asked.facts.acting?.membership != null && (hasByRole(asked) || countingAssignments(asked).length > 0)
  }),
  requirement('partnership_active', 'customer_legal_representative', ({ facts }) => {
    return facts.acting?.partnership.state === 'active' && facts.acting.partnership.grant !== null
  }),
  requirement('not_suspended_by_customer', 'customer_legal_representative', ({ facts }) => {
    return facts.acting?.partnership.suspendedByCustomerAt === null
  }),
  requirement(
    'not_suspended_by_operator',
    'operator',
    ({ facts }) => facts.acting !== null && closedByOperatorAt(facts.acting.partnership) === null,
  ),
  requirement('grant_started', 'time', ({ facts, now }) => (facts.acting?.partnership.grant?.notBefore ?? Infinity) <= now),
  requirement('grant_not_over', 'customer_legal_representative', ({ facts, now }) => {
    const grant = facts.acting?.partnership.grant ?? null
    return grant !== null && !isOver(grant.notAfter, now)
  }),
  requirement('admitted_by_name', 'customer_legal_representative', ({ facts }) => {
    return facts.acting !== null && (!facts.acting.partnership.namedPeopleOnly || facts.acting.admittedByName)
  }),
  requirement('second_factor_to_enter', 'person', ({ question, facts }) => {
    const isNeeded = facts.acting?.partnership.secondFactorNeeded ?? true
    return question.standing === true || !isNeeded || facts.session?.strength === 'two_factors'
  }),
  requirement('visit', 'person', isVisitOfQuestion),
  requirement(
    'visit_not_over',
    'person',
    (asked) => isBeforeVisit(asked) || (asked.facts.acting?.visit != null && !isVisitOver(asked.facts.acting.visit, asked.now)),
  ),
  product,
  ofRight('right_granted', 'customer_legal_representative', (asked, right) => grantedRows(asked, right).length > 0),
  ofRight('right_started', 'time', (asked, right) => grantedRows(asked, right).some(({ notBefore }) => notBefore <= asked.now)),
  ofRight('right_not_over', 'customer_legal_representative', (asked, right) =>
    grantedRows(asked, right).some((row) => isWithin(row, asked.now)),
  ),
  ofRight('scope', 'customer_legal_representative', (asked, right) => rowsInUse(asked, right).length > 0),
  ofRight('assigned_right', 'partner_administrator', isAssigned),
  ofRight('needed_right', 'customer_legal_representative', (asked, right) => {
    const needed = neededRights(asked, right)
    return needed?.every((one) => rowsInUse(asked, one).length > 0 && isAssigned(asked, one)) ?? false
  }),
  ofRight('granter_secured', 'customer_legal_representative', ({ facts, now }, right) => {
    return !isSensitive(right) || isSecured(facts.acting?.partnership.securedAt ?? null, now)
  }),
  ofRight('sensitive_not_suspended', 'operator', ({ facts }, right) => {
    return !isSensitive(right) || facts.acting?.partnership.sensitiveSuspendedAt === null
  }),
  ofRight('second_factor', 'person', ({ question, facts }, right) => {
    return question.standing === true || !isSensitive(right) || facts.session?.strength === 'two_factors'
  }),
]

/** The rows of a right that are in time and reach what the question is about. */
export function rowsInUse(asked: Asked, right: RightId): readonly RightInForce[] {
  return grantedRows(asked, right).filter((row) => isWithin(row, asked.now) && isReached(asked, row))
}

/** The rights a right needs, for the product of the question; null when that cannot be told, because no product and no family is named. */
export function neededRights(asked: Asked, right: RightId): readonly RightId[] | null {
  if (right !== familyViewNeeded) return rightAsked(asked)?.needs ?? []
  const { question, facts } = asked
  const family = question.productId === undefined ? question.family : facts.product?.family
  return family === undefined || !isFamily(family) ? null : [viewOf(family)]
}

function isVisitOfQuestion(asked: Asked): boolean {
  if (isBeforeVisit(asked)) return true
  const { question, facts } = asked
  const visit = facts.acting?.visit ?? null
  return (
    visit !== null &&
    visit.id === question.visit?.visitId &&
    visit.partnershipId === question.visit.partnershipId &&
    visit.personId === question.personId &&
    visit.sessionId === facts.session?.id
  )
}

/** Only who asks to enter, or of no visit in particular, needs none. */
function isBeforeVisit({ question }: Asked): boolean {
  return question.standing === true || (question.action === 'enter' && question.visit?.visitId === null)
}

function requirement(code: MissingCode, givenBy: Giver, holds: (asked: Asked) => boolean): Requirement {
  return { code, givenBy, holds }
}

/** A requirement that a question to enter does not have. */
function ofRight(code: MissingCode, givenBy: Giver, holds: (asked: Asked, right: RightId) => boolean): Requirement {
  return requirement(code, givenBy, (asked) => {
    const right = rightAsked(asked)
    return asked.question.action === 'enter' || (right !== undefined && holds(asked, right.id))
  })
}
