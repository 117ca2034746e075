// Products in scope with owner, payer and manager apart: those that a right to see reaches, and no others.
import type { RightInForce } from '../../domain/partnership/grant.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { manageOf, type RightId, viewOf } from '../../domain/rights/catalogue.ts'
import { reaches } from '../../domain/rights/scope.ts'
import type { Answer } from '../endpoint.ts'
import type { getProfile } from './contract.ts'
import type { ProductShown } from './store.ts'

type Profile = Answer<typeof getProfile>

export function showProducts(
  products: readonly ProductShown[],
  held: readonly RightInForce[],
  { partnerId, customerId, customer }: Pick<Partnership, 'partnerId' | 'customerId'> & { readonly customer: string },
): Profile['products'] {
  const has = (right: RightId, product: ProductShown) => held.some((granted) => granted.right === right && reaches(granted, product))
  const isManaged = (product: ProductShown) => {
    const manage = manageOf(product.family)
    return manage !== undefined && has(manage, product)
  }
  return products
    .filter((product) => has(viewOf(product.family), product))
    .map((product) => ({
      id: product.productId,
      name: product.name,
      family: product.family,
      status: product.status,
      owner: customer,
      payer: product.payerId === customerId ? 'customer' : product.payerId === partnerId ? 'partner' : 'other',
      managedBy: isManaged(product) ? ['customer', 'partner'] : ['customer'],
    }))
}
