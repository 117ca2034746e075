// A partner's request as the page shows it: what was asked for each row, how firmly, and in which words.
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { RequestedRight } from '../../domain/rights/scope.ts'
import { type AccessRow, type Choosing, type Level, levelOf } from './choosing.ts'

export function isAsked(requested: readonly RequestedRight[], right: RightId | null): boolean {
  return right !== null && requested.some((row) => row.right === right)
}

/** The highest step that was asked for; `no` when nothing of the row was. */
export function levelAsked(requested: readonly RequestedRight[], row: AccessRow): Level {
  if (isAsked(requested, row.manage)) return 'manage'
  return isAsked(requested, row.view) ? 'view' : 'no'
}

/** The highest step the partner cannot do without. */
export function levelNeeded(requested: readonly RequestedRight[], row: AccessRow): Level {
  const needed = requested.filter(({ required }) => required)
  return levelAsked(needed, row)
}

export function reasonsFor(requested: readonly RequestedRight[], rights: readonly (RightId | null)[]): readonly string[] {
  const reasons = requested.flatMap(({ right, reason }) => (reason !== null && rights.includes(right) ? [reason] : []))
  return [...new Set(reasons)]
}

export function withoutItFor(requested: readonly RequestedRight[], rights: readonly (RightId | null)[]): readonly string[] {
  return [...new Set(requested.flatMap(({ right, withoutIt }) => (withoutIt && rights.includes(right) ? [withoutIt] : [])))]
}

const steps: readonly Level[] = ['no', 'view', 'manage']

export function isBelow(level: Level, other: Level): boolean {
  return steps.indexOf(level) < steps.indexOf(other)
}

/** Whether a step is chosen that the partner did not ask for, or one left out that it needs. */
export function isNeededMissing(requested: readonly RequestedRight[], choosing: Choosing, row: AccessRow): boolean {
  return isBelow(levelOf(choosing, row), levelNeeded(requested, row))
}
