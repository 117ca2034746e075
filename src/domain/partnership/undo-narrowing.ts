// Undo of a narrowing made by mistake: for a day, what it took away comes back as a new version, for no longer than it would have lasted.

import type { PersonId } from '../ids.ts'
import type { Side } from '../organisation.ts'
import { notIn } from '../rights/rights-set.ts'
import { dayMs, type Instant, isLater, isOver, later } from '../time.ts'
import type { Grant } from './grant.ts'
import type { NextVersion, Surroundings } from './grant-version.ts'

export const undoForMs = dayMs

/** The newest version as it was made: when, and from which side. */
export type VersionMade = { readonly at: Instant; readonly side: Side }

/** Until when the narrowing that made the newest version can be undone; null when there is none, or not by the customer. */
export function undoUntil(grant: Grant | null, made: VersionMade | null, now: Instant): Instant | null {
  if (grant === null || made === null || grant.reason !== 'narrowed' || made.side !== 'customer') return null
  const until = later(made.at, undoForMs)
  return isOver(until, now) ? null : until
}

/**
 * The version after a narrowing, with what `before` held and the narrowing took away, each right with the end it had. What ran out
 * meanwhile stays away. Refusals: `changed_meanwhile` (there is another version in between), `undo_over`, `nothing_changed` (nothing of
 * it would still hold).
 */
export function undoNarrowing(
  grant: Grant,
  { before, made, by }: { readonly before: Grant; readonly made: VersionMade; readonly by: PersonId },
  { now, findProduct }: Surroundings,
): NextVersion {
  if (grant.reason !== 'narrowed' || before.version !== grant.version - 1) return { kind: 'refused', code: 'changed_meanwhile' }
  if (undoUntil(grant, made, now) === null || isOver(before.notAfter, now)) return { kind: 'refused', code: 'undo_over' }
  const rights = before.rights.filter(({ notAfter }) => !isOver(notAfter, now))
  const isMore = notIn(rights, grant.rights, findProduct).length > 0 || isLater(before.notAfter, grant.notAfter)
  if (!isMore) return { kind: 'refused', code: 'nothing_changed' }
  const { notBefore, notAfter } = before
  const terms = { ...grant.terms, end: before.terms.end }
  return {
    kind: 'done',
    grant: {
      version: grant.version + 1,
      reason: 'restored',
      terms,
      rights,
      notBefore,
      notAfter,
      grantedBy: by,
      grantedAt: now,
      proposalId: null,
    },
  }
}
