// The generated world as rows of the tables of the SQL shape.
import { at, type Lists } from './columns.ts'
import { idOf } from './ids.ts'
import { viewBits } from './right-masks.ts'
import { whole } from './sql-shape.ts'
import { nameOf, type World } from './world.ts'

export type Row = readonly (string | number)[]

/** For each table its rows, one after the other, in the order of its columns. */
export function rowsOfTables(world: World): Readonly<Record<string, () => Iterable<Row>>> {
  const { people, products, partnerships } = world
  return {
    person: () => each(people.count, (person) => [person, idOf('person', person)]),
    member: () => each(people.count, (person) => [person, at(people.partner, person), at(people.role, person)]),
    team_member: () => flattened(people.teamsOfPerson, people.count),
    product: () => each(products.count, (product) => productRow(world, product)),
    partnership: () => each(partnerships.count, (one) => partnershipRow(world, one)),
    grant_row: () => grantRows(world),
    assignment: () => assignmentRows(world),
    admitted: () => flattened(partnerships.admitted, partnerships.count),
  }
}

/** The rows of one partnership's grant, limited to these rights. */
export function* grantRowsOf({ partnerships: { rows } }: World, one: number, limit: number): Iterable<Row> {
  const first = at(rows.start, one)
  for (let row = first; row < at(rows.start, one + 1); row++) {
    const rights = at(rows.rights, row) & limit
    const target = [at(rows.scope, row), at(rows.on, row), at(rows.future, row)]
    yield [one, row - first, rights, ...target, at(rows.grantedAt, row), at(rows.notBefore, row), whole(at(rows.notAfter, row))]
  }
}

function productRow({ products }: World, product: number): Row {
  const family = at(products.family, product)
  return [product, idOf('product', product), at(products.customer, product), family, at(viewBits, family), at(products.createdAt, product)]
}

function partnershipRow({ partnerships }: World, one: number): Row {
  const { gate, namedPeopleOnly, notBefore, notAfter, securedAt } = partnerships
  const customer = at(partnerships.customer, one)
  const who = [one, idOf('partnership', one), customer, idOf('customer', customer), nameOf(customer), at(partnerships.partner, one)]
  return [...who, at(gate, one), at(namedPeopleOnly, one), at(notBefore, one), whole(at(notAfter, one)), whole(at(securedAt, one))]
}

function* grantRows(world: World): Iterable<Row> {
  for (let one = 0; one < world.partnerships.count; one++) yield* grantRowsOf(world, one, -1)
}

function* assignmentRows({ partnerships: { count, assignments } }: World): Iterable<Row> {
  for (let one = 0; one < count; one++) {
    for (let place = at(assignments.start, one); place < at(assignments.start, one + 1); place++) {
      yield [one, at(assignments.subject, place), at(assignments.rights, place)]
    }
  }
}

function* flattened({ start, items }: Lists, owners: number): Iterable<Row> {
  for (let owner = 0; owner < owners; owner++)
    for (let place = at(start, owner); place < at(start, owner + 1); place++) yield [owner, at(items, place)]
}

function* each(count: number, row: (index: number) => Row): Iterable<Row> {
  for (let index = 0; index < count; index++) yield row(index)
}
