// A grant: the rights in force, in numbered versions of which only the last one counts.

import type { PersonId, ProposalId } from '../ids.ts'
import { isSensitive } from '../rights/catalogue.ts'
import type { GrantedRight } from '../rights/scope.ts'
import { earliest, type Instant, isWithin, type Period } from '../time.ts'
import type { Terms } from './terms.ts'

/**
 * One right in force. `grantedAt` is when this right was first granted on this scope: later products are reached only
 * by scopes with `future`. Its period lies within that of its grant; a sensitive right always has an end.
 */
export type RightInForce = GrantedRight & Period & { readonly grantedAt: Instant }

export const grantReasons = ['granted', 'narrowed', 'extended', 'changed', 'restored'] as const
/** `restored`: what a narrowing took away by mistake is back. */
export type GrantReason = (typeof grantReasons)[number]

export type Grant = Period & {
  /** 1, 2, 3 … within the partnership. */
  readonly version: number
  readonly reason: GrantReason
  readonly terms: Terms
  readonly rights: readonly RightInForce[]
  readonly grantedBy: PersonId
  /** Who signed as second, where two must. */
  readonly secondedBy?: PersonId | null
  readonly grantedAt: Instant
  readonly proposalId: ProposalId | null
}

/** The rights of a grant that count now: begun, not over, and, where sensitive, secured. Says nothing of gates and people. */
export function rightsCounting(grant: Grant, securedAt: Instant | null, now: Instant): readonly RightInForce[] {
  if (!isWithin(grant, now)) return []
  return grant.rights.filter((right) => isWithin(right, now) && (!isSensitive(right.right) || isSecured(securedAt, now)))
}

/** Whether sensitive rights may take effect: whoever granted has a credential of their own. */
export function isSecured(securedAt: Instant | null, now: Instant): boolean {
  return securedAt !== null && securedAt <= now
}

/** When the first sensitive right ends; null when there is none. */
export function endOfSensitive(grant: Grant): Instant | null {
  return earliest(...grant.rights.filter(({ right }) => isSensitive(right)).map(({ notAfter }) => notAfter))
}
