// What decide() says of a tiny world, without any index: facts built plainly from its records. Also how questions are aimed at what is in it.
import { decide } from '../domain/authorization/decide.ts'
import type { Decision } from '../domain/authorization/decision.ts'
import type { ActingFacts, Facts } from '../domain/authorization/facts.ts'
import type { Question } from '../domain/authorization/question.ts'
import { termsUnchanged } from '../domain/partnership/terms.ts'
import { instant } from '../domain/time.ts'
import type { Asked } from './asked.ts'
import { nobody, partnerships, people, products, visits, type World } from './given-world.ts'
import type { GrantedRow, PartnershipRecord, PersonRecord, ProductRecord, SessionRecord, VisitRecord } from './records.ts'

/** What decide() says of this world, without an index. Also how an outside question becomes one of the domain. */
export function oracle(world: World, asked: Asked, now: number): Decision {
  const found = <R>(key: string | undefined) => (key === undefined ? null : ((world.get(key) ?? null) as R | null))
  const visit = found<VisitRecord>(asked.visit)
  if (asked.visit !== undefined && visit === null) return { allowed: false, because: { code: 'visit', givenBy: 'person' } }
  const partnershipId = visit?.partnershipId ?? (asked.visit === undefined ? asked.partnership : undefined)
  const told = found<PartnershipRecord>(partnershipId)
  const isThere = found<ProductRecord>(asked.product)
  const product = isThere !== null && (asked.family === undefined || asked.family === isThere.family) ? isThere : null
  const sessionId = visit?.sessionId ?? (partnershipId === undefined ? asked.session : undefined)
  const isStanding = asked.visit === undefined && (partnershipId !== undefined || asked.session === undefined)
  const where = asked.organisation ?? (partnershipId === undefined ? product?.ownerId : told?.customerId) ?? ''
  const member = (organisationId: string) => {
    const role = found<PersonRecord>(asked.person)?.memberships.find((one) => one.organisationId === organisationId)?.role
    return role === undefined ? null : { organisationId, personId: asked.person, role }
  }
  const facts = {
    session: found<SessionRecord>(sessionId),
    membership: partnershipId === undefined ? member(where) : null,
    acting:
      told &&
      actingFacts(told, { person: found<PersonRecord>(asked.person), personId: asked.person, membership: member(told.partnerId), visit }),
    product: product && { productId: product.id, ownerId: product.ownerId, family: product.family, createdAt: product.createdAt },
  } as unknown as Facts
  const question = {
    personId: asked.person,
    organisationId: where,
    action: asked.action,
    ...(asked.product === undefined ? {} : { productId: asked.product }),
    ...(asked.family === undefined ? {} : { family: asked.family }),
    ...(partnershipId === undefined ? {} : { visit: { partnershipId, visitId: visit?.id ?? null } }),
    ...(isStanding ? { standing: true } : {}),
  } as unknown as Question
  return decide(question, facts, instant(now))
}

type Who = {
  readonly person: PersonRecord | null
  readonly personId: string
  readonly membership: unknown
  readonly visit: VisitRecord | null
}

function actingFacts(told: PartnershipRecord, { person, personId, membership, visit }: Who): ActingFacts {
  const at = (closed: boolean) => (closed ? 0 : null)
  const scopeOf = ({ scope, key, future }: GrantedRow) =>
    scope === 'organisation'
      ? { kind: scope }
      : scope === 'all'
        ? { kind: scope, future }
        : scope === 'family'
          ? { kind: scope, family: key, future }
          : { kind: scope, productId: key }
  const grant = told.grant && {
    ...told.grant,
    reason: 'granted',
    terms: termsUnchanged,
    rights: told.grant.rows.map((one) => ({
      right: one.right,
      scope: scopeOf(one),
      notBefore: one.notBefore,
      notAfter: one.notAfter,
      grantedAt: one.grantedAt,
    })),
    grantedBy: '',
    grantedAt: 0,
    proposalId: null,
  }
  return {
    partnership: {
      id: told.id,
      partnerId: told.partnerId,
      customerId: told.customerId,
      startedBy: 'partner',
      state: told.state,
      suspendedByCustomerAt: at(told.suspendedByCustomer),
      suspendedByOperatorAt: at(told.suspendedByOperator),
      grant,
      securedAt: told.grant?.securedAt ?? null,
      namedPeopleOnly: told.namedPeopleOnly,
      secondFactorNeeded: told.secondFactorNeeded,
      sensitiveSuspendedAt: at(told.sensitiveSuspended),
      activatedAt: null,
      endedAt: null,
      endedBy: null,
    },
    membership,
    admittedByName: told.admitted.includes(personId),
    assignments: told.assignments
      .filter((one) => one.personId === personId || (one.teamId !== null && person?.teams.includes(one.teamId)))
      .map(({ teamId, rights, notBefore, notAfter }) => ({
        ...{ partnershipId: told.id, personId, rights },
        ...(teamId === null ? {} : { teamId }),
        ...(notBefore === 0 && notAfter === null ? {} : { period: { notBefore, notAfter } }),
      })),
    visit: visit && { ...visit, endedBy: null },
  } as unknown as ActingFacts
}

/** A question that has a chance: somebody of the partner, a right of the grant, a product of the customer. Drawn by four numbers. */
export function aimed(world: World, [first, second, third, fourth]: readonly [number, number, number, number]): Asked {
  const pick = <T>(values: readonly T[], number: number): T | undefined => values[number % Math.max(values.length, 1)]
  const records = <R>(keys: readonly string[]) => keys.flatMap((key) => (world.get(key) ? [world.get(key) as R] : []))
  const visit = pick(records<VisitRecord>(visits), first)
  const told = records<PartnershipRecord>(partnerships)
  const inVisit = first % 2 === 0 && visit !== undefined
  const partnership = inVisit ? told.find(({ id }) => id === visit.partnershipId) : pick(told, first)
  const row = pick(partnership?.grant?.rows ?? [], second)
  const colleagues = records<PersonRecord>(people).filter(({ memberships }) =>
    memberships.some(({ organisationId }) => organisationId === partnership?.partnerId),
  )
  const fitting = records<ProductRecord>(products).filter(
    ({ ownerId, family }) =>
      ownerId === partnership?.customerId && (row === undefined || !row.right.startsWith('mail') || family === 'mail'),
  )
  return {
    person: (inVisit ? visit.personId : pick(colleagues, third)?.id) ?? nobody,
    action: row?.right ?? 'enter',
    product: row?.scope === 'organisation' ? undefined : pick(fitting, fourth)?.id,
    ...(inVisit ? { visit: visit.id } : { partnership: partnership?.id ?? nobody }),
  }
}
