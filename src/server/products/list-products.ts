// The products somebody may see, with what they may do with each.

import { asId, type ProductId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import { viewOf } from '../../domain/rights/catalogue.ts'
import { decideIn } from '../authorization/authorise.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import type { getProduct as getContract, listProducts as listContract } from './contract.ts'
import { factsOf, rightsOn } from './open-product.ts'
import { findProductRow, listVisibleProducts, type ProductRow } from './product-store.ts'

export async function listProducts(work: TenantWork, { query }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const rows = await listVisibleProducts(work, query.family)
  const priced = decideIn(work, 'billing.view').allowed
  return { products: rows.map((row) => shown(row, priced)), priced }
}

export async function getProduct(work: TenantWork, { params }: Input<typeof getContract>): Promise<Answer<typeof getContract>> {
  const row = await findProductRow(work.tx, work.context.organisationId, asId<ProductId>(params.product))
  if (!row || !decideIn(work, viewOf(row.family as Family), factsOf(row)).allowed) throw new Refusal('not_found')
  return { ...shown(row, decideIn(work, 'billing.view').allowed), ...rightsOn(work, factsOf(row)) }
}

function shown(row: ProductRow, priced: boolean): Answer<typeof listContract>['products'][number] {
  const { price, price_currency: currency } = row
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
    price:
      priced && price !== null && currency !== null
        ? { amount: price, currency, period: row.price_period === 'month' ? 'month' : 'year' }
        : null,
    createdAt: row.created_at.toISOString(),
  }
}
