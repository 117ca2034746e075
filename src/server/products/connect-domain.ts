// Leads a domain of the organisation to one of its websites: needs the right to manage the hosting and, for the records, the domain.

import type { DnsRecord } from '../../domain/products/dns-record.ts'
import { nameWithin } from '../../domain/products/host-name.ts'
import { recordsInTheWay, recordsLeadingTo } from '../../domain/products/site.ts'
import type { Answer, Input } from '../endpoint.ts'
import { RefusedInput } from '../problem.ts'
import type { TenantWork } from '../work.ts'
import { type Hosting, lockedHosting, shownAgain, siteIn } from './hosting.ts'
import type { connectDomain as contract } from './hosting-contract.ts'
import { openProduct } from './open-product.ts'
import { dropRecord, lockedZone, putRecord, raiseSerial } from './zone.ts'

export async function connectDomain(work: TenantWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const hosting = await lockedHosting(work, params.product, 'hosting.manage')
  const site = siteIn(hosting, params.item)
  await leadHere(work, hosting, site.hostName, body.domain)
  return shownAgain(work, hosting, site)
}

/** What led the same host elsewhere gives way; each record that comes or goes is on the domain's record. */
export async function leadHere(work: TenantWork, hosting: Hosting, hostName: string, domain: string): Promise<void> {
  const { id, name } = await openProduct(work, domain, 'domain', 'domain.manage')
  work.decidedOn.add(id)
  if (nameWithin(name, hostName) === null) {
    throw new RefusedInput('invalid_input', [{ pointer: '/body/domain', code: 'host_elsewhere', message: 'host_elsewhere' }])
  }
  const zone = await lockedZone(work, id, name)
  const gone = recordsInTheWay(zone.records, name, hostName)
  const staying = zone.records.filter((one) => !gone.includes(one))
  const wanted = recordsLeadingTo(hosting.address, name, hostName, staying)
  if (inWords(gone) === inWords(wanted)) return
  for (const one of gone) await dropRecord(work, zone, one)
  for (const one of wanted) await putRecord(work, { ...zone, records: staying }, one)
  await raiseSerial(work, zone)
}

const inWords = (records: readonly DnsRecord[]): string => records.map(({ type, value }) => `${type} ${value}`).join()
