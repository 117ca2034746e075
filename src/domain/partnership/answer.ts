// The answer: what follows from a proposal and what the customer chose.

import type { RefusalCode } from '../refusal.ts'
import type { RightId } from '../rights/catalogue.ts'
import type { GrantedRight } from '../rights/scope.ts'
import type { Terms } from './terms.ts'

/** What the customer chose: concrete scopes only, rights that were not asked for included. */
export type Choice = {
  readonly granted: readonly GrantedRight[]
  /** Rights explicitly not allowed. A sensitive required right must be in one of the two lists. */
  readonly notGranted: readonly RightId[]
  readonly terms: Terms
}

export type CounterReason = 'required_left_out' | 'partner_asked_to_pay'

type WorkedOut = {
  /** Closed over what each right needs. */
  readonly rights: readonly GrantedRight[]
  readonly terms: Terms
  readonly leftOut: readonly RightId[]
  readonly added: readonly RightId[]
}

export type Answer =
  | ({ readonly kind: 'accepted_as_asked' } & WorkedOut)
  | ({ readonly kind: 'accepted_differently' } & WorkedOut)
  | ({ readonly kind: 'counter'; readonly reasons: readonly CounterReason[] } & WorkedOut)
  | { readonly kind: 'refused'; readonly code: RefusalCode }
