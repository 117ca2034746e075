// The questions every engine is asked, the same stream for the same world: about a third is allowed, and one in twenty names what does not
// fit together or does not exist. May this person do this on this product of this customer, under this partnership, at this moment?
import { at, type Chance, Growing, itemsOf, seeded } from './columns.ts'
import { idLength, idOf, type Kind, writeId } from './ids.ts'
import { productRights, type RightFacts, rightFacts } from './right-masks.ts'
import type { World } from './world.ts'

/** As it comes in: texts that were never seen before. */
export type Request = {
  readonly person: string
  readonly customer: string
  readonly partnership: string
  readonly product: string
  readonly right: string
}

/** The same as places in the world; where the world has one record more, nobody has it. */
export type Requests = {
  readonly count: number
  readonly person: Int32Array
  readonly customer: Int32Array
  readonly partnership: Int32Array
  readonly product: Int32Array
  /** Index into the catalogue. */
  readonly right: Int32Array
}

const rightsOfFamily = [0, 1, 2, 3, 4].map((family) => productRights.filter((right) => right.family === family))
const rightsOfNone = productRights.filter((right) => right.family === -1)
const usual = 0.84

export function drawRequests(world: World, count: number, seed = 7): Requests {
  const chance = seeded(seed)
  const columns = Array.from({ length: 5 }, () => new Growing(count))
  for (let one = 0; one < count; one++) {
    for (const [column, value] of drawRequest(chance, world).entries()) columns[column]?.push(value)
  }
  const [person, customer, partnership, product, right] = columns.map((column) => column.int32())
  if (!(person && customer && partnership && product && right)) throw new Error('a request has five parts')
  return { count, person, customer, partnership, product, right }
}

/** New texts for so many questions, beginning at one of them, and again with the first after the last. */
export function freshRequests(requests: Requests, from: number, count: number): Request[] {
  const text = Buffer.alloc(count * bytesOfRequest + 2)
  let end = text.write('[', 0, 'latin1')
  for (let one = 0; one < count; one++) {
    const place = (from + one) % requests.count
    for (const kind of namedKinds) {
      end += text.write(`${kind === namedKinds[0] ? '{' : ','}"${kind}":"`, end, 'latin1')
      writeId(kind, at(requests[kind], place), text, end)
      end += idLength
      end += text.write('"', end, 'latin1')
    }
    end += text.write(`,"right":"${rightFacts[at(requests.right, place)]?.id}"},`, end, 'latin1')
  }
  text.write(']', end - 1, 'latin1')
  return JSON.parse(text.toString('latin1', 0, end)) as Request[]
}

const namedKinds = ['person', 'customer', 'partnership', 'product'] as const satisfies readonly Kind[]
const bytesOfRequest = 4 * (idLength + 18) + 32

function drawRequest(chance: Chance, world: World): readonly number[] {
  const { products, partnerships } = world
  const partnership = chance.below(partnerships.count)
  const customer = at(partnerships.customer, partnership)
  const first = at(products.firstOfCustomer, customer)
  const product = first + chance.below(at(products.firstOfCustomer, customer + 1) - first)
  const right = drawRight(chance, at(products.family, product))
  const person = drawPerson(chance, world, partnership)
  const fitting = [person, customer, partnership, product, rightFacts.indexOf(right)]
  return chance.happens(0.95) ? fitting : spoilt(chance, world, fitting)
}

function drawRight(chance: Chance, family: number): RightFacts {
  const luck = chance.next()
  const own = rightsOfFamily[family] ?? []
  const from = luck < 0.05 ? productRights : luck < 0.12 ? rightsOfNone : luck < usual ? own.slice(0, 2) : own
  return from[chance.below(from.length)] ?? own[0] ?? rightFacts[0] ?? raise()
}

/** Mostly somebody assigned, sometimes anybody of the partner, rarely anybody at all. */
function drawPerson(chance: Chance, { people, partnerships }: World, partnership: number): number {
  const luck = chance.next()
  if (luck < 0.04) return chance.below(people.count)
  const colleagues = itemsOf(people.ofPartner, at(partnerships.partner, partnership))
  const anybody = () => at(colleagues, chance.below(colleagues.length))
  const { start, subject } = partnerships.assignments
  const first = at(start, partnership)
  const assigned = at(start, partnership + 1) - first
  if (luck < 0.12 || assigned === 0) return anybody()
  const one = at(subject, first + chance.below(assigned))
  if (one >= 0) return one
  const members = itemsOf(people.membersOfTeam, ~one)
  return members.length === 0 ? anybody() : at(members, chance.below(members.length))
}

/** Another product, another customer, or something unknown. */
function spoilt(chance: Chance, { people, customers, products, partnerships }: World, fitting: readonly number[]): readonly number[] {
  const others: readonly (readonly [number, number])[] = [
    [3, chance.below(products.count)],
    [1, chance.below(customers)],
    [2, chance.below(partnerships.count)],
    [0, people.count],
    [1, customers],
    [2, partnerships.count],
    [3, products.count],
  ]
  const [part, value] = others[chance.below(others.length)] ?? [0, people.count]
  return fitting.with(part, value)
}

function raise(): never {
  throw new Error('the catalogue has no rights')
}

/** The stream's own question, in words. */
export function described(requests: Requests, place: number): string {
  const ids = namedKinds.map((kind) => `${kind} ${at(requests[kind], place)} ${idOf(kind, at(requests[kind], place))}`)
  return `${rightFacts[at(requests.right, place)]?.id}: ${ids.join(', ')}`
}
