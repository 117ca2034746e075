// The rows of hostings and their websites.
import { sql } from 'kysely'
import type { ItemId, OrganisationId, ProductId } from '../../domain/ids.ts'
import type { Certificate, HostingAddress, PhpVersion, SiteSettings } from '../../domain/products/site.ts'
import { visibleProducts } from '../authorization/visible-to.ts'
import type { Transaction } from '../platform/transact.ts'
import type { TenantWork } from '../work.ts'
import type { ProductStub } from './product-store.ts'

export type Site = SiteSettings & {
  readonly id: ItemId
  readonly hostName: string
  /** The organisation's own domain that the host belongs to. */
  readonly domain: string | null
  /** Whether the records of that domain lead here. */
  readonly connected: boolean
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
  const { rows } = await sql<SiteRow>`
    select s.*, d.name as domain, exists (
      select from dns_record r where r.product_id = d.id
        and r.name = case when s.host_name = d.name then '@' else left(s.host_name, char_length(s.host_name) - char_length(d.name) - 1) end
        and ((r.type = 'A' and r.value = h.ipv4) or (r.type = 'AAAA' and r.value = h.ipv6) or (r.type = 'CNAME' and r.value = h.host))) as connected
    from site s join hosting h on h.product_id = s.product_id
    left join lateral (
      select p.id, p.name from product p
      where p.organisation_id = s.organisation_id and p.family = 'domain' and p.status <> 'cancelled'
        and (s.host_name = p.name or right(s.host_name, char_length(p.name) + 1) = '.' || p.name)
      order by char_length(p.name) desc limit 1) d on true
    where s.product_id = ${productId} order by s.host_name`.execute(tx)
  return rows.map((row) => ({
    id: row.id as ItemId,
    hostName: row.host_name,
    domain: row.domain,
    connected: row.connected,
    documentRoot: row.document_root,
    phpVersion: row.php_version,
    certificate: row.certificate,
    forceHttps: row.force_https,
    visitsLastMonth: row.visits_last_month,
    storageMb: row.storage_mb,
    changedAt: row.changed_at,
  }))
}

type SiteRow = {
  readonly id: string
  readonly host_name: string
  readonly domain: string | null
  readonly connected: boolean
  readonly document_root: string
  readonly php_version: PhpVersion
  readonly certificate: Certificate
  readonly force_https: boolean
  readonly visits_last_month: number
  readonly storage_mb: number
  readonly changed_at: Date
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
    document_root: site.documentRoot,
    php_version: site.phpVersion,
    certificate: site.certificate,
    force_https: site.forceHttps,
    changed_at: site.changedAt,
  }
}
