// The links and keys that a receipt names: those that closed with what was taken back, and those that a visit which was stopped leaves open.
import type { DomainEvent } from '../../domain/event.ts'
import type { OrganisationId, VisitId } from '../../domain/ids.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { AnyWork } from '../work.ts'
import type { WayInKept } from './receipt-store.ts'
import { listWaysIn } from './ways-in-store.ts'

export function waysInClosed(events: readonly DomainEvent[]): readonly WayInKept[] {
  return events.flatMap((event) => {
    if (event.kind !== 'folder.link_ended' && event.kind !== 'server.ssh_key_removed') return []
    const { itemId: id, endedBy, madeBy: personId } = event.data
    if (endedBy !== 'right' || !personId || !event.productId) return []
    const kind = event.kind === 'folder.link_ended' ? 'link' : 'key'
    return [{ id, kind, name: event.detail?.name ?? '', productId: event.productId, personId, closed: true } as const]
  })
}

/** Made in these visits and open: work results stay while the right does, and whoever stopped the visit decides about them. */
export async function waysInOf(
  { tx, now }: AnyWork,
  { customerId }: { readonly customerId: OrganisationId | null },
  visits: readonly VisitId[],
): Promise<readonly WayInKept[]> {
  if (customerId === null) return []
  const open = await asTenant(tx, customerId, () => listWaysIn(tx, { visits }, now))
  return open.map(({ product, ...way }) => ({ ...way, productId: product.id, closed: false }))
}
