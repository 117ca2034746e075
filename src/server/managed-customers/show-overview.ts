// The partner's customers at a glance, as far as this person has them.
import { dayMs, type Instant, instant } from '../../domain/time.ts'
import type { Answer } from '../endpoint.ts'
import { calendar, dateOf } from '../partnerships/calendar.ts'
import type { OwnWork } from '../work.ts'
import { countStatuses } from './counts-store.ts'
import { viewerOf } from './list-customers.ts'
import type { getCustomersOverview as contract } from './overview-contract.ts'
import { countEnding, countVisited } from './overview-store.ts'

const weeksAhead = 12

export async function getCustomersOverview(work: OwnWork): Promise<Answer<typeof contract>> {
  const viewer = await viewerOf(work)
  const { statuses, toCheck } = await countStatuses(work.tx, viewer)
  const weeks = weeksFrom(work.now)
  const counts = await countEnding(work.tx, viewer, weeks)
  return {
    statuses,
    toCheck,
    ending: weeks.map(({ from, to }, at) => ({ from, to, count: counts[at] ?? 0 })),
    visited: await countVisited(work.tx, viewer),
  }
}

/** Seven days each by the calendar, today first. */
function weeksFrom(now: Instant) {
  const today = calendar.startOf(dateOf(now))
  return Array.from({ length: weeksAhead }, (_, week) => {
    const first = dateOf(instant(calendar.plusDays(today, 7 * week) + dayMs / 2))
    const last = dateOf(instant(calendar.plusDays(today, 7 * week + 6) + dayMs / 2))
    return { from: first, to: last }
  })
}
