// What happens in the life of one partnership, drawn from a seed: who does what when, and what the model says follows from it.
import { alive, carryOut } from './act.ts'
import { doneAt, type Outage, pass } from './clock.ts'
import {
  type Act,
  type End,
  endOf,
  type Known,
  type News,
  type Readers,
  type Said,
  type State,
  sensitive,
  startOf,
  type Terms,
} from './life.ts'
import { dateOf, day, dayNumber, hour, onDay } from './zurich.ts'

export type Year = { readonly from: number; readonly to: number; readonly outages: readonly Outage[] }
export type Life = Known & { readonly acts: readonly Act[]; readonly past: Past }
/** How it stood from each act on. */
export type Past = readonly { readonly from: number; readonly state: State }[]
type Random = () => number
type Asked = { readonly rights: readonly string[]; readonly terms: Terms }

/** On and beside the days when the clocks change. */
const awkward = ['2026-10-24', '2026-10-25', '2026-10-26', '2027-03-27', '2027-03-28', '2027-03-29', '2027-10-31']

export function drawLife(number: number, readers: Readers, year: Year, random: Random): Life {
  const acts: Act[] = []
  const said: Said[] = []
  const news: News[] = []
  const past: { from: number; state: State }[] = []
  let state: State = { kind: 'nothing' }
  let now = year.from
  let asked: Asked = { rights: [], terms: { startsOn: null, end: { kind: 'none' } } }
  let at = moment(year.from + random() * 60 * day, year, random)
  while (at < year.to) {
    const passed = pass(state, { life: number, from: now, to: at }, readers, year.outages)
    said.push(...passed.said)
    news.push(...passed.news)
    state = passed.state
    now = at
    const act = drawAct(state, { at, life: number }, asked, random)
    if (act === undefined) break
    if (act.kind === 'request') asked = act
    const asAsked = act.kind === 'answer' && JSON.stringify(act.terms) === JSON.stringify(asked.terms)
    const done = carryOut(state, act, readers, { asAsked })
    acts.push(act)
    said.push(...done.said)
    news.push(...done.news)
    state = done.state
    past.push({ from: at, state })
    // Many partnerships are begun and then left alone: only the clock is at work there.
    if (act.kind === 'answer' && random() < 0.25) break
    at = moment(now + pause(state, random), year, random)
  }
  const rest = pass(state, { life: number, from: now, to: year.to }, readers, year.outages)
  return { acts, past, said: [...said, ...rest.said].filter((one) => one.at <= year.to), news: [...news, ...rest.news] }
}

/** At work time of that day, never while the server stands still. */
function moment(about: number, { outages }: Year, random: Random): number {
  const at = onDay(dayNumber(about), 8) + Math.floor(random() * 9 * hour)
  const free = doneAt(at, outages)
  return free === at ? at : onDay(dayNumber(free) + 1, 9) + Math.floor(random() * 8 * hour)
}

const pause = (state: State, random: Random): number => (state.kind === 'requested' ? 1 + random() * 36 : 1 + random() * 120) * day

function drawAct(state: State, who: { at: number; life: number }, asked: Asked, random: Random): Act | undefined {
  if (state.kind === 'over') return undefined
  const { at } = who
  const rights = ['domain.view', 'domain.manage', 'mail.view', ...(random() < 0.5 ? [sensitive] : [])]
  if (state.kind === 'nothing') return { ...who, kind: 'request', rights, terms: drawTerms(at, random) }
  if (state.kind === 'requested') return { ...who, kind: 'answer', rights: asked.rights, terms: answerTo(asked.terms, at, random) }
  return drawOnActive(state, who, random)
}

function drawOnActive(state: Extract<State, { kind: 'active' }>, who: { at: number; life: number }, random: Random): Act {
  const { grant } = state
  const { at } = who
  const dice = random()
  const hasSensitive = alive(grant, at).rights.includes(sensitive)
  const later = drawLater(Math.max(at, grant.end ?? at, grant.start), random)
  const open: End = { kind: 'none' }
  if (dice < 0.1) return { ...who, kind: grant.isStopped ? 'resume' : 'stop' }
  if (dice < 0.16) return { ...who, kind: 'end' }
  if (dice < 0.3) return { ...who, kind: 'review', drop: hasSensitive && random() < 0.5 ? [sensitive] : [] }
  if (dice < 0.45 && state.asked === null && grant.end !== null) return { ...who, kind: 'propose', end: later }
  if (dice < 0.75) {
    const end = grant.end === null || random() < 0.1 ? open : later
    return { ...who, kind: 'renew', end, drop: hasSensitive && random() < 0.3 ? [sensitive] : [] }
  }
  const nearer = drawNearer(Math.max(at, grant.start), grant.end, random)
  if (nearer !== undefined) return { ...who, kind: 'narrow', keep: grant.rights, end: nearer }
  return { ...who, kind: grant.isStopped ? 'resume' : 'stop' }
}

function drawTerms(at: number, random: Random): Terms {
  const startsOn = random() < 0.15 ? dateOf(dayNumber(at) + 1 + Math.floor(random() * 30)) : null
  return { startsOn, end: drawEnd(startOf(startsOn, at), at, random) }
}

function drawEnd(start: number, at: number, random: Random): End {
  const dice = random()
  if (dice < 0.4) return { kind: 'none' }
  if (dice < 0.55) {
    const date = awkward[Math.floor(random() * awkward.length)] ?? '2027-03-28'
    if (Date.parse(date) > start + 2 * day) return { kind: 'on', date }
  }
  if (dice < 0.8) return { kind: 'on', date: dateOf(dayNumber(start) + 3 + Math.floor(random() * 400)) }
  return { kind: 'after', days: Math.ceil((start - at) / day) + 2 + Math.floor(random() * 300) }
}

/** As asked, unless that is over by now or the customer thinks otherwise. */
function answerTo(asked: Terms, at: number, random: Random): Terms {
  const end = endOf(asked.end, at)
  const isOver = end !== null && end <= startOf(asked.startsOn, at) + day
  return isOver || random() < 0.3 ? { ...asked, end: drawEnd(startOf(asked.startsOn, at), at, random) } : asked
}

const drawLater = (end: number, random: Random): End => ({ kind: 'on', date: dateOf(dayNumber(end) + 2 + Math.floor(random() * 380)) })

function drawNearer(start: number, end: number | null, random: Random): End | undefined {
  const first = dayNumber(start) + 2
  const last = end === null ? first + 300 : dayNumber(end) - 2
  return last <= first ? undefined : { kind: 'on', date: dateOf(first + Math.floor(random() * (last - first))) }
}
