// The orders of the list, and where a page begins: behind the last row of the page before it, whatever was inserted meanwhile.
import { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import { type CustomerFilter, type CustomerSort, customerSorts, directions, type OrderTerm, ordersMax } from './contract.ts'

/** Each order is an index of its own: (partner, this column, name, id). */
export const orders = {
  name: { column: 'name_key', type: 'text' },
  number: { column: 'number_key', type: 'text' },
  reference: { column: 'reference_key', type: 'text' },
  status: { column: 'status_key', type: 'smallint' },
  access: { column: 'access_key', type: 'smallint' },
  payer: { column: 'payer_key', type: 'text' },
  until: { column: 'until_key', type: 'timestamptz' },
  last_visit: { column: 'visit_key', type: 'timestamptz' },
  requested: { column: 'requested_key', type: 'timestamptz' },
} as const satisfies Record<CustomerSort, { column: string; type: string }>

export type Order = Pick<CustomerFilter, 'sort' | 'direction'>
/** The sort values of a row, as PostgreSQL writes them, and its id. */
export type Position = { readonly keys: readonly string[]; readonly id: string }

/** What decides first, second, third, and among equals the name; a column that decided already decides nothing more. */
export function termsOf({ sort, direction }: Order): readonly OrderTerm[] {
  const asked = sort.map((by, at): OrderTerm => ({ by, direction: direction[at] ?? 'ascending' }))
  const terms = asked.filter(({ by }, at) => sort.indexOf(by) === at)
  return sort.includes('name') ? terms : [...terms, { by: 'name', direction: terms.at(-1)?.direction ?? 'ascending' }]
}

const cursor = z.tuple([
  z
    .array(z.enum(customerSorts))
    .min(1)
    .max(ordersMax + 1),
  z.array(z.enum(directions)).max(ordersMax + 1),
  z.array(z.string().max(500)).max(ordersMax + 1),
  z.uuid(),
])

export function writeCursor(order: Order, { keys, id }: Position): string {
  const terms = termsOf(order)
  const written = [terms.map(({ by }) => by), terms.map(({ direction }) => direction), keys, id]
  return Buffer.from(JSON.stringify(written)).toString('base64url')
}

/** A cursor continues the order it was made for, and no other. Refuses `invalid_input`. */
export function readCursor(text: string, order: Order): Position {
  const parsed = cursor.safeParse(parseJson(Buffer.from(text, 'base64url').toString()))
  if (!parsed.success) throw new Refusal('invalid_input', 'a cursor that nobody made')
  const [sort, direction, keys, id] = parsed.data
  const terms = termsOf(order)
  if (JSON.stringify(termsOf({ sort, direction })) !== JSON.stringify(terms))
    throw new Refusal('invalid_input', 'a cursor of another order')
  const fits = keys.length === terms.length && terms.every(({ by }, at) => isValid(keys[at] ?? '', orders[by].type))
  if (!fits) throw new Refusal('invalid_input', 'a cursor that nobody made')
  return { keys, id }
}

function isValid(key: string, type: (typeof orders)[CustomerSort]['type']): boolean {
  if (type === 'smallint') return /^-?\d{1,4}$/.test(key)
  if (type === 'timestamptz') return /^-?infinity$/.test(key) || isTime(key)
  return !key.includes('\0')
}

/** As PostgreSQL writes it, and a day that there is. */
function isTime(key: string): boolean {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(key)) return false
  const time = new Date(`${key.slice(0, 10)}T${key.slice(11, 19)}Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(key.slice(0, 10))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
