// What the clock does to a partnership in the model, between two acts: reminders, ends, questions. A server that stands still does all of it
// when it is back: of several overdue reminders the last one only.
import { type InForce, lastDay, type Readers, reviewDue, type Said, type State } from './life.ts'
import { day, onDay } from './zurich.ts'

export type Outage = { readonly from: number; readonly to: number }

/** When something that is due then is done. */
export function doneAt(due: number, outages: readonly Outage[]): number {
  const outage = outages.find(({ from, to }) => due >= from && due < to)
  return outage ? outage.to : due
}

/** After `from`, until `to` included. */
export function pass(
  state: State,
  { from, to }: { readonly from: number; readonly to: number },
  readers: Readers,
  outages: readonly Outage[],
): { readonly state: State; readonly said: readonly Said[] } {
  const isDue = (due: number) => due > from && due <= to
  if (state.kind === 'requested') {
    const said = askedAgain(state.expires, readers.representatives, isDue, outages)
    return { state: isDue(state.expires) ? { kind: 'over' } : state, said }
  }
  if (state.kind !== 'active') return { state, said: [] }
  const said = [...reminders(state.grant, readers, isDue, outages)]
  if (state.asked !== null) said.push(...askedAgain(state.asked, readers.representatives, isDue, outages, state.grant.end))
  const { end } = state.grant
  if (end !== null && isDue(end)) {
    const at = doneAt(end, outages)
    said.push(...all('partnership-ended', at, [...readers.representatives, ...readers.leaders]))
    return { state: { kind: 'over' }, said }
  }
  const asked = state.asked !== null && isDue(state.asked) ? null : state.asked
  const reviewed = reviews(state.grant, readers, isDue, outages)
  return { state: { kind: 'active', asked, grant: reviewed.grant }, said: [...said, ...reviewed.said] }
}

export const all = (kind: string, at: number, to: readonly string[]): readonly Said[] => to.map((address) => ({ at, to: address, kind }))

/** 7 and 2 days before it lapses, and not more than a day late. */
function askedAgain(
  expires: number,
  to: readonly string[],
  isDue: (due: number) => boolean,
  outages: readonly Outage[],
  over: number | null = null,
): readonly Said[] {
  return [7, 2].flatMap((days) => {
    const due = expires - days * day
    const at = doneAt(due, outages)
    const isOver = over !== null && over <= at
    return isDue(due) && !isOver && at < due + day ? all('request-reminder', at, to) : []
  })
}

function reminders(grant: InForce, readers: Readers, isDue: (due: number) => boolean, outages: readonly Outage[]): readonly Said[] {
  const { end, sensitiveEnd } = grant
  const whole = end === null ? [] : [end]
  const part = sensitiveEnd !== null && (end === null || lastDay(sensitiveEnd) < lastDay(end)) ? [sensitiveEnd] : []
  return [...whole, ...part].flatMap((ends) => {
    const due = [30, 7, 1].map((days) => onDay(lastDay(ends) - days, 6))
    return due.flatMap((moment) => {
      const at = doneAt(moment, outages)
      const isOver = ends <= at || (end !== null && end <= at)
      const isOvertaken = due.some((other) => other > moment && other <= at)
      if (!isDue(moment) || isOver || isOvertaken) return []
      return all('access-ending', at, [...readers.representatives, ...readers.working])
    })
  })
}

function reviews(grant: InForce, readers: Readers, isDue: (due: number) => boolean, outages: readonly Outage[]) {
  const said: Said[] = []
  let now = grant
  while (now.end === null && isDue(reviewDue(now))) {
    const at = doneAt(reviewDue(now), outages)
    said.push(...all('yearly-review', at, readers.representatives))
    now = { ...now, looked: at }
  }
  return { grant: now, said }
}
