// A tiny world for property tests: few people, customers and products, and few instants, so that everything collides. What is true in it is
// plain records; given-oracle.ts says what follows from them.
import fc from 'fast-check'
import { roles } from '../domain/organisation.ts'
import { type PartnershipState, partnershipStates } from '../domain/partnership/partnership.ts'
import { type Family, type RightId, rightOf } from '../domain/rights/catalogue.ts'
import type { Scope } from '../domain/rights/scope.ts'
import { type SessionStrength, sessionStrengths } from '../domain/session.ts'
import { minuteMs } from '../domain/time.ts'
import type { Asked } from './asked.ts'
import type { Change, GrantedRow, PartnershipRecord, PersonRecord, ProductRecord, SessionRecord, VisitRecord } from './records.ts'

const id = (kind: number, number: number) =>
  `0199${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
const ids = (kind: number, count: number) => Array.from({ length: count }, (_, number) => id(kind, number + 1))

export const organisations = ids(1, 5) // two partners, three customers; the second partner is a customer too
export const [firstPartner = '', secondPartner = '', ...onlyCustomers] = organisations
export const customers = [...onlyCustomers, secondPartner]
export const people = ids(2, 6)
export const teams = ids(3, 2)
export const products = ids(4, 6)
export const partnerships = ids(5, 5)
export const sessions = ids(6, 3)
export const visits = ids(7, 4)
export const nobody = id(8, 1)
/** Rights of every kind: of the organisation, of one family, of any, sensitive or not, with and without a need. */
const someRights: readonly RightId[] = [
  'organisation.view',
  'billing.view',
  'billing.pay',
  'domain.view',
  'domain.manage',
  'mail.view',
  'mail.content',
  'product.order',
  'product.delete',
]
const someFamilies: readonly Family[] = ['domain', 'mail']

/** Instants a minute apart, so that idle visits run out in between. */
export const times = Array.from({ length: 6 }, (_, minute) => minute * minuteMs)
const time = fc.constantFrom(...times)
const afterAll = times.length * minuteMs
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 2 })
const mostly = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })
const of = <T>(values: readonly T[]) => fc.constantFrom(...values)

const row: fc.Arbitrary<GrantedRow> = fc
  .record({
    right: of(someRights),
    wide: of([0, 1, 2]),
    family: of(someFamilies),
    product: of(products),
    future: fc.boolean(),
    notBefore: mostly(0, time),
    notAfter: maybe(time),
    grantedAt: time,
  })
  .map(({ right, wide, family, product, future, ...period }) => {
    const own = rightOf(right).family ?? family
    const scope: readonly [Scope['kind'], string, boolean] =
      rightOf(right).level === 'organisation'
        ? ['organisation', '', false]
        : wide === 0
          ? ['all', '', future]
          : wide === 1
            ? ['family', own, future]
            : ['product', product, false]
    return { right, scope: scope[0], key: scope[1], future: scope[2], ...period }
  })
/** As in the database: one row for each right and scope. */
const rows = fc.uniqueArray(row, { minLength: 2, maxLength: 16, selector: ({ right, scope, key }) => `${right} ${scope} ${key}` })
const whose = of([...people, ...teams]).map((id) => ({ personId: people.includes(id) ? id : null, teamId: teams.includes(id) ? id : null }))
const when = fc.option(fc.record({ notBefore: mostly(0, time), notAfter: time }), { nil: { notBefore: 0, notAfter: null } })
/** As in the database: one without a period for each person and team, and any number with one. */
const rights = fc.option(fc.subarray([...someRights]), { freq: 2 })
const assigned = fc.uniqueArray(
  fc.tuple(whose, when, rights).map(([who, period, rights]) => ({ ...who, ...period, rights })),
  { maxLength: 4, selector: ({ personId, teamId, notBefore, notAfter }) => `${personId ?? teamId} ${notBefore} ${notAfter}` },
)
const partnership = (key: string, number: number): fc.Arbitrary<PartnershipRecord> =>
  fc.record({
    id: fc.constant(key),
    customerId: fc.constant(customers[number % customers.length] ?? ''),
    partnerId: fc.constant(
      customers[number % customers.length] === secondPartner ? firstPartner : number % 2 === 0 ? firstPartner : secondPartner,
    ),
    state: mostly<PartnershipState>('active', of(partnershipStates)),
    suspendedByCustomer: mostly(false, fc.constant(true)),
    suspendedByOperator: mostly(false, fc.constant(true)),
    namedPeopleOnly: mostly(false, fc.constant(true)),
    secondFactorNeeded: mostly(false, fc.constant(true)),
    sensitiveSuspended: mostly(false, fc.constant(true)),
    grantedAnew: mostly(null, time),
    grant: fc.option(
      fc.record({
        version: fc.integer({ min: 1, max: 3 }),
        notBefore: mostly(0, time),
        notAfter: mostly(null, time),
        securedAt: fc.option(mostly(0, time), { freq: 5 }),
        rows,
      }),
      { freq: 8 },
    ),
    assignments: assigned,
    admitted: fc.subarray([...people]),
    ...{ name: fc.constant(''), sortKey: of(['a', 'b', 'b c']) },
    words: of(['alp web', 'beck', 'beck zurich']),
  })
const person = (key: string): fc.Arbitrary<PersonRecord> =>
  fc.record({
    id: fc.constant(key),
    memberships: fc.uniqueArray(
      fc.record({ organisationId: of([firstPartner, firstPartner, secondPartner, ...organisations]), role: of(roles) }),
      {
        minLength: 1,
        maxLength: 4,
        selector: ({ organisationId }) => organisationId,
      },
    ),
    teams: fc.subarray([...teams]),
  })
const product = (key: string): fc.Arbitrary<ProductRecord> =>
  fc.record({ id: fc.constant(key), ownerId: of(customers), family: of(someFamilies), createdAt: time })
const session = (key: string): fc.Arbitrary<SessionRecord> =>
  fc.record({
    id: fc.constant(key),
    personId: mostly(people[0] ?? '', of(people)),
    strength: mostly<SessionStrength>('two_factors', of(sessionStrengths)),
    authenticatedAt: time,
    expiresAt: mostly(afterAll, time),
    endedAt: mostly(null, time),
  })
const visit = (key: string): fc.Arbitrary<VisitRecord> =>
  fc
    .record({
      partnershipId: of(partnerships),
      sessionId: of(sessions),
      personId: mostly(people[0] ?? '', of(people)),
      seenAt: time,
      idleMinutes: of([1, 2, 9]),
      expiresAt: mostly(afterAll, time),
      endedAt: mostly(null, time),
    })
    .map((rest) => ({ id: key, startedAt: 0, ...rest }))

const change = <K extends Change['kind'], R>(
  kind: K,
  keys: readonly string[],
  record: (key: string, number: number) => fc.Arbitrary<R>,
  gone = 12,
) =>
  fc.nat({ max: keys.length - 1 }).chain((number) => {
    const key = keys[number] ?? ''
    return fc.option(record(key, number), { freq: gone }).map((made) => ({ kind, key, record: made }) as unknown as Change)
  })
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 1, arbitrary: change('partner', [firstPartner, secondPartner], (id) => time.map((closedAt) => ({ id, closedAt })), 4) },
  { weight: 5, arbitrary: change('partnership', partnerships, partnership) },
  { weight: 4, arbitrary: change('person', people, person) },
  { weight: 3, arbitrary: change('product', products, product) },
  { weight: 2, arbitrary: change('session', sessions, session) },
  { weight: 3, arbitrary: change('visit', visits, visit) },
)
/** A world with something in every place, so that questions have both answers. */
export const anyWorld: fc.Arbitrary<readonly Change[]> = fc
  .tuple(
    ...partnerships.map((key, number) => partnership(key, number).map((record) => ({ kind: 'partnership', key, record }) as Change)),
    ...people.map((key) => person(key).map((record) => ({ kind: 'person', key, record }) as Change)),
    ...products.map((key) => product(key).map((record) => ({ kind: 'product', key, record }) as Change)),
    ...sessions.map((key) => session(key).map((record) => ({ kind: 'session', key, record }) as Change)),
    ...visits.map((key) => visit(key).map((record) => ({ kind: 'visit', key, record }) as Change)),
  )
  .map((changes) => changes)

const rarely = <T>(value: fc.Arbitrary<T>) => mostly(undefined, value)
const context = fc.oneof(
  { weight: 4, arbitrary: of([...visits, nobody]).map((visit) => ({ visit })) },
  { weight: 4, arbitrary: of([...partnerships, nobody]).map((partnership) => ({ partnership })) },
  { weight: 1, arbitrary: of([...sessions, nobody]).map((session) => ({ session })) },
  { weight: 2, arbitrary: fc.constant({}) },
)
export const anyAsked: fc.Arbitrary<Asked> = fc
  .record({
    person: mostly(people[0] ?? '', of([...people, nobody, 'no id'])),
    action: of(['enter', ...someRights, 'partnership.decide']),
    product: fc.option(of([...products, nobody]), { freq: 2, nil: undefined }),
    family: rarely(of(['domain', 'mail', 'record'])),
    organisation: rarely(of([...organisations, nobody])),
    context,
  })
  .map(({ context, ...rest }) => ({ ...rest, ...context }))

export type World = ReadonlyMap<string, Change['record']>

export function after(world: World, { key, record }: Change): World {
  return new Map(world).set(key, record)
}
