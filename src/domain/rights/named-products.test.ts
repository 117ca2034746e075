import { expect, test } from 'vitest'
import { asId, type OrganisationId, type ProductId } from '../ids.ts'
import { instant } from '../time.ts'
import { areProductsFitting } from './named-products.ts'
import type { FindProduct } from './scope.ts'

const [domain, stranger] = [asId<ProductId>('domain'), asId<ProductId>('stranger')]
const find: FindProduct = (productId) =>
  productId === domain ? { productId, ownerId: asId<OrganisationId>('kunde'), family: 'domain', createdAt: instant(0) } : undefined

test('a product that is named is the customer’s own and of the right’s kind', () => {
  expect(areProductsFitting([{ right: 'domain.view', scope: { kind: 'product', productId: domain } }], find)).toBe(true)
  expect(areProductsFitting([{ right: 'product.delete', scope: { kind: 'product', productId: domain } }], find)).toBe(true)
  expect(areProductsFitting([{ right: 'mail.view', scope: { kind: 'product', productId: domain } }], find)).toBe(false)
  expect(areProductsFitting([{ right: 'domain.view', scope: { kind: 'product', productId: stranger } }], find)).toBe(false)
})

test('rights that name no product fit', () => {
  expect(
    areProductsFitting(
      [
        { right: 'mail.view', scope: { kind: 'customer_chooses' } },
        { right: 'billing.view', scope: { kind: 'organisation' } },
      ],
      find,
    ),
  ).toBe(true)
})
