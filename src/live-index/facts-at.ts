// The facts of one question, taken out of the index as the domain knows them: so that decide() itself explains what the index answers.

import type { Assignment } from '../domain/assignment.ts'
import type { ActingFacts, Facts } from '../domain/authorization/facts.ts'
import type { Question } from '../domain/authorization/question.ts'
import { asId, type OrganisationId, type PersonId } from '../domain/ids.ts'
import type { Member } from '../domain/organisation.ts'
import type { Grant, RightInForce } from '../domain/partnership/grant.ts'
import type { Partnership } from '../domain/partnership/partnership.ts'
import { termsUnchanged } from '../domain/partnership/terms.ts'
import type { RightId } from '../domain/rights/catalogue.ts'
import type { ProductFacts } from '../domain/rights/scope.ts'
import { type Instant, instant } from '../domain/time.ts'
import type { Asked } from './asked.ts'
import { end } from './chains.ts'
import type { Memory } from './memory.ts'
import { gate } from './partnerships.ts'
import { noRole } from './people.ts'
import type { SessionRecord, VisitRecord } from './records.ts'

/** Undefined when the visit of the question does not exist: then that is what is missing. */
export function factsAt(memory: Memory, asked: Asked): { readonly question: Question; readonly facts: Facts } | undefined {
  const product = productAt(memory, asked)
  if (asked.visit !== undefined) {
    const visit = memory.visits.visit(asked.visit)
    return visit && inVisit(memory, asked, visit)
  }
  if (asked.partnership !== undefined) return standing(memory, asked, asked.partnership)
  const organisationId = asId<OrganisationId>(asked.organisation ?? product?.ownerId ?? '')
  const session = asked.session === undefined ? null : (memory.visits.session(asked.session) ?? null)
  return {
    question: { ...basics(asked), organisationId, ...(asked.session === undefined ? { standing: true } : {}) },
    facts: { session: session && sessionOf(session), membership: memberOf(memory, asked.person, organisationId), acting: null, product },
  }
}

function inVisit(memory: Memory, asked: Asked, visit: VisitRecord) {
  const session = memory.visits.session(visit.sessionId)
  const partnershipId = asId<Partnership['id']>(visit.partnershipId)
  return {
    question: {
      ...basics(asked),
      organisationId: asId<OrganisationId>(asked.organisation ?? customerOf(memory, visit.partnershipId)),
      visit: { partnershipId, visitId: asId<NonNullable<ActingFacts['visit']>['id']>(visit.id) },
    },
    facts: {
      session: session ? sessionOf(session) : null,
      membership: null,
      acting: actingAt(memory, asked, visit.partnershipId, visit),
      product: productAt(memory, asked),
    },
  }
}

function standing(memory: Memory, asked: Asked, partnership: string) {
  return {
    question: {
      ...basics(asked),
      organisationId: asId<OrganisationId>(asked.organisation ?? customerOf(memory, partnership)),
      visit: { partnershipId: asId<Partnership['id']>(partnership), visitId: null },
      standing: true as const,
    },
    facts: { session: null, membership: null, acting: actingAt(memory, asked, partnership, null), product: productAt(memory, asked) },
  }
}

function basics({ person, action, product, family }: Asked) {
  return {
    personId: asId<PersonId>(person),
    action: action as RightId,
    ...(product === undefined ? {} : { productId: asId<ProductFacts['productId']>(product) }),
    ...(family === undefined ? {} : { family: family as NonNullable<Question['family']> }),
  }
}

function customerOf({ partnerships, organisations }: Memory, id: string): string {
  const partnership = partnerships.ids.find(id)
  return partnerships.isThere(partnership) ? organisations.text(partnerships.customer[partnership]) : ''
}

function actingAt(memory: Memory, asked: Asked, id: string, visit: VisitRecord | null): ActingFacts | null {
  const { partnerships, people, organisations } = memory
  const number = partnerships.ids.find(id)
  if (!partnerships.isThere(number)) return null
  const person = people.ids.find(asked.person)
  const partnerId = organisations.text(partnerships.partner[number])
  return {
    partnership: partnershipAt(memory, number, id),
    membership: memberOf(memory, asked.person, asId(partnerId)),
    admittedByName: person !== end && partnerships.admitted.get(number)?.has(person) === true,
    assignments: person === end ? [] : assignmentsAt(memory, number, person),
    visit: visit && visitOf(visit),
  }
}

function partnershipAt({ partnerships, organisations, granted, rights }: Memory, number: number, id: string): Partnership {
  const flags = partnerships.flags[number]
  const at = (bit: number): Instant | null => ((flags & bit) === 0 ? null : instant(0))
  const rows = [...granted.byPartnership.items(number)].flatMap((row) =>
    granted.rightsOf(row).map(
      (right): RightInForce => ({
        right: rights.ids[right],
        scope: granted.scopeOf(row, right),
        notBefore: instant(granted.notBefore[row]),
        notAfter: endAt(granted.notAfter[row]),
        grantedAt: instant(granted.grantedAt(row)),
      }),
    ),
  )
  const grant: Grant = {
    version: partnerships.version[number],
    reason: 'granted',
    terms: termsUnchanged,
    rights: rows,
    grantedBy: asId(''),
    grantedAt: instant(partnerships.notBefore[number]),
    proposalId: null,
    notBefore: instant(partnerships.notBefore[number]),
    notAfter: endAt(partnerships.notAfter[number]),
  }
  return {
    id: asId(id),
    partnerId: asId(organisations.text(partnerships.partner[number])),
    customerId: asId(organisations.text(partnerships.customer[number])),
    startedBy: 'partner',
    state: partnerships.state(number),
    suspendedByCustomerAt: at(gate.customer),
    suspendedByOperatorAt: at(gate.operator),
    partnerClosedAt: partnerships.isPartnerClosed(number) ? instant(0) : null,
    grant: (flags & gate.grant) === 0 ? null : grant,
    securedAt: endAt(partnerships.securedAt[number]),
    namedPeopleOnly: (flags & gate.named) !== 0,
    secondFactorNeeded: (flags & gate.secondFactor) !== 0,
    sensitiveSuspendedAt: at(gate.sensitive),
    ...{ activatedAt: null, endedAt: null, endedBy: null },
  }
}

function assignmentsAt(memory: Memory, partnership: number, person: number): readonly Assignment[] {
  const { partnerships, people, rights, sets } = memory
  const { assignments } = partnerships
  const own = [...assignments.byPartnership.items(partnership)].filter((row) => assignments.isOf(row, person))
  return own.map(
    (row): Assignment => ({
      partnershipId: asId(partnerships.ids.text(partnership)),
      personId: asId(people.ids.text(person)),
      ...(assignments.subject[row] < 0 ? { teamId: asId(people.teams.text(~assignments.subject[row])) } : {}),
      rights: assignments.holdsAll(row) ? null : sets.members(assignments.setOf(row)).map((right) => rights.ids[right]),
      period: { notBefore: instant(assignments.startOf(row)), notAfter: endAt(assignments.endOf(row)) },
    }),
  )
}

function memberOf({ people, organisations }: Memory, personId: string, organisationId: OrganisationId): Member | null {
  const person = people.ids.find(personId)
  const organisation = organisations.find(organisationId)
  const role = person === end || organisation === end ? noRole : people.roleIn(organisation, person)
  return role === noRole ? null : { organisationId, personId: asId(personId), role: people.roleName(role) }
}

function productAt({ products, organisations, rights }: Memory, asked: Asked): ProductFacts | null {
  const product = asked.product === undefined ? end : products.ids.find(asked.product)
  if (!products.isThere(product)) return null
  const family = rights.families[products.family[product]]
  if (asked.family !== undefined && asked.family !== family) return null
  return {
    productId: asId(asked.product ?? ''),
    ownerId: asId(organisations.text(products.owner[product])),
    family,
    createdAt: instant(products.createdAt[product]),
  }
}

function sessionOf({ id, personId, strength, authenticatedAt, expiresAt, endedAt }: SessionRecord): NonNullable<Facts['session']> {
  return {
    id: asId(id),
    personId: asId(personId),
    strength,
    authenticatedAt: instant(authenticatedAt),
    expiresAt: instant(expiresAt),
    endedAt: endedAt === null ? null : instant(endedAt),
  }
}

function visitOf(visit: VisitRecord): NonNullable<ActingFacts['visit']> {
  return {
    id: asId(visit.id),
    partnershipId: asId(visit.partnershipId),
    personId: asId(visit.personId),
    sessionId: asId(visit.sessionId),
    startedAt: instant(visit.startedAt),
    seenAt: instant(visit.seenAt),
    idleMinutes: visit.idleMinutes,
    expiresAt: instant(visit.expiresAt),
    endedAt: visit.endedAt === null ? null : instant(visit.endedAt),
    endedBy: null,
  }
}

const endAt = (time: number): Instant | null => (Number.isFinite(time) ? instant(time) : null)
