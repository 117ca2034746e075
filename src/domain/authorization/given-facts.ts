// What tests of decisions begin with: Anna visits Zürcher for Alpweb, with everything in order.

import {
  alpweb,
  anna,
  bakeryMail,
  daysAfter,
  everywhere,
  givenGrant,
  givenPartnership,
  inForce,
  noon,
  thePartnership,
  zuercher,
} from '../given.ts'
import { asId, type SessionId, type VisitId } from '../ids.ts'
import type { Role } from '../organisation.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { type RightId, rightIds } from '../rights/catalogue.ts'
import { standardVisit, startVisit } from '../visit.ts'
import type { ActingFacts, Facts } from './facts.ts'
import type { Action, Question } from './question.ts'

export const theVisit = asId<VisitId>('visit')
export const theSession = asId<SessionId>('session')

/** May Anna do this at Zürcher, on its mail, in her visit? */
export function onMail(action: Action): Question {
  return { ...acting(action), productId: bakeryMail.productId }
}

export function acting(action: Action): Question {
  return { personId: anna, organisationId: zuercher, action, visit: { partnershipId: thePartnership, visitId: theVisit } }
}

/** May Anna do this at Alpweb, as its member? */
export function atHome(action: Action): Question {
  return { personId: anna, organisationId: alpweb, action }
}

/** Every right granted on everything, all assigned, a second factor used, the visit five minutes old. */
export function givenFacts(more: Partial<Facts> = {}): Facts {
  return {
    session: { id: theSession, personId: anna, strength: 'two_factors', authenticatedAt: noon, expiresAt: daysAfter(1), endedAt: null },
    membership: null,
    acting: givenActing(),
    product: bakeryMail,
    ...more,
  }
}

export function givenActing(more: Partial<ActingFacts> = {}, rights: readonly RightId[] = rightIds): ActingFacts {
  return {
    partnership: givenPartnership({ grant: givenGrant(rights.map((right) => inForce(everywhere(right), { notAfter: daysAfter(90) }))) }),
    membership: { organisationId: alpweb, personId: anna, role: 'collaborator' },
    admittedByName: false,
    assignments: [{ partnershipId: thePartnership, personId: anna, rights: null }],
    visit: startVisit({ id: theVisit, partnershipId: thePartnership, personId: anna, sessionId: theSession }, standardVisit, noon),
    ...more,
  }
}

export function withPartnership(more: Partial<Partnership>): Facts {
  const facts = givenActing()
  return givenFacts({ acting: { ...facts, partnership: { ...facts.partnership, ...more } } })
}

export function withRole(role: Role): ActingFacts['membership'] {
  return { organisationId: alpweb, personId: anna, role }
}

/** Everything that can be taken away from the facts, one thing at a time, or added against them. */
export function lessOf(facts: Facts): readonly Facts[] {
  const { acting } = facts
  const fewer: readonly Facts[] = [
    { ...facts, session: null },
    { ...facts, membership: null },
    { ...facts, acting: null },
    { ...facts, product: null },
  ]
  if (acting === null) return fewer
  const change = (more: Partial<ActingFacts>): Facts => ({ ...facts, acting: { ...acting, ...more } })
  const { partnership } = acting
  const { grant } = partnership
  const partnerships = [
    { ...partnership, suspendedByCustomerAt: noon },
    { ...partnership, suspendedByOperatorAt: noon },
    { ...partnership, partnerClosedAt: noon },
    { ...partnership, state: 'ended' as const },
    { ...partnership, namedPeopleOnly: true },
    { ...partnership, secondFactorNeeded: true },
    { ...partnership, sensitiveSuspendedAt: noon },
    { ...partnership, securedAt: null },
    { ...partnership, grant: null },
    ...(grant === null
      ? []
      : grant.rights.map((gone) => ({ ...partnership, grant: { ...grant, rights: grant.rights.filter((row) => row !== gone) } }))),
    ...(grant === null ? [] : [{ ...partnership, grant: { ...grant, notAfter: noon } }]),
  ]
  return [
    ...fewer,
    change({ membership: null }),
    change({ visit: null }),
    change({ admittedByName: false }),
    ...acting.assignments.map((gone) => change({ assignments: acting.assignments.filter((assignment) => assignment !== gone) })),
    ...acting.assignments.map((less) =>
      change({ assignments: acting.assignments.map((it) => (it === less ? { ...it, rights: [] } : it)) }),
    ),
    ...acting.assignments.map((less) =>
      change({ assignments: acting.assignments.map((it) => (it === less ? { ...it, period: { notBefore: noon, notAfter: noon } } : it)) }),
    ),
    ...partnerships.map((less) => change({ partnership: less })),
  ]
}
