// What a body asks for, as the domain takes it: rights as written or expanded from a preset, and terms a partner can set.
import type { Terms } from '../../domain/partnership/terms.ts'
import { Refusal } from '../../domain/refusal.ts'
import { askedByPreset } from '../../domain/rights/asked-rights.ts'
import { areProductsFitting } from '../../domain/rights/named-products.ts'
import type { FindProduct, RequestedRight } from '../../domain/rights/scope.ts'
import type { RequestBody } from './contract.ts'

export function askedRights({ what, terms }: Pick<RequestBody, 'what' | 'terms'>): readonly RequestedRight[] {
  if (what.rights !== undefined) return what.rights
  return what.preset === undefined ? [] : askedByPreset(what.preset, terms.payer, what.families)
}

/** A partner names products of a customer it knows, and none of a stranger. */
export function refuseForeignProducts(rights: readonly RequestedRight[], findProduct: FindProduct): void {
  const named = rights.flatMap(({ right, scope }) => (scope.kind === 'product' ? [{ right, scope }] : []))
  if (!areProductsFitting(named, findProduct)) throw new Refusal('scope_not_fitting')
}

/** With what a customer pays is the customer's choice. */
export function ownTerms(terms: Terms): Terms {
  return { ...terms, paymentMethodId: null }
}
