// Of some rights, those that work for this person here, and why the others do not.
import type { Missing } from '../../domain/authorization/decision.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { ProductFacts } from '../../domain/rights/scope.ts'
import type { TenantWork } from '../work.ts'
import { decideIn } from './authorise.ts'

export type RightsHere = { readonly may: RightId[]; readonly missing: (Missing & { readonly right: RightId })[] }

export function rightsHere(work: TenantWork, rights: readonly RightId[], product: ProductFacts | null = null): RightsHere {
  const decisions = rights.map((right) => ({ right, decision: decideIn(work, right, product) }))
  return {
    may: decisions.flatMap(({ right, decision }) => (decision.allowed ? [right] : [])),
    missing: decisions.flatMap(({ right, decision }) => (decision.allowed ? [] : [{ right, ...decision.because }])),
  }
}
