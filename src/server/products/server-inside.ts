// A server as it stands, read, or locked for what is done to it, which nothing may overtake.
import { Refusal } from '../../domain/refusal.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import { shownMaker } from './made-by.ts'
import { type OpenProduct, openProduct, rightsOn } from './open-product.ts'
import type { getServer as contract } from './server-contract.ts'
import { findServer, type Key, listKeys, listRules, listSnapshots, lockServer, type ServerRow, type Snapshot } from './server-store.ts'

export type Server = ServerRow & { readonly product: OpenProduct }

export async function getServer(work: TenantWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const { id, facts } = await openProduct(work, params.product, 'server')
  const server = await findServer(work.tx, id)
  if (!server) return { isTold: false }
  return {
    isTold: true,
    ...server,
    since: server.since.toISOString(),
    snapshots: (await listSnapshots(work.tx, id)).map(shownSnapshot),
    firewall: (await listRules(work.tx, id)).map(({ maker, ...rule }) => ({ ...rule, madeBy: shownMaker(work, maker) })),
    keys: (await listKeys(work.tx, id, work.now)).map((key) => shownKey(work, key)),
    ...rightsOn(work, facts),
  }
}

export async function lockedServer(work: TenantWork, item: string, right: RightId): Promise<Server> {
  const product = await openProduct(work, item, 'server', right)
  const server = await lockServer(work.tx, product.id)
  if (!server) throw new Refusal('not_found')
  return { ...server, product }
}

export const whereOf = (work: TenantWork, { product }: Server) => ({ organisationId: work.context.organisationId, productId: product.id })
export const about = (work: TenantWork, { product }: Server) => ({ readers: [work.context.organisationId], productId: product.id })

/** One of its things, by its address. */
export function itemIn<T extends { readonly id: string }>(items: readonly T[], item: string): T {
  const found = items.find(({ id }) => id === item)
  if (!found) throw new Refusal('not_found')
  return found
}

export const shownSnapshot = ({ takenAt, ...snapshot }: Snapshot) => ({ ...snapshot, takenAt: takenAt.toISOString() })
const shownKey = (work: TenantWork, { addedAt, maker, ...key }: Key) => ({
  ...key,
  addedAt: addedAt.toISOString(),
  madeBy: shownMaker(work, maker),
})
