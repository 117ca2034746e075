// A hosting as it stands: where it is reached and its websites, read, or locked for a change that nothing may overtake.
import type { z } from 'zod'
import type { HostingAddress } from '../../domain/products/site.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { decideIn } from '../authorization/authorise.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import type { listSites as listContract, site as siteShape } from './hosting-contract.ts'
import { findHosting, listSiteRows, listVisibleDomains, lockHosting, type Site } from './hosting-store.ts'
import { factsOf, type OpenProduct, openProduct, rightsOn } from './open-product.ts'

export type Hosting = { readonly product: OpenProduct; readonly address: HostingAddress; readonly sites: readonly Site[] }

export async function listSites(work: TenantWork, { params }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const product = await openProduct(work, params.product, 'hosting')
  const address = await findHosting(work.tx, product.id)
  if (!address) throw new Refusal('not_found')
  const domains = await listVisibleDomains(work)
  return {
    address,
    sites: (await listSiteRows(work.tx, product.id)).map(shownSite),
    domains: domains.map((domain) => ({
      id: domain.id,
      name: domain.name,
      manage: decideIn(work, 'domain.manage', factsOf(domain)).allowed,
    })),
    ...rightsOn(work, product.facts),
  }
}

export async function lockedHosting(work: TenantWork, item: string, right: RightId): Promise<Hosting> {
  const product = await openProduct(work, item, 'hosting', right)
  const address = await lockHosting(work.tx, product.id)
  if (!address) throw new Refusal('not_found')
  return { product, address, sites: await listSiteRows(work.tx, product.id) }
}

export function siteIn({ sites }: Pick<Hosting, 'sites'>, item: string): Site {
  const found = sites.find(({ id }) => id === item)
  if (!found) throw new Refusal('not_found')
  return found
}

/** As it stands after a change. */
export async function shownAgain(work: TenantWork, { product }: Hosting, { id }: Pick<Site, 'id'>): Promise<z.input<typeof siteShape>> {
  const sites = await listSiteRows(work.tx, product.id)
  return shownSite(siteIn({ sites }, id))
}

export function shownSite({ changedAt, ...site }: Site): z.input<typeof siteShape> {
  return { ...site, changedAt: changedAt.toISOString() }
}
