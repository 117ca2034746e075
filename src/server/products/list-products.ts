// The products somebody may see, with what they may do with each.
import { type Family, type RightId, rightsCatalogue } from '../../domain/rights/catalogue.ts'
import { asId, type ProductId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { ProductFacts } from '../../domain/rights/scope.ts'
import { instant } from '../../domain/time.ts'
import { decideIn, requireRight } from '../authorization/authorise.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import type { getProduct as getContract, listProducts as listContract } from './contract.ts'
import { findProductRow, listVisibleProducts, type ProductRow } from './product-store.ts'

export async function listProducts(work: TenantWork, { query }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const rows = await listVisibleProducts(work, query.family)
  return { products: rows.map((row) => shown(work, row)) }
}

export async function getProduct(work: TenantWork, { params }: Input<typeof getContract>): Promise<Answer<typeof getContract>> {
  const row = await findProductRow(work.tx, work.context.organisationId, asId<ProductId>(params.product))
  if (!row) throw new Refusal('not_found')
  requireRight(work, `${row.family as Family}.view`, factsOf(row))
  return shown(work, row)
}

const factsOf = (row: ProductRow): ProductFacts => ({
  productId: asId(row.id),
  ownerId: asId(row.organisation_id),
  family: row.family as Family,
  createdAt: instant(row.created_at.getTime()),
})

/** The rights of the product's family, and those that concern any product, as far as they work here. */
export function mayWith(work: TenantWork, product: ProductFacts): RightId[] {
  const concerning = rightsCatalogue.filter(({ family, level }) => family === product.family || (family === null && level === 'product'))
  return concerning.map(({ id }) => id).filter((right) => decideIn(work, right, product).allowed)
}

function shown(work: TenantWork, row: ProductRow): Answer<typeof getContract> {
  const priced = row.price !== null && row.price_currency !== null && decideIn(work, 'billing.view').allowed
  return {
    id: row.id,
    family: row.family as Family,
    name: row.name,
    status: row.status as 'active',
    owner: row.owner,
    payer: row.payer,
    payerIsOwner: row.payer_id === row.organisation_id,
    managers: [...row.managers],
    renewsOn: row.renews_on,
    endsOn: row.ends_on,
    renewal: row.renewal as 'automatic',
    price: priced ? { amount: row.price ?? 0, currency: row.price_currency ?? '', period: row.price_period === 'month' ? 'month' : 'year' } : null,
    createdAt: row.created_at.toISOString(),
    may: mayWith(work, factsOf(row)),
  }
}
