// What else is measured where an engine can: lists by page, who can see a product, and taking in a changed grant. Each is compared with what is right.
import { families, viewOf } from '../../src/domain/rights/catalogue.ts'
import { median } from '../figure.ts'
import { at, itemsOf, seeded } from './columns.ts'
import { type Loaded, pageSize, type Way } from './engine.ts'
import { idOf } from './ids.ts'
import { Mismatch } from './measure-checks.ts'
import { customersOf, isAllowed, whoCanSee } from './oracle.ts'
import { freshRequests, type Requests } from './requests.ts'
import { allRights, rightFacts, viewBits } from './right-masks.ts'
import type { World } from './world.ts'

/** In milliseconds. */
export type Listing = { readonly customers: number; readonly first: number; readonly middle: number }

const times = 60
const looked = 200
const changed = 60

/** The person who may enter the most customers, and a collaborator of the biggest team. */
export function longestLists({ people }: World): { readonly leader: number; readonly colleague: number } {
  const biggest = at(people.teamsOfPartner.items, 0)
  return { leader: at(people.ofPartner.items, 0), colleague: at(itemsOf(people.membersOfTeam, biggest), 0) }
}

export async function measureList(world: World, list: NonNullable<Loaded['list']>, person: number): Promise<Listing> {
  const right = customersOf(world, person)
  const middle = Math.floor(right.length / 2)
  const measure = async (after: number) => {
    const wanted = right.slice(after + 1, after + 1 + pageSize).map(({ customer }) => customer)
    const durations: number[] = []
    for (let time = 0; time < times; time++) {
      const id = idOf('person', person)
      const began = performance.now()
      const page = await list(id, right[after] ?? null)
      durations.push(performance.now() - began)
      if (page.join() !== wanted.join()) throw new Mismatch(`the page of person ${person} after ${after} is another one`)
    }
    return median(durations)
  }
  return { customers: right.length, first: await measure(-1), middle: await measure(middle) }
}

export async function measureWho(world: World, who: NonNullable<Loaded['who']>): Promise<number> {
  const chance = seeded(11)
  const durations: number[] = []
  for (let time = 0; time < looked; time++) {
    const product = chance.below(world.products.count)
    const id = idOf('product', product)
    const right = viewOf(families[at(world.products.family, product)] ?? 'domain')
    const began = performance.now()
    const found = await who(id, right)
    durations.push(performance.now() - began)
    if (time % 10 === 0 && found.toSorted().join() !== whoCanSee(world, product).join())
      throw new Mismatch(`who can see product ${product} is another list`)
  }
  return durations.reduce((sum, one) => sum + one, 0) / looked
}

/** The customer narrows a grant to seeing, and grants it again: the next question knows. */
export async function measureUpdate(
  world: World,
  requests: Requests,
  { regrant, way }: { regrant: NonNullable<Loaded['regrant']>; way: Way },
): Promise<number> {
  const views = viewBits.reduce((mask, bit) => mask | bit, 0)
  const durations: number[] = []
  for (let place = 0; durations.length < 2 * changed; place++) {
    const isMore = ((rightFacts[at(requests.right, place)]?.bit ?? 0) & views) === 0
    if (!isMore || !isAllowed(world, requests, place)) continue
    for (const rights of [views, allRights]) {
      const change = regrant(at(requests.partnership, place), rights)
      const began = performance.now()
      await change()
      durations.push(performance.now() - began)
      if ((await askOne(way, requests, place)) !== (rights === allRights))
        throw new Mismatch(`a changed grant is not taken in: question ${place}`)
    }
  }
  return median(durations)
}

async function askOne(way: Way, requests: Requests, place: number): Promise<boolean | undefined> {
  const fresh = freshRequests(requests, place, 1)
  if (way.kind === 'batch') return (await way.checkAll(fresh))[0]
  return fresh[0] && way.check(fresh[0], place)
}
