// The customers' products: one to five each, of the five families, ordered over two years.
import { families } from '../../src/domain/rights/catalogue.ts'
import { dayMs } from '../../src/domain/time.ts'
import type { Chance } from './columns.ts'

export type Products = {
  readonly count: number
  /** Of which customer; -1 of none. */
  readonly customer: Int32Array
  /** Index into `families`. */
  readonly family: Uint8Array
  readonly createdAt: Float64Array
  /** Those of a customer follow one another from here; one entry more than there are customers. */
  readonly firstOfCustomer: Int32Array
}

const firstCreatedAt = 1_704_067_200_000
const orderedWithinDays = 900

export function drawProducts(chance: Chance, customers: number): Products {
  const firstOfCustomer = new Int32Array(customers + 1)
  for (let customer = 0; customer < customers; customer++)
    firstOfCustomer[customer + 1] = (firstOfCustomer[customer] ?? 0) + 1 + chance.below(5)
  const count = firstOfCustomer[customers] ?? 0
  const owner = new Int32Array(count + 1)
  const family = new Uint8Array(count + 1)
  const createdAt = new Float64Array(count + 1)
  for (let customer = 0; customer < customers; customer++) owner.fill(customer, firstOfCustomer[customer], firstOfCustomer[customer + 1])
  for (let product = 0; product < count; product++) {
    family[product] = chance.below(families.length)
    createdAt[product] = firstCreatedAt + chance.below(orderedWithinDays * dayMs)
  }
  owner[count] = -1
  return { count, customer: owner, family, createdAt, firstOfCustomer }
}
