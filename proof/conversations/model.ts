// The conversation as the product tells it: a plain record, and what each command makes of it. Written from product.md and not from the machines;
// rights are single names here, since every right is granted everywhere.
import type { RightId } from '../../src/domain/rights/catalogue.ts'
import { type Asking, isSensitive, needOf, type Payer, rights, supportedIn } from './said.ts'

export const dayMs = 86_400_000
export const answerDays = 30
export const sensitiveDays = 365

export type Side = 'partner' | 'customer'
export type Open = {
  readonly side: Side
  readonly state: 'prepared' | 'open'
  readonly rights: ReadonlySet<RightId>
  readonly required: ReadonlySet<RightId>
  readonly payer: Payer
  readonly days: number | null
  /** The people who wrote and who sent it. */
  readonly askers: readonly string[]
  readonly until: number
  /** What was in force when it was made; null: nothing, or it came from outside. */
  readonly base: { readonly rights: ReadonlySet<RightId>; readonly payer: Payer } | null
}
export type Granted = {
  readonly end: number | null
  readonly days: number | null
  readonly payer: Payer
  /** Until when each; null: without end. */
  readonly rights: ReadonlyMap<RightId, number | null>
}
export type Pair = {
  readonly state: 'proposed' | 'active'
  readonly byCustomer: boolean
  readonly byOperator: boolean
  readonly version: number
  readonly granted: Granted | null
  readonly open: Open | null
  /** What Anna may use at most; undefined: nothing is assigned to her. */
  readonly assigned: readonly RightId[] | null | undefined
}
export type Model = {
  readonly now: number
  readonly inboxes: readonly [Open | null, Open | null]
  readonly pair: Pair | null
  /** How many partnerships there have been. */
  readonly lives: number
}
export const born: Model = { now: 0, inboxes: [null, null], pair: null, lives: 0 }
export const newPair: Pair = {
  state: 'proposed',
  byCustomer: false,
  byOperator: false,
  version: 0,
  granted: null,
  open: null,
  assigned: undefined,
}

export const endOf = (days: number | null, now: number): number | null => (days === null ? null : now + days * dayMs)
export const sooner = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other)
export const isLater = (one: number | null, other: number | null): boolean => other !== null && (one === null || one > other)
export const isOver = (end: number | null, now: number): boolean => end !== null && now >= end
export const lastsUntil = (right: RightId, end: number | null, now: number): number | null =>
  isSensitive(right) ? sooner(end, now + sensitiveDays * dayMs) : end

/** What the partner's representatives may do now, and of it what Anna may. */
export function allowed({ pair, now }: Model): { readonly leaders: ReadonlySet<RightId>; readonly anna: ReadonlySet<RightId> } {
  const granted = pair?.state === 'active' && !pair.byCustomer && !pair.byOperator ? pair.granted : null
  if (granted === null || isOver(granted.end, now)) return { leaders: new Set(), anna: new Set() }
  const inTime = [...granted.rights].filter(([, end]) => !isOver(end, now)).map(([right]) => right)
  const leaders = supportedIn(inTime, new Set(inTime))
  const assigned = pair?.assigned
  const hers = [...leaders].filter((right) => assigned === null || assigned?.includes(right))
  return { leaders, anna: supportedIn(hers, new Set(hers)) }
}

/** What time alone does: what is overdue is over. */
export function overdue(model: Model): Model {
  const { now } = model
  const kept = (open: Open | null) => (open?.state === 'open' && now >= open.until ? null : open)
  const { pair } = model
  const isGone = pair !== null && (pair.state === 'active' ? isOver(pair.granted?.end ?? null, now) : kept(pair.open) === null)
  return {
    ...model,
    inboxes: [kept(model.inboxes[0]), kept(model.inboxes[1])],
    pair: pair && !isGone ? { ...pair, open: kept(pair.open) } : null,
  }
}

/** A proposal as it begins: closed over what is needed and not held, without what is in force; null when nothing is left to ask. */
export function proposed(
  side: Side,
  asking: Asking,
  granted: Granted | null,
): Pick<Open, 'side' | 'rights' | 'required' | 'payer' | 'days' | 'base'> | null {
  const held = new Set(granted?.rights.keys())
  const fresh = rights.filter((right) => asking.rights.includes(right) && !held.has(right))
  const whole = new Map(fresh.map((right) => [right, side === 'partner' && asking.required.includes(right)] as const))
  for (const right of fresh) {
    const need = needOf[right]
    if (need && !held.has(need) && !whole.has(need)) whole.set(need, whole.get(right) ?? false)
  }
  const asksToPay = granted !== null && asking.payer !== null && asking.payer !== granted.payer
  if (whole.size === 0 && !asksToPay) return null
  const required = [...whole].filter(([, firm]) => firm).map(([right]) => right)
  const base = granted && { rights: held, payer: granted.payer }
  return { side, rights: new Set(whole.keys()), required: new Set(required), payer: asking.payer, days: asking.days, base }
}

export const withInbox = (model: Model, inbox: 0 | 1, open: Open | null): Model => ({
  ...model,
  inboxes: inbox === 0 ? [open, model.inboxes[1]] : [model.inboxes[0], open],
})
