// The days of the provider's time zone: from when until when terms hold is counted here, whoever looks from wherever.
import { type Calendar, dayMs, hourMs, type Instant, instant, type LocalDate, localDate } from '../../domain/time.ts'

export const timeZone = 'Europe/Zurich'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

export const calendar: Calendar = {
  startOf: (date) => fromLocal(Date.parse(`${date}T00:00:00Z`)),
  endOf: (date) => fromLocal(Date.parse(`${date}T00:00:00Z`) + dayMs),
  plusDays: (at, days) => fromLocal(toLocal(at) + days * dayMs),
  dayOf: (at) => Math.floor(toLocal(at) / dayMs),
  onDay: (day, hour) => fromLocal(day * dayMs + hour * hourMs),
}

/** The day of an instant. */
export function dateOf(at: Instant): LocalDate {
  return localDate(new Date(toLocal(at)).toISOString().slice(0, 10))
}

/** The last day of what ends at this instant: the day before, when it ends at midnight. */
export function lastDayOf(end: Instant): LocalDate {
  return dateOf(instant(end - 1))
}

/** The minute of an instant as clocks show it: 2026-03-28 09:12. */
export function minuteOf(at: Instant): string {
  return new Date(toLocal(at)).toISOString().slice(0, 16).replace('T', ' ')
}

/** Local wall time written as if it were UTC, in milliseconds. */
function toLocal(at: number): number {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000)
}

/** Wall time that a change of clocks skips falls on the moment after it; of two moments with the same wall time the first counts. */
function fromLocal(local: number): Instant {
  const offset = (at: number) => toLocal(at) - at
  const before = local - offset(local - dayMs)
  const after = local - offset(local + dayMs)
  return instant(toLocal(before) !== local && toLocal(after) === local ? after : before)
}
