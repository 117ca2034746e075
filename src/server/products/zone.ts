// One change of a domain's zone after another: the zone is locked, each change raises its serial and stands on the journal.

import type { ItemId, ProductId } from '../../domain/ids.ts'
import { type DnsRecord, faultOf } from '../../domain/products/dns-record.ts'
import { Refusal } from '../../domain/refusal.ts'
import { record } from '../journal/record.ts'
import { RefusedInput } from '../problem.ts'
import { newId, type TenantWork } from '../work.ts'
import { recordsMax } from './contract.ts'
import { deleteRecord, insertRecord, listRecordRows, lockZone, type StoredRecord, saveZone, type Zone } from './record-store.ts'

export type LockedZone = Zone & { readonly productId: ProductId; readonly domain: string; readonly records: readonly StoredRecord[] }

export async function lockedZone(work: TenantWork, productId: ProductId, domain: string): Promise<LockedZone> {
  const zone = await lockZone(work.tx, productId)
  if (!zone) throw new Refusal('not_found')
  return { ...zone, productId, domain, records: await listRecordRows(work.tx, productId) }
}

/** A record that cannot stand: the pointer names the part at fault. */
export function invalidRecord(fault: string, part = partAt(fault)): RefusedInput {
  return new RefusedInput('invalid_record', [{ pointer: `/body/${part}`, code: fault, message: fault }])
}

const partAt = (fault: string): string => (fault === 'name' || fault === 'ttl' || fault === 'priority' ? fault : 'value')

/** What the record is once it stands beside these others. */
export function requireSound(wanted: DnsRecord, others: readonly DnsRecord[]): DnsRecord {
  const fault = faultOf(wanted, others)
  if (fault) throw invalidRecord(fault)
  return wanted
}

export async function putRecord(work: TenantWork, zone: LockedZone, wanted: DnsRecord): Promise<StoredRecord> {
  if (zone.records.length >= recordsMax) throw new Refusal('limit_reached')
  const stored: StoredRecord = { ...requireSound(wanted, zone.records), id: newId<ItemId>(), changedAt: new Date(work.now) }
  await insertRecord(work.tx, { organisationId: work.context.organisationId, productId: zone.productId }, stored)
  tell(work, zone, 'domain.record_added', { itemId: stored.id, type: stored.type }, { before: '', after: inWords(stored) })
  return stored
}

export async function dropRecord(work: TenantWork, zone: LockedZone, dropped: StoredRecord): Promise<void> {
  await deleteRecord(work.tx, dropped.id)
  tell(work, zone, 'domain.record_removed', { itemId: dropped.id, type: dropped.type }, { before: inWords(dropped), after: '' })
}

type Change = { readonly before: string; readonly after: string }
type RecordKind = 'domain.record_added' | 'domain.record_changed' | 'domain.record_removed'

export function tell(
  work: TenantWork,
  { productId }: LockedZone,
  kind: RecordKind,
  data: { itemId: ItemId; type: string },
  detail: Change,
): void {
  record(work, { kind, readers: [work.context.organisationId], productId, data, detail })
}

export const raiseSerial = (work: TenantWork, { productId, nameServers, serial }: LockedZone): Promise<void> =>
  saveZone(work.tx, productId, { nameServers, serial: serial + 1 })

/** As a line of a zone. */
export const inWords = ({ name, ttl, type, value, priority }: DnsRecord): string =>
  [name, ttl, type, ...(priority === null ? [] : [priority]), value].join(' ')
