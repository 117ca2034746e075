// What a caller hands to engines that hold nothing (CASL, Cedar, Cerbos) or can hold only little (Casbin): everything about one question.
// The caller keeps it in columns, and finds it by external ids through three Maps, as an ordinary program would.
import { type Family, families, type RightId, rightIds, viewOf } from '../../src/domain/rights/catalogue.ts'
import { at, itemsOf } from './columns.ts'
import { farAway } from './engine.ts'
import { idOf, type Kind } from './ids.ts'
import type { Request } from './requests.ts'
import { allRights, factsOfRight } from './right-masks.ts'
import type { World } from './world.ts'
import { gates } from './world-partnerships.ts'
import { collaborator } from './world-people.ts'
import { scopes } from './world-rows.ts'

export type Slice = {
  readonly right: RightId
  /** The view it needs; the right itself when it needs none. */
  readonly needed: RightId
  readonly sensitive: boolean
  /** Null for a right of no family. */
  readonly family: Family | null
  readonly person: {
    readonly partner: number
    readonly everything: boolean
    readonly assigned: readonly RightId[]
    readonly admitted: boolean
  }
  readonly partnership: {
    readonly partner: number
    readonly customer: string
    readonly open: boolean
    readonly namedPeopleOnly: boolean
    readonly notBefore: number
    readonly notAfter: number
    readonly securedAt: number
  }
  readonly product: { readonly id: string; readonly owner: string; readonly family: Family; readonly createdAt: number }
  readonly rows: readonly SliceRow[]
}

export type SliceRow = {
  readonly rights: readonly RightId[]
  /** Undefined: any. */
  readonly family: Family | undefined
  readonly product: string | undefined
  /** Products that came later are not reached. */
  readonly upTo: number
  readonly notBefore: number
  readonly notAfter: number
}

/** Lists of rights by their bits, so that no engine waits for the making of lists. */
const lists = new Map<number, readonly RightId[]>()

/** Undefined when a person, partnership or product is unknown. */
export function callerOf(world: World): (request: Request) => Slice | undefined {
  const { people, products, partnerships, customers } = world
  const persons = mapOf('person', people.count)
  const known = mapOf('partnership', partnerships.count)
  const things = mapOf('product', products.count)
  const names = { customers: idsOf('customer', customers), products: [...things.keys()] }
  return (request) => {
    const person = persons.get(request.person)
    const one = known.get(request.partnership)
    const product = things.get(request.product)
    const right = factsOfRight.get(request.right)
    if (person === undefined || one === undefined || product === undefined || right === undefined) return undefined
    const family = families[at(products.family, product)] ?? raise('family')
    const createdAt = at(products.createdAt, product)
    return {
      right: right.id,
      needed: right.needsView ? viewOf(family) : right.id,
      sensitive: right.sensitive,
      family: families[right.family] ?? null,
      person: personIn(world, person, one),
      partnership: partnershipIn(world, one, names.customers),
      product: { id: request.product, owner: names.customers[at(products.customer, product)] ?? '', family, createdAt },
      rows: productRowsOf(partnerships.rows, one, names.products),
    }
  }
}

function personIn({ people, partnerships }: World, person: number, one: number): Slice['person'] {
  return {
    partner: at(people.partner, person),
    everything: at(people.role, person) < collaborator,
    assigned: listed(assignedTo({ people, partnerships }, person, one)),
    admitted: itemsOf(partnerships.admitted, one).includes(person),
  }
}

function partnershipIn({ partnerships }: World, one: number, customers: readonly string[]): Slice['partnership'] {
  return {
    partner: at(partnerships.partner, one),
    customer: customers[at(partnerships.customer, one)] ?? '',
    open: at(partnerships.gate, one) === gates.open,
    namedPeopleOnly: at(partnerships.namedPeopleOnly, one) === 1,
    notBefore: at(partnerships.notBefore, one),
    notAfter: Math.min(at(partnerships.notAfter, one), farAway),
    securedAt: Math.min(at(partnerships.securedAt, one), farAway),
  }
}

/** Of the rows in time that reach the product, the rights: for engines that cannot walk through rows. */
export function rightsInUse({ rows, product }: Slice, now: number): readonly RightId[] {
  const inUse = rows.filter(
    (row) =>
      row.notBefore <= now &&
      row.notAfter > now &&
      (row.family === undefined || row.family === product.family) &&
      (row.product === undefined || row.product === product.id) &&
      product.createdAt <= row.upTo,
  )
  return inUse.flatMap(({ rights }) => rights)
}

function productRowsOf(rows: World['partnerships']['rows'], one: number, products: readonly string[]): readonly SliceRow[] {
  const found: SliceRow[] = []
  for (let row = at(rows.start, one); row < at(rows.start, one + 1); row++) {
    const scope = at(rows.scope, row)
    if (scope === scopes.organisation) continue
    found.push({
      rights: listed(at(rows.rights, row)),
      family: scope === scopes.family ? families[at(rows.on, row)] : undefined,
      product: scope === scopes.product ? products[at(rows.on, row)] : undefined,
      upTo: scope === scopes.product || at(rows.future, row) === 1 ? farAway : at(rows.grantedAt, row),
      notBefore: at(rows.notBefore, row),
      notAfter: Math.min(at(rows.notAfter, row), farAway),
    })
  }
  return found
}

/** The rights assigned to a person, directly or through a team. */
export function assignedTo({ people, partnerships }: Pick<World, 'people' | 'partnerships'>, person: number, one: number): number {
  const { start, subject, rights } = partnerships.assignments
  let found = 0
  for (let place = at(start, one); place < at(start, one + 1); place++) {
    const who = at(subject, place)
    if (who === person || (who < 0 && itemsOf(people.teamsOfPerson, person).includes(~who))) found |= at(rights, place)
  }
  return found & allRights
}

function listed(mask: number): readonly RightId[] {
  const known = lists.get(mask)
  if (known !== undefined) return known
  const made = rightIds.filter((_, place) => (mask & (1 << place)) !== 0)
  lists.set(mask, made)
  return made
}

const idsOf = (kind: Kind, count: number): readonly string[] => Array.from({ length: count }, (_, index) => idOf(kind, index))
const mapOf = (kind: Kind, count: number): ReadonlyMap<string, number> => new Map(idsOf(kind, count).map((id, index) => [id, index]))

function raise(what: string): never {
  throw new Error(`no such ${what}`)
}
