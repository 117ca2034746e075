// How many requests a partner sends a day, and how many wait at one address: an honest "no" instead of flooded mailboxes.
import { Refusal } from '../../domain/refusal.ts'
import { dayMs, hourMs, type Instant, later } from '../../domain/time.ts'
import type { PartnerOrganisation } from '../partnerships/organisation-store.ts'
import type { OwnWork } from '../work.ts'
import { countPendingAt, countSentSince, firstSentSince } from './store.ts'

export const pendingAtOneAddress = 3
const resendsADay = 5

type Partner = Pick<PartnerOrganisation, 'id' | 'isVerified'>

/** Whom the operator verified may write to as many as a list holds. */
export const requestsADay = ({ isVerified }: Pick<Partner, 'isVerified'>): number => (isVerified ? 10_000 : 50)

/** How many were sent in the last 24 hours, counted once for each command: with the partner's row locked nobody else sends meanwhile. */
const sentAlready = new WeakMap<OwnWork['events'], number>()

async function sentToday(work: OwnWork, partner: Partner): Promise<number> {
  const known = sentAlready.get(work.events)
  return known ?? countSentSince(work.tx, partner.id, later(work.now, -dayMs))
}

/** Call it last, with the partner's row locked: two at once are counted one after the other. */
export async function requireRoomToday(work: OwnWork, partner: Partner): Promise<void> {
  const sent = await sentToday(work, partner)
  if (sent >= requestsADay(partner)) throw new Refusal('limit_reached')
  sentAlready.set(work.events, sent + 1)
}

/** How many more today, and when there is room again. */
export async function roomToday(work: OwnWork, partner: Partner): Promise<{ readonly left: number; readonly nextAt: Instant }> {
  const sent = await sentToday(work, partner)
  const first = await firstSentSince(work.tx, partner.id, later(work.now, -dayMs))
  return { left: Math.max(0, requestsADay(partner) - sent), nextAt: later(first ?? work.now, dayMs + 1000) }
}

/** `pending`: counted already, for many at once. */
export async function requireRoomAt(work: OwnWork, emailKey: string, pending?: number): Promise<void> {
  if ((pending ?? (await countPendingAt(work.tx, emailKey))) >= pendingAtOneAddress) throw new Refusal('limit_reached')
}

/** The same mail again, at most a few times a day. */
export async function requireResendRoom(work: OwnWork, id: string): Promise<void> {
  await work.limit(`resend:${id}`, { limit: resendsADay, windowMs: 24 * hourMs })
}
