// The visits of the last four weeks as a line of days for each person: how many minutes they were inside, by the day on which they came.
import type { Visit } from './visits-data.ts'

export type Presence = Readonly<{
  id: string
  person: string
  partner: string
  /** One number for each of `days`. */
  minutes: readonly number[]
}>

/** "2027-03-31" in the browser's zone, the oldest first, today last. */
export function lastDays(count: number, now: Date): readonly string[] {
  return Array.from({ length: count }, (_, at) => dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - (count - 1 - at))))
}

/** Whoever came last stands first; at most `most` people. */
export function presenceOf(visits: readonly Visit[], days: readonly string[], most: number): readonly Presence[] {
  const found = new Map<string, { person: string; partner: string; minutes: number[] }>()
  for (const visit of visits.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt))) {
    const at = days.indexOf(dayOf(new Date(visit.startedAt)))
    if (at < 0) continue
    const id = `${visit.person.id} ${visit.partner.id}`
    const known = found.get(id) ?? { person: visit.person.name, partner: visit.partner.name, minutes: days.map(() => 0) }
    known.minutes[at] = (known.minutes[at] ?? 0) + lengthOf(visit)
    found.set(id, known)
  }
  return [...found].slice(0, most).map(([id, known]) => ({ id, ...known }))
}

/** Whoever was there at all was there for a minute. */
function lengthOf({ startedAt, seenAt, endedAt }: Visit): number {
  return Math.max(1, Math.round((Date.parse(endedAt ?? seenAt) - Date.parse(startedAt)) / 60_000))
}

function dayOf(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
