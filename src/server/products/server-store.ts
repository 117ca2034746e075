// The rows of servers: their state, snapshots, firewall rules and keys.
import type { ItemId, PartnershipId, PersonId, ProductId } from '../../domain/ids.ts'
import type { FirewallRule, PowerState, Protocol } from '../../domain/products/server.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import type { Where } from './mail-store.ts'
import { isOpenAt, type Maker, makerColumns, makerIn, makerRead, type StoredMaker } from './maker-store.ts'

export type ServerRow = {
  readonly host: string
  readonly ipv4: string
  readonly ipv6: string | null
  readonly system: string
  readonly cores: number
  readonly memoryMb: number
  readonly diskGb: number
  readonly state: PowerState
  readonly since: Date
  readonly cpuPercent: number
  readonly memoryUsedMb: number
  readonly diskUsedGb: number
}
export type Snapshot = { readonly id: ItemId; readonly name: string; readonly sizeGb: number | null; readonly takenAt: Date }
/** Who removed a rule, and for whom; `under` null: for the customer itself. */
export type Remover = { readonly by: PersonId; readonly under: PartnershipId | null }
export type Rule = FirewallRule & { readonly id: ItemId; readonly maker: StoredMaker }
export type Key = {
  readonly id: ItemId
  readonly name: string
  readonly type: string
  readonly fingerprint: string
  readonly addedAt: Date
  readonly maker: StoredMaker
}

const serverColumns = [
  ...(['host', 'ipv4', 'ipv6', 'system', 'cores', 'memory_mb as memoryMb', 'disk_gb as diskGb', 'state'] as const),
  ...(['state_since as since', 'cpu_percent as cpuPercent', 'memory_used_mb as memoryUsedMb', 'disk_used_gb as diskUsedGb'] as const),
] as const

export async function findServer(tx: Transaction, productId: ProductId): Promise<ServerRow | undefined> {
  const row = await tx.selectFrom('server').select(serverColumns).where('product_id', '=', productId).executeTakeFirst()
  return row && { ...row, state: row.state as PowerState }
}

/** Locks the server, so that what is done to it follows one after the other. */
export async function lockServer(tx: Transaction, productId: ProductId): Promise<ServerRow | undefined> {
  const query = tx.selectFrom('server').select(serverColumns).where('product_id', '=', productId)
  const row = await query.forNoKeyUpdate().executeTakeFirst()
  return row && { ...row, state: row.state as PowerState }
}

export async function setPower(tx: Transaction, productId: ProductId, state: PowerState, since: Date): Promise<void> {
  await tx.updateTable('server').set({ state, state_since: since }).where('product_id', '=', productId).execute()
}

/** Newest first. */
export async function listSnapshots(tx: Transaction, productId: ProductId): Promise<readonly Snapshot[]> {
  const rows = await tx
    .selectFrom('server_snapshot')
    .select(['id', 'name', 'size_gb as sizeGb', 'taken_at as takenAt'])
    .where('product_id', '=', productId)
    .orderBy('taken_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as ItemId }))
}

export async function insertSnapshot(tx: Transaction, where: Where, { id, name, takenAt }: Snapshot): Promise<void> {
  const place = { organisation_id: where.organisationId, product_id: where.productId }
  await tx
    .insertInto('server_snapshot')
    .values({ ...place, id, name, taken_at: takenAt })
    .execute()
}

export async function deleteSnapshotRow(tx: Transaction, id: ItemId): Promise<void> {
  await tx.deleteFrom('server_snapshot').where('id', '=', id).execute()
}

/** Those in force, or those that somebody removed since a moment. */
export async function listRules(
  tx: Transaction,
  productId: ProductId,
  removed?: Remover & { readonly since: Date },
): Promise<readonly Rule[]> {
  let query = tx
    .selectFrom('server_firewall_rule')
    .select(['id', 'protocol', 'from_port as fromPort', 'to_port as toPort', 'source', ...makerRead])
    .where('product_id', '=', productId)
    .orderBy('protocol', 'desc')
    .orderBy('from_port')
    .orderBy('source')
  query = removed
    ? query
        .where('removed_by', '=', removed.by)
        .where('removed_under', 'is not distinct from', removed.under)
        .where('removed_at', '>', removed.since)
    : query.where('removed_at', 'is', null)
  return (await query.execute()).map((row) => ({
    ...{ id: row.id as ItemId, protocol: row.protocol as Protocol, fromPort: row.fromPort, toPort: row.toPort, source: row.source },
    maker: makerIn(row),
  }))
}

export async function insertRule(
  tx: Transaction,
  where: Where,
  { rule, maker, at }: { readonly rule: Omit<Rule, 'maker'>; readonly maker: Maker; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('server_firewall_rule')
    .values({
      id: rule.id,
      organisation_id: where.organisationId,
      product_id: where.productId,
      protocol: rule.protocol,
      from_port: rule.fromPort,
      to_port: rule.toPort,
      source: rule.source,
      created_at: at,
      ...makerColumns(maker),
    })
    .execute()
}

/** Null: it comes back, with whoever made it. */
export async function markRuleRemoved(tx: Transaction, id: ItemId, removed: (Remover & { readonly at: Date }) | null): Promise<void> {
  const set = { removed_at: removed?.at ?? null, removed_by: removed?.by ?? null, removed_under: removed?.under ?? null }
  await tx.updateTable('server_firewall_rule').set(set).where('id', '=', id).execute()
}

/** As prokura_system. */
export async function forgetRemovedRules(tx: Transaction, before: Date): Promise<void> {
  await tx.deleteFrom('server_firewall_rule').where('removed_at', '<', before).execute()
}

/** Those that open the server at that moment. */
export async function listKeys(tx: Transaction, productId: ProductId, now: Instant): Promise<readonly Key[]> {
  const rows = await tx
    .selectFrom('server_ssh_key')
    .select(['id', 'name', 'type', 'fingerprint', 'added_at', ...makerRead])
    .where('product_id', '=', productId)
    .where(isOpenAt(now))
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id as ItemId, name: row.name, type: row.type, fingerprint: row.fingerprint, addedAt: row.added_at },
    maker: makerIn(row),
  }))
}

/** Also those that the clock closed and nobody has removed yet. */
export async function isKeyThere(tx: Transaction, productId: ProductId, fingerprint: string): Promise<boolean> {
  const query = tx.selectFrom('server_ssh_key').select('id').where('product_id', '=', productId).where('fingerprint', '=', fingerprint)
  return (await query.executeTakeFirst()) !== undefined
}

export async function insertKey(
  tx: Transaction,
  where: Where,
  { key, publicKey, maker }: { readonly key: Omit<Key, 'maker'>; readonly publicKey: string; readonly maker: Maker },
): Promise<void> {
  await tx
    .insertInto('server_ssh_key')
    .values({
      id: key.id,
      organisation_id: where.organisationId,
      product_id: where.productId,
      name: key.name,
      type: key.type,
      public_key: publicKey,
      fingerprint: key.fingerprint,
      added_at: key.addedAt,
      ...makerColumns(maker),
    })
    .execute()
}

export async function deleteKeyRow(tx: Transaction, id: ItemId): Promise<void> {
  await tx.deleteFrom('server_ssh_key').where('id', '=', id).execute()
}
