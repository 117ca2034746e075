// The rows of products.
import { sql } from 'kysely'
import type { OrganisationId, ProductId } from '../../domain/ids.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import { visibleProducts } from '../authorization/visible-to.ts'
import type { Transaction } from '../platform/transact.ts'
import type { TenantWork } from '../work.ts'

export type ProductRow = {
  readonly id: string
  readonly organisation_id: string
  readonly family: string
  readonly name: string
  readonly status: string
  readonly payer_id: string
  readonly owner: string
  readonly payer: string
  readonly renews_on: string | null
  readonly ends_on: string | null
  readonly renewal: string
  readonly price: number | null
  readonly price_currency: string | null
  readonly price_period: string | null
  readonly created_at: Date
  readonly managers: readonly string[]
}

/** Managers: partners whose active partnership reaches the product with the family's `manage`. */
const managersOf = sql<readonly string[]>`managers_of_product(product.id)`

function products(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom('product')
    .select([
      'id',
      'organisation_id',
      'family',
      'name',
      'status',
      'payer_id',
      'renews_on',
      'ends_on',
      'renewal',
      'price',
      'price_currency',
      'price_period',
      'created_at',
      sql<string>`organisation_name(organisation_id)`.as('owner'),
      sql<string>`coalesce(payer_name(payer_id), '–')`.as('payer'),
      managersOf.as('managers'),
    ])
    .where('organisation_id', '=', organisationId)
}

export async function listVisibleProducts(work: TenantWork, family: Family | undefined): Promise<readonly ProductRow[]> {
  let query = products(work.tx, work.context.organisationId).where(visibleProducts(work))
  if (family) query = query.where('family', '=', family)
  const rows = await query.where('status', '<>', 'cancelled').orderBy('family').orderBy(sql`name collate "C"`).limit(1000).execute()
  return rows as unknown as readonly ProductRow[]
}

export async function findProductRow(tx: Transaction, organisationId: OrganisationId, id: ProductId): Promise<ProductRow | undefined> {
  const row = await products(tx, organisationId).where('id', '=', id).executeTakeFirst()
  return row as unknown as ProductRow | undefined
}

export type ProductStub = {
  readonly id: string
  readonly organisation_id: string
  readonly family: string
  readonly name: string
  readonly status: string
  readonly created_at: Date
}

/** What must be known of a product to act on it. */
export async function findProductOf(tx: Transaction, organisationId: OrganisationId, id: ProductId): Promise<ProductStub | undefined> {
  return await tx
    .selectFrom('product')
    .select(['id', 'organisation_id', 'family', 'name', 'status', 'created_at'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
}
