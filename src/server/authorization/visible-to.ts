// The rule as a condition in SQL: which products may this person see, here and now? Held to `decide` by a property test.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { rightsCounting } from '../../domain/partnership/grant.ts'
import { type Family, families, type RightId } from '../../domain/rights/catalogue.ts'
import type { RightInForce } from '../../domain/partnership/grant.ts'
import type { DB } from '../platform/tables.ts'
import type { TenantWork } from '../work.ts'
import { decideIn } from './authorise.ts'

/** Products of the context that this person may see: those of each family that its `view` reaches. */
export function visibleProducts(work: TenantWork): (products: ExpressionBuilder<DB, 'product'>) => Expression<SqlBool> {
  return (products) => products.or(families.map((family) => products.and([products('product.family', '=', family), reachedBy(work, `${family}.view`, products)])))
}

/** Products that `right` reaches for this person. Time, gates, assignment and session were decided when the visit was checked. */
export function reachedBy(work: TenantWork, right: RightId, products: ExpressionBuilder<DB, 'product'>): Expression<SqlBool> {
  const { context } = work
  if (context.kind === 'own') return sql<SqlBool>`${sql.lit(mayByRole(work, right))}`
  const acting = context.facts.acting
  const grant = acting?.partnership.grant
  if (!acting || !grant) return sql<SqlBool>`false`
  const assigned = acting.assignments.some(({ rights }) => rights === null || rights.includes(right))
  if (acting.membership?.role === 'collaborator' && !assigned) return sql<SqlBool>`false`
  const scopes = rightsCounting(grant, acting.partnership.securedAt, work.now).filter((counting) => counting.right === right)
  return products.or(scopes.map((scope) => inScope(scope, products)))
}

const mayByRole = (work: TenantWork, right: RightId): boolean => decideIn(work, right).allowed

function inScope({ scope, grantedAt }: RightInForce, products: ExpressionBuilder<DB, 'product'>): Expression<SqlBool> {
  const known = products('product.created_at', '<=', new Date(grantedAt))
  switch (scope.kind) {
    case 'organisation':
      return sql<SqlBool>`false`
    case 'all':
      return scope.future ? sql<SqlBool>`true` : known
    case 'family': {
      const family = products('product.family', '=', scope.family satisfies Family)
      return scope.future ? family : products.and([family, known])
    }
    case 'product':
      return products('product.id', '=', scope.productId)
  }
}
