// Time in the domain: instants and dates as plain values, and the calendar of a time zone as an argument.

declare const unit: unique symbol
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [unit]: 'instant' }
/** A day without a time zone, `YYYY-MM-DD`. */
export type LocalDate = string & { readonly [unit]: 'local_date' }

/**
 * The days of one time zone. `endOf` is the first instant after the day; `plusDays` keeps the local time of day. `dayOf` numbers the local
 * days, 0 for 1970-01-01; `onDay` is a full hour of such a day.
 */
export type Calendar = {
  readonly startOf: (date: LocalDate) => Instant
  readonly endOf: (date: LocalDate) => Instant
  readonly plusDays: (at: Instant, days: number) => Instant
  readonly dayOf: (at: Instant) => number
  readonly onDay: (day: number, hour: number) => Instant
}

/** What holds from `notBefore` on, and no longer at `notAfter` itself; `null` means without end. */
export type Period = {
  readonly notBefore: Instant
  readonly notAfter: Instant | null
}

export const secondMs = 1_000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** The instant of a count of milliseconds since 1970 in UTC. */
export function instant(milliseconds: number): Instant {
  return milliseconds as Instant
}

/** The date of a text of the form `YYYY-MM-DD`, which the edge has checked. */
export function localDate(text: string): LocalDate {
  return text as LocalDate
}

/** The instant `milliseconds` later (earlier when negative). */
export function later(at: Instant, milliseconds: number): Instant {
  return instant(at + milliseconds)
}

/** Whether `now` lies in the period: valid from `notBefore` on, no longer at exactly `notAfter`. */
export function isWithin(period: Period, now: Instant): boolean {
  return period.notBefore <= now && !isOver(period.notAfter, now)
}

/** Whether an end has been reached: at exactly that instant it has. `null` never is. */
export function isOver(end: Instant | null, now: Instant): boolean {
  return end !== null && now >= end
}

/** Whether one end lies behind another, where `null` means without end. */
export function isLater(end: Instant | null, other: Instant | null): boolean {
  return other !== null && (end === null || end > other)
}

/** The earliest of several ends, where `null` means without end. */
export function earliest(...ends: readonly (Instant | null)[]): Instant | null {
  return ends.reduce<Instant | null>((first, end) => (first === null || (end !== null && end < first) ? end : first), null)
}

/** The later of two instants. */
export function latest(one: Instant, other: Instant): Instant {
  return one > other ? one : other
}

/** The same day some months later, or the last one of that month. */
export function monthsAfter(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const [thenYear, thenMonth] = [Math.floor(count / 12), (count % 12) + 1]
  const thenDay = Math.min(day, daysIn(thenYear, thenMonth))
  return localDate([String(thenYear).padStart(4, '0'), two(thenMonth), two(thenDay)].join('-'))
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const two = (number: number): string => String(number).padStart(2, '0')
