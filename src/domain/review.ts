// A review: everything that somebody has, looked at one by one and kept or dropped; dropped in earnest when the review is closed.

import { familyViewNeeded, type RightId, rightOf } from './rights/catalogue.ts'
import { type Act, type Actor, mayDo } from './who-may.ts'

/** `customer`: the rights of each partner. `partner`: which of its people and teams has which customer. */
export const reviewSides = ['customer', 'partner'] as const
export type ReviewSide = (typeof reviewSides)[number]

export const reviewStates = ['open', 'closed', 'cancelled'] as const
export type ReviewState = (typeof reviewStates)[number]

export const reviewDecisions = ['keep', 'drop'] as const
export type ReviewDecision = (typeof reviewDecisions)[number]

/** `gone`: it was no longer there when the review was closed. `not_reviewed`: nobody decided on it, and it stays. */
export const reviewResults = ['kept', 'dropped', 'gone', 'not_reviewed'] as const
export type ReviewResult = (typeof reviewResults)[number]

const reviewing: Readonly<Record<ReviewSide, { readonly look: Act; readonly close: Act }>> = {
  customer: { look: 'see_activity', close: 'narrow' },
  partner: { look: 'assign', close: 'assign' },
}

/** Who may start a review and mark its items, and who may close it, which drops what was marked. */
export function mayReview(what: 'look' | 'close', side: ReviewSide, actor: Pick<Actor, 'side' | 'role'>): boolean {
  return actor.side === side && mayDo(reviewing[side][what], actor)
}

/**
 * What else goes with a decision about a right: whatever needs a dropped right is dropped, and what a kept right needs is kept.
 * `present` are the rights of the same partnership in the review; the answer includes the right itself.
 */
export function alongWith(right: RightId, decision: ReviewDecision, present: readonly RightId[]): readonly RightId[] {
  const along = new Set<RightId>([right])
  for (const _ of present) {
    for (const other of present) {
      const isTied = [...along].some((one) => (decision === 'drop' ? needs(other, one, present) : needs(one, other, present)))
      if (isTied) along.add(other)
    }
  }
  return present.filter((one) => along.has(one))
}

/** Deleting needs the view of some family: only the last one to go takes it along. */
function needs(right: RightId, needed: RightId, present: readonly RightId[]): boolean {
  if (right !== familyViewNeeded) return rightOf(right).needs.includes(needed)
  return isFamilyView(needed) && present.filter(isFamilyView).length === 1
}

function isFamilyView(right: RightId): boolean {
  const { access, family } = rightOf(right)
  return access === 'view' && family !== null
}
