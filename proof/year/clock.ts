// What the clock does to a partnership in the model, between two acts: reminders, ends, questions. A server that stands still does all of it
// when it is back: of several overdue reminders the last one only.
import { type InForce, type Known, lastDay, type News, type Readers, reviewDue, type Said, type State } from './life.ts'
import { day, onDay } from './zurich.ts'

export type Outage = { readonly from: number; readonly to: number }

/** When something that is due then is done. */
export function doneAt(due: number, outages: readonly Outage[]): number {
  const outage = outages.find(({ from, to }) => due >= from && due < to)
  return outage ? outage.to : due
}

type Span = { readonly life: number; readonly from: number; readonly to: number }

/** After `from`, until `to` included. */
export function pass(state: State, span: Span, readers: Readers, outages: readonly Outage[]): Known & { readonly state: State } {
  const isDue = (due: number) => due > span.from && due <= span.to
  const note = (what: string, at: readonly number[]): readonly News[] =>
    at.map((moment) => ({ at: moment, life: span.life, what, told: [] }))
  if (state.kind === 'requested') {
    const said = askedAgain(state.expires, readers.representatives, isDue, outages)
    const news = note('lapses', momentsOf(said))
    if (!isDue(state.expires)) return { state, said, news }
    return { state: { kind: 'over' }, said, news: [...news, ...note('lapsed', [doneAt(state.expires, outages)])] }
  }
  if (state.kind !== 'active') return { state, said: [], news: [] }
  const { grant, asked } = state
  const ending = endingsOf(grant)
  const [whole, part] = [ending.whole, ending.part].map((ends) => reminders(ends, grant, readers, isDue, outages))
  const reminded = [...(whole ?? []), ...(part ?? [])]
  const again = asked === null ? [] : askedAgain(asked, readers.representatives, isDue, outages, grant.end)
  const news = [...note('ends', momentsOf(whole ?? [])), ...note('rights_end', momentsOf(part ?? [])), ...note('lapses', momentsOf(again))]
  if (grant.end !== null && isDue(grant.end)) {
    const over = all('partnership-ended', doneAt(grant.end, outages), [...readers.representatives, ...readers.leaders])
    const lapsed = asked !== null && isDue(asked) && doneAt(asked, outages) < doneAt(grant.end, outages) ? [doneAt(asked, outages)] : []
    return { state: { kind: 'over' }, said: [...reminded, ...again, ...over], news: [...news, ...note('lapsed', lapsed)] }
  }
  const isLapsed = asked !== null && isDue(asked)
  const reviewed = reviews(grant, readers, isDue, outages)
  return {
    state: { kind: 'active', asked: isLapsed ? null : asked, grant: reviewed.grant },
    said: [...reminded, ...again, ...reviewed.said],
    news: [...news, ...note('lapsed', isLapsed ? [doneAt(asked, outages)] : [])],
  }
}

const momentsOf = (said: readonly Said[]): readonly number[] => [...new Set(said.map(({ at }) => at))]

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

/** The end of everything, and before it, on a day of its own, that of the sensitive right. */
function endingsOf({ end, sensitiveEnd }: InForce): { readonly whole: number | null; readonly part: number | null } {
  const isEarlier = sensitiveEnd !== null && (end === null || lastDay(sensitiveEnd) < lastDay(end))
  return { whole: end, part: isEarlier ? sensitiveEnd : null }
}

function reminders(
  ends: number | null,
  { end }: InForce,
  readers: Readers,
  isDue: (due: number) => boolean,
  outages: readonly Outage[],
): readonly Said[] {
  if (ends === null) return []
  const due = [30, 7, 1].map((days) => onDay(lastDay(ends) - days, 6))
  return due.flatMap((moment) => {
    const at = doneAt(moment, outages)
    const isOver = ends <= at || (end !== null && end <= at)
    const isOvertaken = due.some((other) => other > moment && other <= at)
    return isDue(moment) && !isOver && !isOvertaken ? all('access-ending', at, readers.representatives) : []
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
