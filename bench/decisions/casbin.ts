// Casbin, twice. `casbin`: every grant as policies of one enforcer, people linked to partnerships by its role manager, each check a walk through
// all policies. `casbin_filtered`: the policies of the one partnership put in for each question, as its filtered policies are meant for big sets.

import { families } from '../../src/domain/rights/catalogue.ts'
import { at, itemsOf } from './columns.ts'
import { farAway, type Load } from './engine.ts'
import { idOf } from './ids.ts'
import { peer } from './peers.ts'
import type { Request } from './requests.ts'
import { allRights, rightsIn } from './right-masks.ts'
import { assignedTo, callerOf, type Slice } from './slice.ts'
import type { World } from './world.ts'
import { collaborator } from './world-people.ts'
import { scopes } from './world-rows.ts'

type Model = {
  readonly addPolicies: (section: string, kind: string, rules: string[][]) => unknown
  readonly clearPolicy: () => void
  readonly model: ReadonlyMap<string, ReadonlyMap<string, { readonly policy: string[][] }>>
}
type Enforcer = { readonly enforceSync: (...values: unknown[]) => boolean; readonly getModel: () => Model }
type Adapter = { readonly loadPolicy: (model: Model) => Promise<void> }
type Casbin = {
  readonly newEnforcer: (model: unknown, adapter?: Adapter) => Promise<Enforcer>
  readonly newModelFromString: (text: string) => unknown
}

/** Rows of a grant: `all` for everything, a family, or a product. */
const matchRow = `r.act == p.act && (p.on == 'all' || p.on == r.family || p.on == r.product) && r.now >= p.begin && r.now < p.end && r.created <= p.upto`
const effect = `[policy_effect]\ne = some(where (p.eft == allow))\n`

const wholeModel = `[request_definition]\nr = sub, dom, act, family, product, created, now
[policy_definition]\np = dom, act, on, upto, begin, end
[role_definition]\ng = _, _
${effect}[matchers]\nm = r.dom == p.dom && ${matchRow} && (g(r.sub, p.dom) || g(r.sub, p.dom + '/' + p.act))`

const filteredModel = `[request_definition]\nr = act, family, product, created, now
[policy_definition]\np = act, on, upto, begin, end
${effect}[matchers]\nm = ${matchRow}`

export const loadCasbin: Load = async (world) => {
  const { newEnforcer, newModelFromString } = peer<Casbin>('casbin')
  const find = callerOf(world)
  const enforcer = await newEnforcer(newModelFromString(wholeModel), adapterOf(world))
  return {
    holdsGrants: true,
    ways: {
      casbin: {
        kind: 'in_process',
        check(request) {
          const slice = find(request)
          if (slice === undefined || !isFitting(slice, request, world.now)) return false
          const { product } = slice
          const isGranted = (right: string) =>
            enforcer.enforceSync(request.person, request.partnership, right, product.family, product.id, product.createdAt, world.now)
          return isGranted(slice.right) && (slice.needed === slice.right || isGranted(slice.needed))
        },
      },
    },
  }
}

export const loadCasbinFiltered: Load = async (world) => {
  const { newEnforcer, newModelFromString } = peer<Casbin>('casbin')
  const find = callerOf(world)
  const enforcer = await newEnforcer(newModelFromString(filteredModel))
  const model = enforcer.getModel()
  return {
    holdsGrants: false,
    ways: {
      casbin_filtered: {
        kind: 'in_process',
        check(request) {
          const slice = find(request)
          if (slice === undefined || !isFitting(slice, request, world.now) || !isOpenFor(slice, world.now)) return false
          model.clearPolicy()
          model.addPolicies('p', 'p', filteredRules(slice))
          const { product } = slice
          const isGranted = (right: string) => enforcer.enforceSync(right, product.family, product.id, product.createdAt, world.now)
          return isGranted(slice.right) && (slice.needed === slice.right || isGranted(slice.needed))
        },
      },
    },
  }
}

/** Adapters put lines in as they are; through addPolicies each would be compared with all before it. */
function adapterOf(world: World): Adapter {
  return {
    async loadPolicy({ model }) {
      for (const rule of policiesOf(world)) model.get('p')?.get('p')?.policy.push(rule)
      for (const rule of linksOf(world)) model.get('g')?.get('g')?.policy.push(rule)
    },
  }
}

/** What stands in no policy: that customer, product and family belong together, and that a sensitive right is secured. */
function isFitting({ partnership, product, family, sensitive }: Slice, { customer }: Request, now: number): boolean {
  const belongs = partnership.customer === customer && product.owner === customer
  return belongs && (family === null || family === product.family) && (!sensitive || partnership.securedAt <= now)
}

function isOpenFor({ person, partnership }: Slice, now: number): boolean {
  const isOpen = partnership.open && partnership.notBefore <= now && partnership.notAfter > now
  return isOpen && person.partner === partnership.partner && (!partnership.namedPeopleOnly || person.admitted)
}

function filteredRules({ person, rows }: Slice): string[][] {
  return rows.flatMap((row) =>
    row.rights
      .filter((right) => person.everything || person.assigned.includes(right))
      .map((right) => [right, row.product ?? row.family ?? 'all', String(row.upTo), String(row.notBefore), String(row.notAfter)]),
  )
}

/** The rights on products of every partnership that is not stopped; a stopped one has none until it is lifted. */
function* policiesOf({ partnerships }: World): Iterable<string[]> {
  const { rows } = partnerships
  for (let one = 0; one < partnerships.count; one++) {
    if (partnerships.gate[one] !== 0) continue
    for (let row = at(rows.start, one); row < at(rows.start, one + 1); row++) {
      const scope = at(rows.scope, row)
      if (scope === scopes.organisation) continue
      const on =
        scope === scopes.all ? 'all' : scope === scopes.family ? (families[at(rows.on, row)] ?? '') : idOf('product', at(rows.on, row))
      const upTo = scope === scopes.product || rows.future[row] === 1 ? farAway : at(rows.grantedAt, row)
      const period = [
        Math.max(at(rows.notBefore, row), at(partnerships.notBefore, one)),
        Math.min(at(rows.notAfter, row), at(partnerships.notAfter, one), farAway),
      ]
      for (const right of rightsIn(at(rows.rights, row))) yield [idOf('partnership', one), right, on, String(upTo), ...period.map(String)]
    }
  }
}

/** person → team → partnership; a limited assignment leads to `partnership/right` for its rights alone. */
function* linksOf({ people, partnerships }: World): Iterable<string[]> {
  for (let one = 0; one < partnerships.count; one++) {
    if (partnerships.namedPeopleOnly[one] === 1) {
      for (const person of itemsOf(partnerships.admitted, one)) yield* linksOfAdmitted({ people, partnerships }, person, one)
      continue
    }
    yield [`everything ${at(partnerships.partner, one)}`, idOf('partnership', one)]
    const { start, subject, rights } = partnerships.assignments
    for (let place = at(start, one); place < at(start, one + 1); place++) {
      const who = at(subject, place)
      yield* linksTo(who < 0 ? `team ${~who}` : idOf('person', who), one, at(rights, place))
    }
  }
  for (let person = 0; person < people.count; person++) {
    if (at(people.role, person) < collaborator) yield [idOf('person', person), `everything ${at(people.partner, person)}`]
    for (const team of itemsOf(people.teamsOfPerson, person)) yield [idOf('person', person), `team ${team}`]
  }
}

function* linksOfAdmitted(world: Pick<World, 'people' | 'partnerships'>, person: number, one: number): Iterable<string[]> {
  yield* linksTo(idOf('person', person), one, at(world.people.role, person) < collaborator ? allRights : assignedTo(world, person, one))
}

function* linksTo(from: string, one: number, rights: number): Iterable<string[]> {
  const partnership = idOf('partnership', one)
  if (rights === allRights) yield [from, partnership]
  else for (const right of rightsIn(rights)) yield [from, `${partnership}/${right}`]
}
