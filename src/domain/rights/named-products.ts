// Products that rights name one by one: they exist, and are of the kind the right is for.

import { type RightId, rightOf } from './catalogue.ts'
import type { FindProduct, RequestedScope } from './scope.ts'

/** Whether every product named is known, and fits the right it is named for. `find` knows the products of one customer alone. */
export function areProductsFitting(
  rights: readonly { readonly right: RightId; readonly scope: RequestedScope }[],
  find: FindProduct,
): boolean {
  return rights.every(({ right, scope }) => {
    if (scope.kind !== 'product') return true
    const product = find(scope.productId)
    const { family } = rightOf(right)
    return product !== undefined && (family === null || family === product.family)
  })
}
