// A grant: the rights in force, in numbered versions of which only the last one counts.

import type { PersonId, ProposalId } from '../ids.ts'
import type { GrantedRight } from '../rights/scope.ts'
import type { Instant, Period } from '../time.ts'
import type { Terms } from './terms.ts'

/**
 * One right in force. `grantedAt` is when this right was first granted on this scope: later products are reached only
 * by scopes with `future`. Its period lies within that of its grant; a sensitive right always has an end.
 */
export type RightInForce = GrantedRight & Period & { readonly grantedAt: Instant }

export type GrantReason = 'granted' | 'narrowed' | 'extended' | 'changed'

export type Grant = Period & {
  /** 1, 2, 3 … within the partnership. */
  readonly version: number
  readonly reason: GrantReason
  readonly terms: Terms
  readonly rights: readonly RightInForce[]
  readonly grantedBy: PersonId
  readonly grantedAt: Instant
  readonly proposalId: ProposalId | null
}
