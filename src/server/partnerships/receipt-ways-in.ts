// The ways in that a receipt names: what closed with what was taken back, what still works of what the same people set, and what a visit that was stopped leaves.
import type { WayInKind } from '../../domain/authorization/way-in.ts'
import type { DomainEvent } from '../../domain/event.ts'
import type { OrganisationId, PartnershipId, PersonId, VisitId } from '../../domain/ids.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { AnyWork } from '../work.ts'
import type { Revoked, WayInKept } from './receipt-store.ts'
import { listWaysIn, listWaysLeft } from './ways-in-store.ts'

const kindOf: Readonly<Partial<Record<DomainEvent['kind'], WayInKind>>> = {
  'folder.link_ended': 'link',
  'server.ssh_key_removed': 'key',
  'forwarding.closed': 'forwarding',
}

export function waysInClosed(events: readonly DomainEvent[]): readonly WayInKept[] {
  return events.flatMap((event) => {
    if (event.kind !== 'folder.link_ended' && event.kind !== 'server.ssh_key_removed' && event.kind !== 'forwarding.closed') return []
    const { itemId: id, endedBy, madeBy: personId } = event.data
    const kind = kindOf[event.kind]
    if (endedBy !== 'right' || !personId || !event.productId || !kind) return []
    return [{ id, kind, name: event.detail?.name ?? '', productId: event.productId, personId, closed: true } as const]
  })
}

/** Passwords and rules that the end of the right does not close: with a partnership or somebody who left all of theirs, otherwise those whose right ended just now. */
export async function waysInLeft(
  { tx, now }: AnyWork,
  { what }: Revoked,
  of: { readonly partnershipId: PartnershipId | null; readonly leaver: PersonId | undefined },
): Promise<readonly WayInKept[]> {
  const isWhole = what === 'partnership' || what === 'access' || what === 'person'
  return (await listWaysLeft(tx)).flatMap(({ partnershipId, rightEndedAt, ...way }) => {
    const isTheirs = of.partnershipId === null ? way.personId === of.leaver : partnershipId === of.partnershipId
    const isOver = rightEndedAt !== null && (isWhole ? rightEndedAt <= now : rightEndedAt === now)
    return isTheirs && isOver ? [{ ...way, closed: false }] : []
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
  return open.map(({ product, stays: _, ...way }) => ({ ...way, productId: product.id, closed: false }))
}
