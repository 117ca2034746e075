// Reading a domain's zone: its records, and the whole as a file that another name server can load.

import type { z } from 'zod'
import { zoneFile } from '../../domain/products/zone-file.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Answer, FileAnswer, type Input } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import type { dnsRecord, getZoneFile as fileContract, listRecords as listContract } from './contract.ts'
import { openProduct, rightsOn } from './open-product.ts'
import { findZone, listRecordRows, type StoredRecord } from './record-store.ts'

export async function listRecords(work: TenantWork, { params }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const product = await openProduct(work, params.product, 'domain')
  const zone = await findZone(work.tx, product.id)
  if (!zone) throw new Refusal('not_found')
  const records = await listRecordRows(work.tx, product.id)
  return {
    domain: product.name,
    serial: zone.serial,
    nameServers: [...zone.nameServers],
    records: records.map(shown),
    ...rightsOn(work, product.facts),
  }
}

export async function getZoneFile(work: TenantWork, { params }: Input<typeof fileContract>): Promise<FileAnswer> {
  const { id, name } = await openProduct(work, params.product, 'domain')
  if (!(await findZone(work.tx, id))) throw new Refusal('not_found')
  return new FileAnswer(`${name}.zone`, 'text/dns; charset=utf-8', async function* (tx) {
    const zone = await findZone(tx, id)
    if (zone) yield zoneFile(name, zone.serial, zone.nameServers, await listRecordRows(tx, id))
  })
}

export function shown({ changedAt, ...stored }: StoredRecord): z.input<typeof dnsRecord> {
  return { ...stored, changedAt: changedAt.toISOString() }
}
