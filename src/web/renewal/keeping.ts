// Which rights stay while somebody ticks and unticks: what a kept right needs stays with it, what needs a dropped one goes with it.
import { type RightId, rightOf } from '../../domain/rights/catalogue.ts'

/** The rights to keep after this one was ticked or unticked; in the order of `present`. */
export function toggled(right: RightId, present: readonly RightId[], kept: readonly RightId[]): readonly RightId[] {
  const isKept = kept.includes(right)
  const along = new Set<RightId>([right])
  for (const _ of present) {
    for (const other of present) {
      if ([...along].some((one) => (isKept ? needs(other, one) : needs(one, other)))) along.add(other)
    }
  }
  return present.filter((one) => (along.has(one) ? !isKept : kept.includes(one)))
}

const needs = (right: RightId, needed: RightId): boolean => rightOf(right).needs.includes(needed)
