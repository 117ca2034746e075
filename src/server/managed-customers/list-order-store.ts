// The orders of the list in SQL. The last word has the id, so that no two rows are ever equal.
import { sql } from 'kysely'
import type { OrderTerm } from './contract.ts'
import type { Condition } from './customers-store.ts'
import { type Order, orders, type Position, termsOf } from './list-order.ts'

export function orderBy(order: Order): Condition {
  const terms = termsOf(order).map((term) => sql`${keyOf(term)} ${towards(term)}`)
  return sql`order by ${sql.join([...terms, sql`m.id ${towards(lastOf(order))}`])}`
}

/** The sort values of a row, for the cursor behind it. */
export const sortKeys = (order: Order): Condition => sql`array[${sql.join(termsOf(order).map((term) => sql`${keyOf(term)}::text`))}]`

/** Rows behind this one. Where all terms go one way it is one comparison of rows; otherwise the first column bounds what the index gives. */
export function isBehind(order: Order, after: Position): Condition {
  const terms = termsOf(order)
  const last = lastOf(order)
  const columns = [...terms.map((term, at) => ({ term, key: keyOf(term), value: valueIn(term, after.keys[at] ?? '') }))]
  const id = { term: last, key: sql.ref('m.id'), value: sql`${after.id}::uuid` }
  if (terms.every(({ direction }) => direction === last.direction)) {
    const all = [...columns, id]
    return sql`(${sql.join(all.map(({ key }) => key))}) ${beyond(last)} (${sql.join(all.map(({ value }) => value))})`
  }
  const [first] = columns
  const exact = columns.reduceRight<Condition>(
    (further, { term, key, value }) => sql`(${key} ${beyond(term)} ${value} or (${key} = ${value} and ${further}))`,
    sql`${id.key} ${beyond(last)} ${id.value}`,
  )
  return first ? sql`${first.key} ${beyond(first.term)}= ${first.value} and ${exact}` : exact
}

const keyOf = ({ by }: OrderTerm) => sql.ref(`m.${orders[by].column}`)
const valueIn = ({ by }: OrderTerm, key: string): Condition => sql`${key}::${sql.raw(orders[by].type)}`
const towards = ({ direction }: OrderTerm) => sql.raw(direction === 'descending' ? 'desc' : 'asc')
const beyond = ({ direction }: OrderTerm) => sql.raw(direction === 'descending' ? '<' : '>')
const lastOf = (order: Order): OrderTerm => termsOf(order).at(-1) ?? { by: 'name', direction: 'ascending' }
