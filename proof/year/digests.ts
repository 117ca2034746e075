// The partner's digest in the model: on weekdays at seven, to each person who was not told of something at once that is still so.
import { doneAt, type Outage } from './clock.ts'
import type { Life, Past, Year } from './draw.ts'
import type { News, Said } from './life.ts'
import { day, dayNumber, hour, onDay, wallAt } from './zurich.ts'

/** Every moment at which a digest goes out: seven o'clock, or when the server is back on a weekday whose seven o'clock it missed. */
export function digestMoments({ from, to, outages }: Year): readonly number[] {
  const days = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, at) => dayNumber(from) + at).filter(isWeekday)
  const moments = days.map((number) => sevenOf(number, outages)).filter((at) => at !== undefined)
  return [...new Set(moments)].filter((at) => at > from && at <= to).toSorted((one, other) => one - other)
}

export function predictDigests(lives: readonly Life[], people: readonly string[], year: Year): readonly Said[] {
  const news = lives.flatMap((life) => life.news.map((one) => ({ ...one, past: life.past })))
  let since = year.from
  return digestMoments(year).flatMap((at) => {
    const fresh = news.filter((one) => one.at > since && one.at <= at && isStillSo(one, one.past, at))
    since = at
    return people.filter((to) => fresh.some(({ told }) => !told.includes(to))).map((to) => ({ at, to, kind: 'partner-digest' }))
  })
}

function sevenOf(number: number, outages: readonly Outage[]): number | undefined {
  const seven = onDay(number, 7)
  const at = doneAt(seven, outages)
  const isToday = dayNumber(at) === number && wallAt(at) - number * day >= 7 * hour
  return isToday ? at : undefined
}

/** 1970-01-01 was a Thursday. */
const isWeekday = (number: number): boolean => ![2, 3].includes(number % 7)

function isStillSo({ what }: News, past: Past, at: number): boolean {
  const state = past.findLast(({ from }) => from <= at)?.state
  if (what === 'lapses') {
    const until = state?.kind === 'requested' ? state.expires : state?.kind === 'active' ? state.asked : null
    const isOver = state?.kind === 'active' && state.grant.end !== null && state.grant.end <= at
    return until !== undefined && until !== null && until > at && !isOver
  }
  const grant = state?.kind === 'active' && (state.grant.end === null || state.grant.end > at) ? state.grant : undefined
  if (what === 'ends') return grant !== undefined && grant.end !== null
  if (what === 'rights_end') return grant !== undefined
  if (what === 'suspended') return grant?.isStopped === true
  if (what === 'resumed') return grant?.isStopped === false
  return what === 'ended' ? grant === undefined : true
}
