// The partnerships: who is linked to whom, what was granted in which rows, whom the partner assigned, whom the customer admitted by name.
// Of them 3 % do not count yet, 10 % ran out, 3 % were stopped (by the customer, by the operator, for good).
import { dayMs, type Instant } from '../../src/domain/time.ts'
import { at, type Chance } from './columns.ts'
import { type Assigned, drawAssigned } from './world-assigned.ts'
import { drawOther, type People } from './world-people.ts'
import type { Products } from './world-products.ts'
import { drawRows, type GrantRows } from './world-rows.ts'

export type Partnerships = Assigned & {
  readonly count: number
  /** -1 of none. */
  readonly customer: Int32Array
  readonly partner: Int32Array
  /** One of `gates`. */
  readonly gate: Uint8Array
  readonly namedPeopleOnly: Uint8Array
  /** Of the grant; without end it is Infinity. */
  readonly notBefore: Float64Array
  readonly notAfter: Float64Array
  /** Infinity: never. */
  readonly securedAt: Float64Array
  readonly rows: GrantRows
}

export const gates = { open: 0, suspendedByCustomer: 1, suspendedByOperator: 2, ended: 3 } as const

export type Drawn = {
  readonly size: number
  readonly partners: number
  readonly customers: number
  readonly people: People
  readonly products: Products
  readonly now: Instant
}

/** Of all customers. */
const shareOfFirst = 0.2

export function drawPartnerships(chance: Chance, drawn: Drawn): Partnerships {
  const pairs = drawPairs(chance, drawn)
  const { size, now } = drawn
  const state = {
    gate: new Uint8Array(size + 1).fill(gates.ended, size),
    namedPeopleOnly: new Uint8Array(size + 1),
    notBefore: new Float64Array(size + 1),
    notAfter: new Float64Array(size + 1),
    securedAt: new Float64Array(size + 1),
  }
  for (let one = 0; one < size; one++) {
    const fate = chance.next()
    const begun = now - (1 + chance.below(700)) * dayMs - chance.below(dayMs)
    const soon = 1 + chance.below(60 * dayMs)
    state.notBefore[one] = fate < 0.03 ? now + soon : begun
    state.notAfter[one] =
      fate >= 0.03 && fate < 0.13 ? now - Math.floor((now - begun) * chance.next() * 0.9) : chance.happens(0.4) ? now + soon : Infinity
    state.gate[one] = fate >= 0.13 && fate < 0.16 ? 1 + Math.floor((fate - 0.13) * 100) : gates.open
    state.namedPeopleOnly[one] = chance.happens(0.02) ? 1 : 0
    state.securedAt[one] = chance.happens(0.9) ? begun : Infinity
  }
  const both = { ...pairs, ...state }
  return { count: size, ...both, rows: drawRows(chance, drawn, both), ...drawAssigned(chance, drawn, both) }
}

export type Pairs = { readonly customer: Int32Array; readonly partner: Int32Array }

/** The first partner has a fifth of the customers; every customer has another partner, and most a second one. In no order. */
function drawPairs(chance: Chance, { size, partners, customers }: Drawn): Pairs {
  const customer = new Int32Array(size + 1).fill(-1)
  const partner = new Int32Array(size + 1).fill(-1)
  const second = new Int32Array(customers).fill(-1)
  let count = 0
  const link = (whom: number, by: number) => {
    customer[count] = whom
    partner[count++] = by
  }
  for (let whom = 0; whom < customers; whom++) {
    if (whom < customers * shareOfFirst) link((whom * 5 + chance.below(5)) % customers, 0)
    second[whom] = drawOther(chance, partners)
    link(whom, at(second, whom))
  }
  for (let whom = 0; count < size; whom++) {
    let third = drawOther(chance, partners)
    while (third === second[whom]) third = drawOther(chance, partners)
    link(whom, third)
  }
  for (let last = size - 1; last > 0; last--) swap([customer, partner], last, chance.below(last + 1))
  return { customer, partner }
}

function swap(columns: readonly Int32Array[], one: number, other: number): void {
  for (const column of columns) {
    const kept = at(column, one)
    column[one] = at(column, other)
    column[other] = kept
  }
}
