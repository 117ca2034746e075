// Scope: on what a right may be used, from the whole organisation down to one product.

import type { OrganisationId, ProductId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { Family, RightId } from './catalogue.ts'

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
