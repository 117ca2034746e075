// The generated world: customers, partners, their people and teams, and one partnership with a grant in force for each of the `size` grants.
// The same for the same size. Half as many customers as grants, three products each; a partner for 500 grants, one of which has a fifth
// of the customers; four people for 100 grants. Each column ends with one record that nobody has: what an unknown id stands for.
import { type Instant, instant } from '../../src/domain/time.ts'
import { type Lists, listsByOwner, seeded } from './columns.ts'
import { drawPartnerships, type Partnerships } from './world-partnerships.ts'
import { drawPeople, type People } from './world-people.ts'
import { drawProducts, type Products } from './world-products.ts'

export type World = {
  readonly size: number
  readonly now: Instant
  readonly partners: number
  readonly customers: number
  readonly people: People
  readonly products: Products
  readonly partnerships: Partnerships
  readonly partnershipsOfPartner: Lists
  readonly partnershipsOfCustomer: Lists
}

/** Noon of 23 November 2026, UTC. */
export const now = instant(1_795_435_200_000)

export function drawWorld(size: number): World {
  const chance = seeded(42)
  const partners = Math.max(2, Math.round(size / 500))
  const customers = Math.round(size / 2)
  const people = drawPeople(chance, partners, Math.round(size / 25))
  const products = drawProducts(chance, customers)
  const partnerships = drawPartnerships(chance, { size, partners, customers, people, products, now })
  const count = partnerships.count
  return {
    size,
    now,
    partners,
    customers,
    people,
    products,
    partnerships,
    partnershipsOfPartner: listsByOwner(partnerships.partner.subarray(0, count), partners),
    partnershipsOfCustomer: listsByOwner(partnerships.customer.subarray(0, count), customers),
  }
}

const names = [
  ['Baeckerei', 'Garage', 'Hotel', 'Treuhand', 'Praxis', 'Schreinerei', 'Druckerei', 'Metzgerei', 'Atelier', 'Kanzlei', 'Optik', 'Weinbau'],
  ['Adler', 'Baer', 'Krone', 'Linde', 'Loewe', 'Roessli', 'Sonne', 'Stern', 'Post', 'Bahnhof', 'Zentrum', 'Markt', 'Berg', 'Tal', 'See'],
  ['Basel', 'Bern', 'Chur', 'Genf', 'Lausanne', 'Lugano', 'Luzern', 'Sion', 'Thun', 'Winterthur', 'Zug', 'Zuerich', 'Aarau'],
] as const

/** By which lists are ordered, code unit by code unit: in ASCII, so that every engine has the same order. No two customers share one. */
export function nameOf(customer: number): string {
  const mixed = Math.imul(customer + 1, 0x9e3779b1) >>> 0
  const parts = names.map((choices, place) => choices[Math.floor(mixed / 13 ** place) % choices.length])
  return `${parts.join(' ')} ${customer}`
}
