// Reading a domain's zone: its records, and the whole as a file that another name server can load.
import { asId, type ProductId } from '../../domain/ids.ts'
import { zoneFile } from '../../domain/products/dns-record.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findProduct } from '../authorization/load-facts.ts'
import { type Answer, FileAnswer, type Input } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import { shown } from './change-zone.ts'
import type { getZoneFile as fileContract, listRecords as listContract } from './contract.ts'
import { mayWith } from './list-products.ts'
import { getProductName } from './product-store.ts'
import { findZone, listRecordRows } from './record-store.ts'

export async function listRecords(work: TenantWork, { params }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const productId = asId<ProductId>(params.product)
  const [zone, product] = [await findZone(work.tx, productId), await findProduct(work.tx, productId)]
  if (!zone || !product) throw new Refusal('not_found')
  const records = await listRecordRows(work.tx, productId)
  return { serial: zone.serial, nameServers: [...zone.nameServers], records: records.map(shown), may: mayWith(work, product) }
}

export async function getZoneFile(work: TenantWork, { params }: Input<typeof fileContract>): Promise<FileAnswer> {
  const productId = asId<ProductId>(params.product)
  if (!(await findZone(work.tx, productId))) throw new Refusal('not_found')
  const name = await getProductName(work.tx, productId)
  return new FileAnswer(`${name}.zone`, 'text/dns; charset=utf-8', async function* (tx) {
    const zone = await findZone(tx, productId)
    if (zone) yield zoneFile(name, zone.serial, zone.nameServers, await listRecordRows(tx, productId))
  })
}
