// The orders of the list, and where a page begins: behind the last row of the page before it, whatever was inserted meanwhile.
import { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import { type CustomerFilter, type CustomerSort, customerSorts } from './contract.ts'

/** Each order is an index of its own: (partner, this column, id). */
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
/** The sort value of a row, as PostgreSQL writes it, and its id. */
export type Position = { readonly key: string; readonly id: string }

const cursor = z.tuple([z.enum(customerSorts), z.enum(['ascending', 'descending']), z.string().max(500), z.uuid()])

export function writeCursor({ sort, direction }: Order, { key, id }: Position): string {
  return Buffer.from(JSON.stringify([sort, direction, key, id])).toString('base64url')
}

/** A cursor continues the order it was made for, and no other. Refuses `invalid_input`. */
export function readCursor(text: string, order: Order): Position {
  const parsed = cursor.safeParse(parseJson(Buffer.from(text, 'base64url').toString()))
  if (!parsed.success) throw new Refusal('invalid_input', 'a cursor that nobody made')
  const [sort, direction, key, id] = parsed.data
  if (sort !== order.sort || direction !== order.direction) throw new Refusal('invalid_input', 'a cursor of another order')
  if (!isValid(key, orders[sort].type)) throw new Refusal('invalid_input', 'a cursor that nobody made')
  return { key, id }
}

function isValid(key: string, type: (typeof orders)[CustomerSort]['type']): boolean {
  if (type === 'smallint') return /^-?\d{1,4}$/.test(key)
  if (type === 'timestamptz') return /^(-?infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)$/.test(key)
  return !key.includes('\0')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
