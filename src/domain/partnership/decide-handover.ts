// What a command makes of a hand-over: every state and every command, in one table. What ends is the partnership's own machine's business.

import type { DomainEvent } from '../event.ts'
import type { RefusalCode } from '../refusal.ts'
import { type Instant, isOver } from '../time.ts'
import { type Actor, mayDo } from '../who-may.ts'
import { type Handover, type HandoverState, longestOverlapDays } from './handover.ts'
import type { Partnership } from './partnership.ts'

export type HandoverCommand =
  /** The next partner has access now: from here the overlap counts. */
  | { readonly kind: 'plan'; readonly endsAt: Instant }
  | { readonly kind: 'call_off'; readonly by: Actor }
  /** Before the overlap is over. */
  | { readonly kind: 'end_now'; readonly by: Actor }
  | { readonly kind: 'complete' }
  /** The first partnership ended in another way. */
  | { readonly kind: 'ended' }
  /** The next partner does not come, or goes. */
  | { readonly kind: 'drop' }

export type HandoverDecided =
  | { readonly kind: 'done'; readonly handover: Handover; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

type Cell = 'may' | RefusalCode

const table: Readonly<Record<HandoverState, Readonly<Record<HandoverCommand['kind'], Cell>>>> = {
  asked: { plan: 'may', call_off: 'may', end_now: 'not_active', complete: 'not_over_yet', ended: 'may', drop: 'may' },
  planned: { plan: 'already_open', call_off: 'may', end_now: 'may', complete: 'may', ended: 'may', drop: 'may' },
  done: everyCommand('already_ended'),
  called_off: everyCommand('request_withdrawn'),
}

/** A hand-over as it begins. Refusals: `not_entitled`, `not_active`, `already_customer` (to the same partner), `end_out_of_bounds`. */
export function beginHandover(
  draft: Pick<Handover, 'id' | 'overlapDays' | 'namesTold'>,
  { from, to }: { readonly from: Partnership; readonly to: Partnership },
  by: Actor,
  now: Instant,
): HandoverDecided {
  if (!mayDo('end', by) || by.side !== 'customer') return refused('not_entitled')
  if (from.state !== 'active' || (to.state !== 'active' && to.state !== 'proposed')) return refused('not_active')
  if (from.partnerId === to.partnerId || from.customerId !== to.customerId) return refused('already_customer')
  const { overlapDays } = draft
  if (!Number.isInteger(overlapDays) || overlapDays < 0 || overlapDays > longestOverlapDays) return refused('end_out_of_bounds')
  const handover: Handover = {
    ...{ ...draft, state: 'asked', customerId: from.customerId, from: from.id, fromPartnerId: from.partnerId },
    ...{ to: to.id, toPartnerId: to.partnerId, by: by.personId, createdAt: now, endsAt: null },
  }
  const { customerId } = handover
  const asked = {
    kind: 'handover.asked',
    readers: [customerId],
    customerId,
    partnershipId: from.id,
    data: { handoverId: draft.id },
  } as const
  return { kind: 'done', handover, events: [asked] }
}

/**
 * What a command makes of a hand-over at that instant. Partners do not see each other: each reads an event of its own. Refusals: see the
 * table; `not_entitled`, `not_over_yet`.
 */
export function decideHandover(handover: Handover, command: HandoverCommand, now: Instant): HandoverDecided {
  const cell = table[handover.state][command.kind]
  const code = cell === 'may' ? refusalOf(handover, command, now) : cell
  return code === null ? carryOut(handover, command) : refused(code)
}

function refusalOf({ endsAt }: Handover, command: HandoverCommand, now: Instant): RefusalCode | null {
  if (command.kind === 'complete') return isOver(endsAt, now) ? null : 'not_over_yet'
  if (command.kind !== 'call_off' && command.kind !== 'end_now') return null
  return command.by.side === 'customer' && mayDo('end', command.by) ? null : 'not_entitled'
}

function carryOut(handover: Handover, command: HandoverCommand): HandoverDecided {
  const { customerId, from, to } = handover
  if (command.kind === 'plan') {
    const planned = { ...handover, state: 'planned', endsAt: command.endsAt } as const
    return { kind: 'done', handover: planned, events: tell(planned, 'handover.planned', { endsAt: command.endsAt }) }
  }
  switch (command.kind === 'ended' && handover.state === 'asked' ? 'drop' : command.kind) {
    case 'call_off':
    case 'drop': {
      const events = handover.state === 'planned' ? tell(handover, 'handover.called_off', {}) : []
      const withdrawn = {
        kind: 'handover.withdrawn',
        readers: [customerId],
        customerId,
        partnershipId: from,
        data: { handoverId: handover.id },
      } as const
      return { kind: 'done', handover: { ...handover, state: 'called_off' }, events: events.length > 0 ? events : [withdrawn] }
    }
    case 'end_now':
    case 'ended':
    case 'complete': {
      const handed = {
        kind: 'partnership.handed_over',
        readers: [customerId],
        customerId,
        partnershipId: from,
        data: { toPartnershipId: to },
      } as const
      return { kind: 'done', handover: { ...handover, state: 'done' }, events: [handed] }
    }
  }
}

type Told = { readonly 'handover.planned': { readonly endsAt: Instant }; readonly 'handover.called_off': object }

function tell<Kind extends keyof Told>(handover: Handover, kind: Kind, more: Told[Kind]): readonly DomainEvent[] {
  const { id, customerId, from, fromPartnerId, to, toPartnerId, namesTold } = handover
  const about = { kind, customerId }
  const leaving = { handoverId: id, role: 'from', otherPartnerId: namesTold ? toPartnerId : null, ...more }
  const coming = { handoverId: id, role: 'to', otherPartnerId: namesTold ? fromPartnerId : null, ...more }
  return [
    { ...about, readers: [customerId, fromPartnerId], partnershipId: from, data: leaving },
    { ...about, readers: [customerId, toPartnerId], partnershipId: to, data: coming },
  ] as readonly DomainEvent[]
}

function refused(code: RefusalCode): HandoverDecided {
  return { kind: 'refused', code }
}

function everyCommand(code: RefusalCode): Readonly<Record<HandoverCommand['kind'], Cell>> {
  return { plan: code, call_off: code, end_now: code, complete: code, ended: code, drop: code }
}
