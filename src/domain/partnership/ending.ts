// What ends, and when both sides are reminded of it: 30, 7 and 1 days before the last day, in the morning, and only of what is still true.

import type { DomainEvent } from '../event.ts'
import type { RightId } from '../rights/catalogue.ts'
import { rightsIn } from '../rights/rights-set.ts'
import { type Calendar, type Instant, instant, isOver } from '../time.ts'
import type { Grant } from './grant.ts'
import { type Partnership, stateOfPartnership } from './partnership.ts'
import { about } from './tell-partnership.ts'

export const remindDaysBefore = [30, 7, 1] as const
/** Local hour of reminders: before the digest of the same morning is put together. */
export const remindHour = 6

/** Something that ends: `lastDay` is the last local day on which it still holds, `rights` what ends while the rest goes on, null for everything. */
export type Ending = { readonly lastDay: number; readonly at: Instant; readonly rights: readonly RightId[] | null }

/** One reminder to come: of what ends on `lastDay`, that many days before it. */
export type Reminder = { readonly lastDay: number; readonly daysBefore: number }

export type Reminded =
  | { readonly kind: 'remind'; readonly event: DomainEvent }
  /** The clock says it is earlier than when this was planned for: to be asked again then. */
  | { readonly kind: 'not_yet'; readonly at: Instant }
  | { readonly kind: 'nothing' }

/** Everything of a grant that will end: the whole of it, and before that the rights that end on a day of their own. */
export function endingsOf(grant: Grant, now: Instant, calendar: Calendar): readonly Ending[] {
  const lastDayOf = (end: Instant) => calendar.dayOf(instant(end - 1))
  const last = grant.notAfter === null ? null : lastDayOf(grant.notAfter)
  const byDay = new Map<number, { at: Instant; rights: RightId[] }>()
  for (const { right, notAfter } of grant.rights) {
    if (notAfter === null || isOver(notAfter, now)) continue
    const day = lastDayOf(notAfter)
    if (last !== null && day >= last) continue
    const ending = byDay.get(day) ?? { at: notAfter, rights: [] }
    byDay.set(day, { at: instant(Math.min(ending.at, notAfter)), rights: [...ending.rights, right] })
  }
  const parts = [...byDay].map(([lastDay, { at, rights }]) => ({ lastDay, at, rights: rightsIn(rights.map((right) => ({ right }))) }))
  return last === null || grant.notAfter === null ? parts : [...parts, { lastDay: last, at: grant.notAfter, rights: null }]
}

/** When a reminder is due: in the morning of that many days before the last day. */
export function reminderAt({ lastDay, daysBefore }: Reminder, calendar: Calendar): Instant {
  return calendar.onDay(lastDay - daysBefore, remindHour)
}

/** The reminders that are still to come, of everything that ends. */
export function remindersToCome(grant: Grant, now: Instant, calendar: Calendar): readonly Reminder[] {
  const all = endingsOf(grant, now, calendar).flatMap(({ lastDay }) => remindDaysBefore.map((daysBefore) => ({ lastDay, daysBefore })))
  return all.filter((reminder) => reminderAt(reminder, calendar) > now)
}

/**
 * What becomes of a planned reminder: nothing when what it is about ends on another day, or when a later reminder of it is due as well,
 * as after a long pause of the server; and never of what was granted so shortly before its end that everybody knows.
 */
export function remind(partnership: Partnership, planned: Reminder, now: Instant, calendar: Calendar): Reminded {
  const { grant } = partnership
  if (grant === null || stateOfPartnership(partnership, now) !== 'active') return { kind: 'nothing' }
  const ending = endingsOf(grant, now, calendar).find(({ lastDay }) => lastDay === planned.lastDay)
  if (ending === undefined) return { kind: 'nothing' }
  const at = reminderAt(planned, calendar)
  if (at > now) return { kind: 'not_yet', at }
  const isOvertaken = remindDaysBefore.some(
    (daysBefore) => daysBefore < planned.daysBefore && reminderAt({ ...planned, daysBefore }, calendar) <= now,
  )
  if (isOvertaken || at <= grant.grantedAt) return { kind: 'nothing' }
  const { at: endsAt, rights } = ending
  const what = rights === null ? ({ type: 'access', parts: [] } as const) : ({ type: 'rights', parts: rights } as const)
  const data = { daysLeft: ending.lastDay - calendar.dayOf(now), endsAt, ...what }
  return { kind: 'remind', event: { ...about(partnership), kind: 'partnership.ending_reminded', data } }
}
