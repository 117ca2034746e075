// The days and clocks of Zürich by the rule of 1996, written down once more: summer time from the last Sunday of March to the last one of
// October, one o'clock UTC. The model counts with it, and with nothing of the server's.

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** The wall clock at a moment, as if it were UTC. */
export const wallAt = (at: number): number => at + (isSummer(at) ? 2 : 1) * hour

/** The moment at which the wall clock shows this; the first of two, and the one after what is skipped. */
export function momentAt(wall: number): number {
  return isSummer(wall - 2 * hour) ? wall - 2 * hour : wall - hour
}

export const dayNumber = (at: number): number => Math.floor(wallAt(at) / day)
export const startOfDay = (number: number): number => momentAt(number * day)
export const onDay = (number: number, hours: number): number => momentAt(number * day + hours * hour)
/** The same time of day, some days later. */
export const daysLater = (at: number, days: number): number => momentAt(wallAt(at) + days * day)

export const dateOf = (number: number): string => new Date(number * day).toISOString().slice(0, 10)
export const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day
/** 2026-10-25 06:00, as clocks show it. */
export const shown = (at: number): string => new Date(wallAt(at)).toISOString().slice(0, 16).replace('T', ' ')

function isSummer(at: number): boolean {
  const year = new Date(at).getUTCFullYear()
  return at >= lastSunday(year, 2) && at < lastSunday(year, 9)
}

/** One o'clock UTC on the last Sunday of a month that has 31 days. */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 31, 1)
  return last - new Date(last).getUTCDay() * day
}
