// The rule as a condition in SQL: which products may this person see, here and now? Held to `decide` by a property test.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { HeldRight } from '../../domain/authorization/held-rights.ts'
import { families, type RightId, viewOf } from '../../domain/rights/catalogue.ts'
import type { DB } from '../platform/tables.ts'
import type { TenantWork } from '../work.ts'
import { heldIn } from './authorise.ts'

type Products = ExpressionBuilder<DB, 'product'>

/** Products of the context that this person may see: those of each family that its `view` reaches. */
export function visibleProducts(work: TenantWork): (products: Products) => Expression<SqlBool> {
  const held = heldIn(work)
  return (products) =>
    products.or(
      families.map((family) => products.and([products('product.family', '=', family), reachedBy(held, viewOf(family), products)])),
    )
}

/** Products that a right reaches among what is held. Time, gates, assignment and session are in `held` already. */
export function reachedBy(held: readonly HeldRight[], right: RightId, products: Products): Expression<SqlBool> {
  return products.or(held.filter((one) => one.right === right).map((one) => inScope(one, products)))
}

function inScope({ scope, grantedAt }: HeldRight, products: Products): Expression<SqlBool> {
  const known = products('product.created_at', '<=', new Date(grantedAt))
  switch (scope.kind) {
    case 'organisation':
      return sql<SqlBool>`false`
    case 'all':
      return scope.future ? sql<SqlBool>`true` : known
    case 'family': {
      const family = products('product.family', '=', scope.family)
      return scope.future ? family : products.and([family, known])
    }
    case 'product':
      return products('product.id', '=', scope.productId)
  }
}
