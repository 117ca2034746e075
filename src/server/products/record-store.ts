// The rows of a domain's zone.
import type { ItemId, OrganisationId, ProductId } from '../../domain/ids.ts'
import type { DnsRecord, RecordType } from '../../domain/products/dns-record.ts'
import type { Transaction } from '../platform/transact.ts'

export type StoredRecord = DnsRecord & { readonly id: ItemId; readonly changedAt: Date }
export type Zone = { readonly serial: number; readonly nameServers: readonly string[] }

/** Locks the domain, so that changes of its zone follow each other. */
export async function lockZone(tx: Transaction, productId: ProductId): Promise<Zone | undefined> {
  const row = await tx
    .selectFrom('domain')
    .select(['serial', 'name_servers'])
    .where('product_id', '=', productId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && { serial: row.serial, nameServers: row.name_servers }
}

export async function findZone(tx: Transaction, productId: ProductId): Promise<Zone | undefined> {
  const row = await tx.selectFrom('domain').select(['serial', 'name_servers']).where('product_id', '=', productId).executeTakeFirst()
  return row && { serial: row.serial, nameServers: row.name_servers }
}

export async function saveZone(tx: Transaction, productId: ProductId, zone: Zone): Promise<void> {
  await tx
    .updateTable('domain')
    .set({ serial: zone.serial, name_servers: [...zone.nameServers] })
    .where('product_id', '=', productId)
    .execute()
}

export async function listRecordRows(tx: Transaction, productId: ProductId): Promise<readonly StoredRecord[]> {
  const rows = await tx
    .selectFrom('dns_record')
    .select(['id', 'name', 'type', 'value', 'ttl', 'priority', 'changed_at'])
    .where('product_id', '=', productId)
    .orderBy('name')
    .orderBy('type')
    .orderBy('priority')
    .orderBy('value')
    .execute()
  return rows.map(({ changed_at, ...row }) => ({ ...row, id: row.id as ItemId, type: row.type as RecordType, changedAt: changed_at }))
}

export async function insertRecord(
  tx: Transaction,
  where: { readonly organisationId: OrganisationId; readonly productId: ProductId },
  record: StoredRecord,
): Promise<void> {
  const { changedAt, ...columns } = record
  await tx
    .insertInto('dns_record')
    .values({ ...columns, organisation_id: where.organisationId, product_id: where.productId, changed_at: changedAt })
    .execute()
}

export async function updateRecord(tx: Transaction, { id, changedAt, ...columns }: StoredRecord): Promise<void> {
  await tx
    .updateTable('dns_record')
    .set({ ...columns, changed_at: changedAt })
    .where('id', '=', id)
    .execute()
}

export async function deleteRecord(tx: Transaction, id: ItemId): Promise<void> {
  await tx.deleteFrom('dns_record').where('id', '=', id).execute()
}
