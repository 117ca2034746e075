// What decide() says of a tiny world, without any index: facts built plainly from its records. Also how questions are aimed at what is in it.
import { decide } from '../domain/authorization/decide.ts'
import type { Decision } from '../domain/authorization/decision.ts'
import type { Facts } from '../domain/authorization/facts.ts'
import type { Question } from '../domain/authorization/question.ts'
import { instant } from '../domain/time.ts'
import type { Asked } from './asked.ts'
import { actingFactsOf, memberOf, productFactsOf } from './facts-of-records.ts'
import { nobody, partnerships, people, products, visits, type World } from './given-world.ts'
import type { PartnerRecord, PartnershipRecord, PersonRecord, ProductRecord, SessionRecord, VisitRecord } from './records.ts'

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
  const facts = {
    session: found<SessionRecord>(sessionId),
    membership: partnershipId === undefined ? memberOf(where, asked.person, found<PersonRecord>(asked.person)) : null,
    acting: told && {
      ...actingFactsOf(told, found<PartnerRecord>(told.partnerId), { personId: asked.person, record: found<PersonRecord>(asked.person) }),
      visit: visit && { ...visit, endedBy: null },
    },
    product: product && productFactsOf(product),
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
