// Changing a domain's zone: one record, or its name servers. Changes follow each other; each raises the serial.
import { asId, type ItemId, type ProductId } from '../../domain/ids.ts'
import { type DnsRecord, faultOf, isHostName, normalised } from '../../domain/products/dns-record.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { RefusedInput } from '../problem.ts'
import { newId, type TenantWork } from '../work.ts'
import type { addRecord as addContract, changeRecord as changeContract, removeRecord as removeContract, setNameServers as serversContract } from './contract.ts'
import { deleteRecord, insertRecord, listRecordRows, lockZone, saveZone, type StoredRecord, updateRecord, type Zone } from './record-store.ts'

/** A record that cannot stand: the pointer names the part at fault. */
function invalidRecord(fault: string): RefusedInput {
  const part = fault === 'name' || fault === 'ttl' || fault === 'priority' ? fault : 'value'
  return new RefusedInput('invalid_record', [{ pointer: `/body/${part}`, code: fault, message: fault }])
}

export async function addRecord(work: TenantWork, { params, body }: Input<typeof addContract>): Promise<Answer<typeof addContract>> {
  const productId = asId<ProductId>(params.product)
  const zone = await lock(work, productId)
  const added = checked(body, await listRecordRows(work.tx, productId))
  const stored: StoredRecord = { ...added, id: newId<ItemId>(), changedAt: new Date(work.now) }
  await insertRecord(work.tx, { organisationId: work.context.organisationId, productId }, stored)
  await raiseSerial(work, productId, zone)
  record(work, { kind: 'domain.record_added', readers: [work.context.organisationId], productId, data: { itemId: stored.id, type: stored.type }, detail: { before: '', after: inWords(stored) } })
  return shown(stored)
}

export async function changeRecord(work: TenantWork, { params, body }: Input<typeof changeContract>): Promise<Answer<typeof changeContract>> {
  const productId = asId<ProductId>(params.product)
  const zone = await lock(work, productId)
  const records = await listRecordRows(work.tx, productId)
  const before = records.find(({ id }) => id === params.item)
  if (!before) throw new Refusal('not_found')
  const { changedAt, ...wanted } = body
  if (changedAt && changedAt !== before.changedAt.toISOString()) throw new Refusal('changed_meanwhile')
  const others = records.filter(({ id }) => id !== before.id)
  const after: StoredRecord = { ...checked(wanted, others), id: before.id, changedAt: new Date(work.now) }
  await updateRecord(work.tx, after)
  await raiseSerial(work, productId, zone)
  record(work, { kind: 'domain.record_changed', readers: [work.context.organisationId], productId, data: { itemId: after.id, type: after.type }, detail: { before: inWords(before), after: inWords(after) } })
  return shown(after)
}

export async function removeRecord(work: TenantWork, { params }: Input<typeof removeContract>): Promise<Record<string, never>> {
  const productId = asId<ProductId>(params.product)
  const zone = await lock(work, productId)
  const before = (await listRecordRows(work.tx, productId)).find(({ id }) => id === params.item)
  if (!before) throw new Refusal('not_found')
  await deleteRecord(work.tx, before.id)
  await raiseSerial(work, productId, zone)
  record(work, { kind: 'domain.record_removed', readers: [work.context.organisationId], productId, data: { itemId: before.id, type: before.type }, detail: { before: inWords(before), after: '' } })
  return {}
}

export async function setNameServers(work: TenantWork, { params, body }: Input<typeof serversContract>): Promise<Record<string, never>> {
  const productId = asId<ProductId>(params.product)
  const zone = await lock(work, productId)
  const nameServers = body.nameServers.map((server) => server.replace(/\.$/, ''))
  if (!nameServers.every(isHostName) || new Set(nameServers).size < nameServers.length) throw invalidRecord('host')
  await saveZone(work.tx, productId, { serial: zone.serial + 1, nameServers })
  record(work, { kind: 'domain.name_servers_changed', readers: [work.context.organisationId], productId, data: {}, detail: { before: zone.nameServers.join(', '), after: nameServers.join(', ') } })
  return {}
}

async function lock(work: TenantWork, productId: ProductId): Promise<Zone> {
  const zone = await lockZone(work.tx, productId)
  if (!zone) throw new Refusal('not_found')
  return zone
}

function checked(wanted: DnsRecord, others: readonly DnsRecord[]): DnsRecord {
  const asStored = normalised(wanted)
  const fault = faultOf(asStored, others)
  if (fault) throw invalidRecord(fault)
  return asStored
}

const raiseSerial = (work: TenantWork, productId: ProductId, zone: Zone) => saveZone(work.tx, productId, { ...zone, serial: zone.serial + 1 })

const inWords = ({ name, type, value, priority }: DnsRecord): string => [name, type, ...(priority === null ? [] : [priority]), value].join(' ')

export function shown({ changedAt, ...stored }: StoredRecord): Answer<typeof addContract> {
  return { ...stored, changedAt: changedAt.toISOString() }
}
