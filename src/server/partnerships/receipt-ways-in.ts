// The links and keys that a receipt names: those that closed with what was taken back, and those that a visit which was stopped leaves open.
import type { DomainEvent } from '../../domain/event.ts'
import type { ItemId, OrganisationId, PersonId, ProductId, VisitId } from '../../domain/ids.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { AnyWork } from '../work.ts'
import type { WayInKept } from './receipt-store.ts'
import { listWaysIn, namesOfProducts } from './ways-in-store.ts'

type Closed = {
  readonly customerId: OrganisationId
  readonly productId: ProductId
  readonly way: Omit<WayInKept, 'product' | 'closed'>
}

/** Each product by its name in the context of the customer whose it is. */
export async function waysInClosed({ tx }: AnyWork, events: readonly DomainEvent[]): Promise<readonly WayInKept[]> {
  const closed = events.flatMap(closedBy)
  const kept: WayInKept[] = []
  for (const customer of new Set(closed.map(({ customerId }) => customerId))) {
    const own = closed.filter(({ customerId }) => customerId === customer)
    const ids = [...new Set(own.map(({ productId }) => productId))]
    const names = await asTenant(tx, customer, () => namesOfProducts(tx, ids))
    kept.push(...own.map(({ way, productId: id }) => ({ ...way, product: { id, name: names.get(id) ?? '' }, closed: true })))
  }
  return kept
}

/** Made in these visits and open: work results stay while the right does, and whoever stopped the visit decides about them. */
export async function waysInOf(
  { tx, now }: AnyWork,
  { customerId }: { readonly customerId: OrganisationId | null },
  visits: readonly VisitId[],
): Promise<readonly WayInKept[]> {
  if (customerId === null) return []
  const open = await asTenant(tx, customerId, () => listWaysIn(tx, { visits }, now))
  return open.map((way) => ({ ...way, closed: false }))
}

function closedBy(event: DomainEvent): readonly Closed[] {
  if (event.kind !== 'folder.link_ended' && event.kind !== 'server.ssh_key_removed') return []
  const { customerId, productId, detail } = event
  const { itemId, endedBy, madeBy } = event.data
  if (endedBy !== 'right' || !madeBy || !customerId || !productId) return []
  return [{ customerId, productId, way: wayOf(itemId, event.kind === 'folder.link_ended' ? 'link' : 'key', detail?.name ?? '', madeBy) }]
}

const wayOf = (id: ItemId, kind: WayInKept['kind'], name: string, personId: PersonId) => ({ id, kind, name, personId })
