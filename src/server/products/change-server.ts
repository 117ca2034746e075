// A server is started, stopped and restarted; snapshots of it are taken, restored and deleted.
import type { ItemId } from '../../domain/ids.ts'
import { type PowerOrder, powered, snapshotsMax } from '../../domain/products/server.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { newId, type TenantWork } from '../work.ts'
import { inputAt } from './input-at.ts'
import type {
  deleteSnapshot as deleteContract,
  orderPower as powerContract,
  restoreSnapshot as restoreContract,
  takeSnapshot as takeContract,
} from './server-contract.ts'
import { about, itemIn, lockedServer, shownSnapshot, whereOf } from './server-inside.ts'
import { deleteSnapshotRow, insertSnapshot, listSnapshots, type Snapshot, setPower } from './server-store.ts'

const events = { start: 'server.started', stop: 'server.stopped', restart: 'server.restarted' } as const satisfies Record<
  PowerOrder,
  string
>

export async function orderPower(work: TenantWork, { params, body }: Input<typeof powerContract>): Promise<Answer<typeof powerContract>> {
  const server = await lockedServer(work, params.product, 'server.manage')
  const outcome = powered(server.state, body.order)
  switch (outcome.kind) {
    case 'refused':
      throw inputAt('order', outcome.code)
    case 'nothing':
      return { state: server.state, since: server.since.toISOString() }
    case 'ordered': {
      const since = new Date(work.now)
      await setPower(work.tx, server.product.id, outcome.state, since)
      record(work, { kind: events[body.order], ...about(work, server), data: {} })
      return { state: outcome.state, since: since.toISOString() }
    }
  }
}

export async function takeSnapshot(work: TenantWork, { params, body }: Input<typeof takeContract>): Promise<Answer<typeof takeContract>> {
  const server = await lockedServer(work, params.product, 'server.manage')
  const before = await listSnapshots(work.tx, server.product.id)
  if (before.length >= snapshotsMax) throw new Refusal('limit_reached')
  if (before.some(({ name }) => name === body.name)) throw inputAt('name', 'snapshot_name_taken')
  const snapshot: Snapshot = { id: newId<ItemId>(), name: body.name, sizeGb: null, takenAt: new Date(work.now) }
  await insertSnapshot(work.tx, whereOf(work, server), snapshot)
  record(work, { kind: 'server.snapshot_taken', ...about(work, server), data: { itemId: snapshot.id }, detail: { name: snapshot.name } })
  return shownSnapshot(snapshot)
}

export async function restoreSnapshot(work: TenantWork, { params }: Input<typeof restoreContract>): Promise<Record<string, never>> {
  const server = await lockedServer(work, params.product, 'server.content')
  const { id, name } = itemIn(await listSnapshots(work.tx, server.product.id), params.item)
  await setPower(work.tx, server.product.id, server.state, new Date(work.now))
  record(work, { kind: 'server.snapshot_restored', ...about(work, server), data: { itemId: id }, detail: { name } })
  return {}
}

export async function deleteSnapshot(work: TenantWork, { params }: Input<typeof deleteContract>): Promise<Record<string, never>> {
  const server = await lockedServer(work, params.product, 'product.delete')
  const { id, name } = itemIn(await listSnapshots(work.tx, server.product.id), params.item)
  await deleteSnapshotRow(work.tx, id)
  record(work, { kind: 'server.snapshot_deleted', ...about(work, server), data: { itemId: id }, detail: { name } })
  return {}
}
