// The list of what was handed back: put together before anything of it is gone, the same for both sides, without the names of other partners.
import type { PersonId } from '../../domain/ids.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { reaches } from '../../domain/rights/scope.ts'
import type { AnyWork } from '../work.ts'
import { listPeopleOfPartner } from './customer-store.ts'
import {
  type HandedBack,
  listInvitedBy,
  listLastUses,
  listOpenOrders,
  listOwned,
  type OwnedProduct,
  sumUpVisits,
} from './handback-store.ts'
import { namesOf, organisationName } from './names-store.ts'
import type { Falling } from './plan-fallbacks.ts'
import { listWaysIn } from './ways-in-store.ts'

/** In the customer's context, while the partnership is still in force. */
export async function listHandedBack({ tx, now }: AnyWork, partnership: Partnership, falling: readonly Falling[]): Promise<HandedBack> {
  const { id, customerId, partnerId } = partnership
  const rights = partnership.grant?.rights ?? []
  const uses = new Map((await listLastUses(tx, partnership)).map((use) => [use.right, use]))
  const owned = await listOwned(tx, customerId)
  const waysIn = await listWaysIn(tx, { partnershipId: id }, now)
  const listed: Omit<HandedBack, 'names'> = {
    ...{ partnership: id, customer: customerId, partner: partnerId, at: new Date(now).toISOString() },
    rights: rightsIn(rights).map((right) => ({
      right,
      scopes: rights.filter((row) => row.right === right).map(({ scope }) => scope),
      lastUsedAt: uses.get(right)?.at ?? null,
      lastUsedBy: uses.get(right)?.by ?? null,
    })),
    people: (await listPeopleOfPartner(tx, partnerId, id)).map((person) => person.id),
    visits: await sumUpVisits(tx, partnership),
    products: productsOf(partnership, owned, falling),
    openOrders: await listOpenOrders(tx, partnership),
    members: (await listInvitedBy(tx, partnership)).map((member) => member.id),
    waysIn: waysIn.map((way) => ({ kind: way.kind, name: way.name, product: way.product.id, by: way.personId, closed: !way.stays })),
  }
  const organisations = { [customerId]: await organisationName(tx, customerId), [partnerId]: await organisationName(tx, partnerId) }
  const people = Object.fromEntries(await namesOf(tx, peopleIn(listed)))
  const isListed = new Set([...listed.products.map((product) => product.id), ...waysIn.map(({ product }) => product.id)])
  const products = owned.filter(({ productId }) => isListed.has(productId)).map(({ productId, name }) => [productId, name])
  return { ...listed, names: { ...organisations, ...people, ...Object.fromEntries(products) } }
}

function peopleIn({ rights, people, visits, members, waysIn = [] }: Omit<HandedBack, 'names'>): readonly PersonId[] {
  const all = [...rights.map(({ lastUsedBy }) => lastUsedBy), ...people, visits.lastBy, ...members, ...waysIn.map(({ by }) => by)]
  return [...new Set(all.filter((one) => one !== null))]
}

/** Those a right reached, and those the partner paid. */
function productsOf(
  { grant, customerId, partnerId }: Partnership,
  owned: readonly OwnedProduct[],
  falling: readonly Falling[],
): HandedBack['products'] {
  const isConcerned = (product: OwnedProduct) => product.payerId === partnerId || (grant?.rights ?? []).some((row) => reaches(row, product))
  return owned.filter(isConcerned).map(({ productId, family, payerId }) => ({
    id: productId,
    family,
    payer: payerId === customerId ? 'customer' : payerId === partnerId ? 'partner' : 'other',
    customerPaysFrom: falling.find(({ id }) => id === productId)?.on ?? null,
  }))
}
