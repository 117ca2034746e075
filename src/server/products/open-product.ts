// A product by its address: there for whoever may see it, and only then, why one may not do more.
import { asId, type ProductId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Family, type RightId, rightsCatalogue, viewOf } from '../../domain/rights/catalogue.ts'
import type { ProductFacts } from '../../domain/rights/scope.ts'
import { instant } from '../../domain/time.ts'
import { decideIn, requireRight } from '../authorization/authorise.ts'
import { type RightsHere, rightsHere } from '../authorization/rights-here.ts'
import type { TenantWork } from '../work.ts'
import { findProductOf, type ProductStub } from './product-store.ts'

export type OpenProduct = { readonly id: ProductId; readonly name: string; readonly facts: ProductFacts }

/** Absent, another family's, out of reach: all the same. In the own Manager the role decides, on behalf of a customer the grant. */
export async function openProduct(work: TenantWork, id: string, family: Family, right: RightId = viewOf(family)): Promise<OpenProduct> {
  const stub = await findProductOf(work.tx, work.context.organisationId, asId<ProductId>(id))
  if (!stub || stub.family !== family) throw new Refusal('not_found')
  const facts = factsOf(stub)
  if (!decideIn(work, viewOf(family), facts).allowed) throw new Refusal('not_found')
  requireRight(work, right, facts)
  if (right !== viewOf(family) && stub.status !== 'active') throw new Refusal('product_inactive')
  return { id: facts.productId, name: stub.name, facts }
}

export const factsOf = (row: Pick<ProductStub, 'id' | 'organisation_id' | 'family' | 'created_at'>): ProductFacts => ({
  productId: asId(row.id),
  ownerId: asId(row.organisation_id),
  family: row.family as Family,
  createdAt: instant(row.created_at.getTime()),
})

/** The rights of the product's family, and those that concern any product. */
export function rightsOn(work: TenantWork, product: ProductFacts): RightsHere {
  const concerning = rightsCatalogue.filter(({ family, level }) => family === product.family || (family === null && level === 'product'))
  return rightsHere(
    work,
    concerning.map(({ id }) => id),
    product,
  )
}
