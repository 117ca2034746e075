// What is granted, as the product tells it: a first grant, more on top of it, a grant written anew, and a narrower one.
import type { RightId } from '../../src/domain/rights/catalogue.ts'
import { endOf, type Granted, isLater, isOver, lastsUntil, type Model, type Open, sooner } from './model.ts'
import { closedOver, type Payer, rights, type Said, supportedIn } from './said.ts'

export type Accepting = {
  readonly rights: ReadonlySet<RightId>
  readonly payer: Payer
  readonly days: number | null
  readonly base: Open['base']
}

/** What was accepted comes into force; null when nothing of it may. Gates stay as they are. */
export function grantedBy(model: Model, accepting: Accepting): Model | null {
  const { pair, now } = model
  if (!pair) return null
  const given = closedOver(accepting.rights)
  const granted = pair.granted === null ? firstOf(given, accepting, now) : added(pair.granted, given, { ...accepting, now })
  return granted && { ...model, pair: { ...pair, state: 'active', version: pair.version + 1, granted } }
}

function firstOf(given: ReadonlySet<RightId>, { payer, days }: Accepting, now: number): Granted {
  const end = endOf(days, now)
  return { end, days, payer, rights: new Map([...given].map((right) => [right, lastsUntil(right, end, now)])) }
}

/** On top of what is in force; what was taken away since the question was made stays away, and so does what needs it. */
function added(
  granted: Granted,
  given: ReadonlySet<RightId>,
  { base, days, payer, now }: Accepting & { readonly now: number },
): Granted | null {
  const removed = new Set([...(base?.rights ?? [])].filter((right) => !granted.rights.has(right)))
  const stays = [...given].filter((right) => !removed.has(right))
  const more = supportedIn(stays, new Set([...granted.rights.keys(), ...stays]))
  if (more.size === 0 && given.size > 0) return null
  const end = sooner(granted.end, endOf(days, now))
  const next = new Map(granted.rights)
  for (const right of more) {
    const until = lastsUntil(right, end, now)
    const before = granted.rights.get(right)
    const isThere = granted.rights.has(right) && !isOver(before ?? null, now)
    next.set(right, isThere && !isLater(until, before ?? null) ? (before ?? null) : until)
  }
  const asksToPay = payer !== null && payer !== (base?.payer ?? undefined)
  return { ...granted, payer: asksToPay ? payer : granted.payer, rights: next }
}

/** The customer writes it anew; null when nothing would change. */
export function changed(granted: Granted, { rights: wanted, days, renew }: Extract<Said, { kind: 'change' }>, now: number): Granted | null {
  const next = closedOver(wanted)
  const isSameEnd = days === 'as_it_is' || days === granted.days
  const current = rights.filter((right) => granted.rights.has(right) && !isOver(granted.rights.get(right) ?? null, now))
  if (!renew && isSameEnd && current.join() === [...next].join()) return null
  const end = isSameEnd ? granted.end : endOf(days, now)
  const isLonger = isLater(end, granted.end) || renew
  const until = (right: RightId) => {
    const whole = lastsUntil(right, end, now)
    return !current.includes(right) || isLonger ? whole : sooner(granted.rights.get(right) ?? null, whole)
  }
  return { ...granted, end, days: isSameEnd ? granted.days : days, rights: new Map([...next].map((right) => [right, until(right)])) }
}

/** Fewer, or for a shorter time; null when it would be more, or nothing. */
export function narrowed(granted: Granted, { drop, days }: Extract<Said, { kind: 'narrow' }>, now: number): Granted | null {
  const isSameEnd = days === null || days === granted.days
  const end = isSameEnd ? granted.end : endOf(days, now)
  if (isLater(end, granted.end)) return null
  const keep = supportedIn(
    [...granted.rights.keys()].filter((right) => !drop.includes(right)),
    new Set([...granted.rights.keys()].filter((right) => !drop.includes(right))),
  )
  if (keep.size === granted.rights.size && !isLater(granted.end, end)) return null
  return {
    ...granted,
    end,
    days: isSameEnd ? granted.days : days,
    rights: new Map([...keep].map((right) => [right, sooner(granted.rights.get(right) ?? null, end)])),
  }
}
