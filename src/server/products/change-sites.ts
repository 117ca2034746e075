// Websites come, change their settings and go; each time somebody can read who did it.
import type { ItemId } from '../../domain/ids.ts'
import { faultOfHost, faultOfSite, type SiteFault } from '../../domain/products/site.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { newId, type TenantWork } from '../work.ts'
import { leadHere } from './connect-domain.ts'
import { type Hosting, lockedHosting, shownAgain, shownSite, siteIn } from './hosting.ts'
import {
  type changeSite as changeContract,
  type createSite as createContract,
  type deleteSite as deleteContract,
  sitesMax,
} from './hosting-contract.ts'
import { deleteSiteRow, insertSite, isHostServed, type Site, updateSite } from './hosting-store.ts'
import { inputAt } from './input-at.ts'
import { inPunycode } from './punycode.ts'

export async function createSite(work: TenantWork, { params, body }: Input<typeof createContract>): Promise<Answer<typeof createContract>> {
  const hosting = await lockedHosting(work, params.product, 'hosting.manage')
  if (hosting.sites.length >= sitesMax) throw new Refusal('limit_reached')
  const { domain, ...wanted } = body
  const hostName = inPunycode(wanted.hostName).toLowerCase().replace(/\.$/, '')
  refuse(faultOfHost(hostName) ?? faultOfSite(wanted))
  const { organisationId } = work.context
  if (await isHostServed(work.tx, organisationId, hostName)) throw inputAt('hostName', 'host_in_use')
  const site: Site = {
    ...wanted,
    id: newId<ItemId>(),
    hostName,
    domain: null,
    connected: false,
    visitsLastMonth: 0,
    storageMb: 0,
    changedAt: new Date(work.now),
  }
  await insertSite(work.tx, { organisationId, productId: hosting.product.id }, site)
  record(work, { kind: 'site.created', ...about(work, hosting), data: { itemId: site.id }, detail: { name: hostName } })
  if (domain !== null) await leadHere(work, hosting, hostName, domain)
  return shownAgain(work, hosting, site)
}

export async function changeSite(work: TenantWork, { params, body }: Input<typeof changeContract>): Promise<Answer<typeof changeContract>> {
  const hosting = await lockedHosting(work, params.product, 'hosting.manage')
  const before = siteIn(hosting, params.item)
  const { changedAt, ...wanted } = body
  if (changedAt && changedAt !== before.changedAt.toISOString()) throw new Refusal('changed_meanwhile')
  refuse(faultOfSite(wanted))
  const settings = changed(before, wanted)
  if (settings.length === 0) return shownSite(before)
  const after: Site = { ...before, ...wanted, changedAt: new Date(work.now) }
  await updateSite(work.tx, after)
  record(work, { kind: 'site.changed', ...about(work, hosting), data: { itemId: after.id, settings }, detail: { name: after.hostName } })
  return shownSite(after)
}

/** The records of a domain that lead here stay: they are the domain's. */
export async function deleteSite(work: TenantWork, { params }: Input<typeof deleteContract>): Promise<Record<string, never>> {
  const hosting = await lockedHosting(work, params.product, 'product.delete')
  const site = siteIn(hosting, params.item)
  await deleteSiteRow(work.tx, site.id)
  record(work, { kind: 'site.deleted', ...about(work, hosting), data: { itemId: site.id }, detail: { name: site.hostName } })
  return {}
}

const fields: Readonly<Record<SiteFault, string>> = {
  host: 'hostName',
  document_root: 'documentRoot',
  https_without_certificate: 'forceHttps',
}

function refuse(fault: SiteFault | null): void {
  if (fault) throw inputAt(fields[fault], fault)
}

const about = (work: TenantWork, { product }: Hosting) => ({ readers: [work.context.organisationId], productId: product.id })

/** The names of the settings that are different. */
function changed(before: Site, wanted: Pick<Site, 'documentRoot' | 'phpVersion' | 'certificate' | 'forceHttps'>): readonly string[] {
  const names = { document_root: 'documentRoot', php_version: 'phpVersion', certificate: 'certificate', force_https: 'forceHttps' } as const
  return Object.entries(names).flatMap(([name, key]) => (before[key] === wanted[key] ? [] : [name]))
}
