// The rows of hostings and their websites.
import type { ItemId, OrganisationId, ProductId } from '../../domain/ids.ts'
import type { Certificate, HostingAddress, PhpVersion, SiteSettings } from '../../domain/products/site.ts'
import { visibleProducts } from '../authorization/visible-to.ts'
import type { Transaction } from '../platform/transact.ts'
import type { TenantWork } from '../work.ts'
import type { ProductStub } from './product-store.ts'

export type Site = SiteSettings & {
  readonly id: ItemId
  readonly hostName: string
  readonly domainId: ProductId | null
  readonly domain: string | null
  readonly visitsLastMonth: number
  readonly storageMb: number
  readonly changedAt: Date
}

/** Locks the hosting, so that changes of its sites follow each other. */
export async function lockHosting(tx: Transaction, productId: ProductId): Promise<HostingAddress | undefined> {
  return await tx
    .selectFrom('hosting')
    .select(['host', 'ipv4', 'ipv6'])
    .where('product_id', '=', productId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function findHosting(tx: Transaction, productId: ProductId): Promise<HostingAddress | undefined> {
  return await tx.selectFrom('hosting').select(['host', 'ipv4', 'ipv6']).where('product_id', '=', productId).executeTakeFirst()
}

export async function listSiteRows(tx: Transaction, productId: ProductId): Promise<readonly Site[]> {
  const rows = await tx
    .selectFrom('site')
    .leftJoin('product as domain', 'domain.id', 'site.domain_id')
    .selectAll('site')
    .select('domain.name as domain')
    .where('site.product_id', '=', productId)
    .orderBy('host_name')
    .execute()
  return rows.map((row) => ({
    id: row.id as ItemId,
    hostName: row.host_name,
    domainId: row.domain_id as ProductId | null,
    domain: row.domain,
    documentRoot: row.document_root,
    phpVersion: row.php_version as PhpVersion,
    certificate: row.certificate as Certificate,
    forceHttps: row.force_https,
    visitsLastMonth: row.visits_last_month,
    storageMb: row.storage_mb,
    changedAt: row.changed_at,
  }))
}

/** Whether the organisation serves this host already, on whichever hosting. */
export async function isHostServed(tx: Transaction, organisationId: OrganisationId, hostName: string): Promise<boolean> {
  const row = await tx
    .selectFrom('site')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('host_name', '=', hostName)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertSite(
  tx: Transaction,
  where: { readonly organisationId: OrganisationId; readonly productId: ProductId },
  site: Site,
): Promise<void> {
  await tx
    .insertInto('site')
    .values({
      ...columns(site),
      id: site.id,
      organisation_id: where.organisationId,
      product_id: where.productId,
      host_name: site.hostName,
      created_at: site.changedAt,
    })
    .execute()
}

export async function updateSite(tx: Transaction, site: Site): Promise<void> {
  await tx.updateTable('site').set(columns(site)).where('id', '=', site.id).execute()
}

export async function deleteSiteRow(tx: Transaction, id: ItemId): Promise<void> {
  await tx.deleteFrom('site').where('id', '=', id).execute()
}

/** The domains that the reader may see. */
export async function listVisibleDomains(work: TenantWork): Promise<readonly ProductStub[]> {
  return await work.tx
    .selectFrom('product')
    .select(['id', 'organisation_id', 'family', 'name', 'status', 'created_at'])
    .where('organisation_id', '=', work.context.organisationId)
    .where('family', '=', 'domain')
    .where('status', '=', 'active')
    .where(visibleProducts(work))
    .orderBy('name')
    .limit(1000)
    .execute()
}

function columns(site: Site) {
  return {
    domain_id: site.domainId,
    document_root: site.documentRoot,
    php_version: site.phpVersion,
    certificate: site.certificate,
    force_https: site.forceHttps,
    changed_at: site.changedAt,
  }
}
