// Scope: on what a right may be used, from the whole organisation down to one product.

import type { OrganisationId, ProductId } from '../ids.ts'
import type { Instant } from '../time.ts'
import { type Family, type Right, type RightId, rightOf } from './catalogue.ts'

export type Scope =
  | { readonly kind: 'organisation' }
  | { readonly kind: 'all'; readonly future: boolean }
  | { readonly kind: 'family'; readonly family: Family; readonly future: boolean }
  | { readonly kind: 'product'; readonly productId: ProductId }

/** A request may leave the choice of products to the customer, because a partner does not see what a stranger owns. */
export type RequestedScope = Scope | { readonly kind: 'customer_chooses' }

export type RequestedRight = {
  readonly right: RightId
  readonly scope: RequestedScope
  readonly required: boolean
  /** The partner's words, shown only after sign-in. */
  readonly reason: string | null
  /** What stops working without it, in the partner's words; shown where the reason is. */
  readonly withoutIt?: string | null | undefined
}

/** One row of what was granted: a right on several products is several rows. */
export type GrantedRight = {
  readonly right: RightId
  readonly scope: Scope
}

/** What must be known of a product to tell whether a right reaches it. */
export type ProductFacts = {
  readonly productId: ProductId
  readonly ownerId: OrganisationId
  readonly family: Family
  readonly createdAt: Instant
}

/** Looks up what must be known of a product; undefined when there is no such product. */
export type FindProduct = (productId: ProductId) => ProductFacts | undefined

/** Whether a right can have this scope at all: a family's right has no scope of another family. */
export function fits(right: Right, scope: RequestedScope): boolean {
  if (scope.kind === 'organisation') return right.level === 'organisation'
  if (scope.kind === 'family') return right.level === 'product' && (right.family === null || right.family === scope.family)
  return right.level === 'product'
}

/** Whether a right on `wide`, granted at the same moment, includes the right on `narrow`. */
export function covers(right: RightId, wide: Scope, narrow: Scope, findProduct: FindProduct): boolean {
  if (wide.kind === 'organisation' || narrow.kind === 'organisation') return wide.kind === narrow.kind
  if (wide.kind === 'product') return narrow.kind === 'product' && wide.productId === narrow.productId
  if (narrow.kind !== 'product' && narrow.future && !wide.future) return false
  return wide.kind === 'all' || wide.family === familyIn(right, narrow, findProduct)
}

/** Whether a right on one scope has anything in common with the right on another, future products aside. */
export function overlaps(right: RightId, one: Scope, other: Scope, findProduct: FindProduct): boolean {
  return covers(right, withFuture(one), other, findProduct) || covers(right, withFuture(other), one, findProduct)
}

/** Whether a right granted on this scope at that time may be used on a product. */
export function reaches(granted: GrantedRight & { readonly grantedAt: Instant }, product: ProductFacts): boolean {
  const { scope } = granted
  const { family } = rightOf(granted.right)
  if (family !== null && family !== product.family) return false
  if (scope.kind === 'organisation') return false
  if (scope.kind === 'product') return scope.productId === product.productId
  if (scope.kind === 'family' && scope.family !== product.family) return false
  return scope.future || product.createdAt <= granted.grantedAt
}

/** Whether a right on this scope may be used on something not yet there, of that family when one is given. */
export function reachesFuture(granted: GrantedRight, family: Family | undefined): boolean {
  const { scope } = granted
  if (scope.kind === 'organisation' || scope.kind === 'product' || !scope.future) return false
  const own = rightOf(granted.right).family ?? (scope.kind === 'family' ? scope.family : null)
  return own === null || own === family
}

/** Whether two scopes are the same one, future products aside: such rows replace each other. */
export function isSameScope(one: Scope, other: Scope): boolean {
  if (one.kind === 'family' && other.kind === 'family') return one.family === other.family
  if (one.kind === 'product' && other.kind === 'product') return one.productId === other.productId
  return one.kind === other.kind
}

function withFuture(scope: Scope): Scope {
  return scope.kind === 'all' || scope.kind === 'family' ? { ...scope, future: true } : scope
}

function familyIn(right: RightId, scope: Scope, findProduct: FindProduct): Family | null {
  if (scope.kind === 'family') return scope.family
  const own = rightOf(right).family
  if (own !== null || scope.kind !== 'product') return own
  return findProduct(scope.productId)?.family ?? null
}
