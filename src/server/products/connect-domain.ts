// Leads a domain of the organisation to one of its websites: needs the right to manage the hosting and, for the records, the domain.

import { nameWithin } from '../../domain/products/host-name.ts'
import { recordsInTheWay, recordsLeadingTo } from '../../domain/products/site.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { RefusedInput } from '../problem.ts'
import type { TenantWork } from '../work.ts'
import { type Hosting, lockedHosting, shownSite, siteIn } from './hosting.ts'
import type { connectDomain as contract } from './hosting-contract.ts'
import { type Site, updateSite } from './hosting-store.ts'
import { openProduct } from './open-product.ts'
import { dropRecord, lockedZone, putRecord, raiseSerial } from './zone.ts'

export async function connectDomain(work: TenantWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const hosting = await lockedHosting(work, params.product, 'hosting.manage')
  const connected = await leadHere(work, hosting, siteIn(hosting, params.item), body.domain)
  await updateSite(work.tx, connected)
  record(work, {
    kind: 'site.changed',
    readers: [work.context.organisationId],
    productId: hosting.product.id,
    data: { itemId: connected.id, settings: ['domain'] },
    detail: { name: connected.hostName },
  })
  return shownSite(connected)
}

/** What led the same host elsewhere gives way. */
export async function leadHere(work: TenantWork, hosting: Hosting, site: Site, domain: string): Promise<Site> {
  const { id, name } = await openProduct(work, domain, 'domain', 'domain.manage')
  work.decidedOn.add(id)
  const at = nameWithin(name, site.hostName)
  if (at === null) throw new RefusedInput('invalid_input', [{ pointer: '/body/domain', code: 'host_elsewhere', message: 'host_elsewhere' }])
  const zone = await lockedZone(work, id, name)
  const gone = recordsInTheWay(zone.records, name, site.hostName)
  const staying = zone.records.filter((one) => !gone.includes(one))
  const wanted = recordsLeadingTo(hosting.address, name, site.hostName, staying)
  if (!wanted.every((one) => gone.some((known) => known.type === one.type && known.value === one.value)) || gone.length > wanted.length) {
    for (const one of gone) await dropRecord(work, zone, one)
    for (const one of wanted) await putRecord(work, { ...zone, records: staying }, one)
    await raiseSerial(work, zone)
  }
  return { ...site, domainId: id, domain: name, changedAt: new Date(work.now) }
}
