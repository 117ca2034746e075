// What was never used: granted rights and people of the partner that nobody needed for a while, for whoever wants to take them away.

import { familyViewNeeded, findRight, isSensitive, type RightId, rightIds } from '../rights/catalogue.ts'
import type { Calendar, Instant } from '../time.ts'

/** After how many days without use a right or a person is pointed out. */
export const unusedDays = 90
/** What a renewal proposes to leave out, and a review shows: unused for a year. */
export const longUnusedDays = 365

/** A granted right, since when, and when somebody last used it. */
export type RightUse = { readonly right: RightId; readonly grantedAt: Instant; readonly lastUsedAt: Instant | null }

/** Somebody of the partner who may enter, since when, and when they last did. */
export type PersonUse<Person> = { readonly person: Person; readonly since: Instant; readonly lastVisitAt: Instant | null }

/** The rights that were there for that many days and that nobody used in them. What a used right needs counts as used. */
export function unusedRights(uses: readonly RightUse[], days: number, now: Instant, calendar: Calendar): readonly RightId[] {
  const before = calendar.plusDays(now, -days)
  const used = new Set(uses.filter(({ lastUsedAt }) => lastUsedAt !== null && lastUsedAt > before).map(({ right }) => right))
  const needed = new Set([...used].flatMap((right) => needsOf(right)))
  const young = new Set(uses.filter(({ grantedAt }) => grantedAt > before).map(({ right }) => right))
  const granted = new Set(uses.map(({ right }) => right))
  return rightIds.filter((right) => granted.has(right) && !used.has(right) && !needed.has(right) && !young.has(right))
}

/** The people who could have entered for that many days, and did not. */
export function unusedPeople<Person>(
  people: readonly PersonUse<Person>[],
  days: number,
  now: Instant,
  calendar: Calendar,
): readonly Person[] {
  const before = calendar.plusDays(now, -days)
  return people
    .filter(({ since, lastVisitAt }) => since <= before && (lastVisitAt === null || lastVisitAt <= before))
    .map(({ person }) => person)
}

/** Deleting needs to see the family that is deleted in, whichever it is. */
function needsOf(right: RightId): readonly RightId[] {
  const views = right === familyViewNeeded ? rightIds.filter((one) => findRight(one)?.family !== null && one.endsWith('.view')) : []
  return [...(findRight(right)?.needs ?? []), ...views]
}

/** Sensitive ones first: what can do most harm is looked at first. */
export function sensitiveFirst(rights: readonly RightId[]): readonly RightId[] {
  return [...rights.filter(isSensitive), ...rights.filter((right) => !isSensitive(right))]
}
