// How many requests a partner sends a day and has waiting, and how many wait at one address: an honest "no" instead of flooded mailboxes.
import { Refusal } from '../../domain/refusal.ts'
import { dayMs, hourMs, type Instant, later } from '../../domain/time.ts'
import { type Room, roomFor, waitingAtOneAddress } from '../../domain/verification/request-room.ts'
import { trustOf } from '../../domain/verification/standing.ts'
import type { PartnerOrganisation } from '../partnerships/organisation-store.ts'
import type { OwnWork } from '../work.ts'
import { readReception, readStanding } from './reception-store.ts'
import { countPendingAt, countSentSince, firstSentSince } from './store.ts'

export const pendingAtOneAddress = waitingAtOneAddress
const resendsADay = 5

type Partner = Pick<PartnerOrganisation, 'id'>

/** What the operator verified and how recipients took it decide how much room there is. */
type Sending = { readonly room: Room; readonly sent: number; readonly open: number }

/** Counted once for each command: with the partner's row locked nobody else sends meanwhile. */
const counted = new WeakMap<OwnWork['events'], Sending>()

async function sendingOf(work: OwnWork, { id }: Partner): Promise<Sending> {
  const known = counted.get(work.events)
  if (known) return known
  const { verification, wasRefused } = await readStanding(work.tx, id)
  const { open, ...reception } = await readReception(work.tx, id)
  const room = roomFor(trustOf(verification, wasRefused, work.now), reception)
  return { room, open, sent: await countSentSince(work.tx, id, later(work.now, -dayMs)) }
}

/** Call it last, with the partner's row locked: two at once are counted one after the other. */
export async function requireRoomToday(work: OwnWork, partner: Partner): Promise<void> {
  const { room, sent, open } = await sendingOf(work, partner)
  if (room.aDay === 0) throw new Refusal('partner_not_verified')
  if (sent >= room.aDay || open >= room.open) throw new Refusal('limit_reached')
  counted.set(work.events, { room, sent: sent + 1, open: open + 1 })
}

/** How many more today, and when there is room again. */
export async function roomToday(work: OwnWork, partner: Partner): Promise<{ readonly left: number; readonly nextAt: Instant }> {
  const { room, sent, open } = await sendingOf(work, partner)
  const first = await firstSentSince(work.tx, partner.id, later(work.now, -dayMs))
  return { left: Math.max(0, Math.min(room.aDay - sent, room.open - open)), nextAt: later(first ?? work.now, dayMs + 1000) }
}

/** `pending`: counted already, for many at once. */
export async function requireRoomAt(work: OwnWork, emailKey: string, pending?: number): Promise<void> {
  if ((pending ?? (await countPendingAt(work.tx, emailKey))) >= pendingAtOneAddress) throw new Refusal('limit_reached')
}

/** The same mail again, at most a few times a day. */
export async function requireResendRoom(work: OwnWork, id: string): Promise<void> {
  await work.limit(`resend:${id}`, { limit: resendsADay, windowMs: 24 * hourMs })
}
