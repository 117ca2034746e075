// How many requests a partner sends a day, and how many wait at one address: an honest "no" instead of flooded mailboxes.
import { Refusal } from '../../domain/refusal.ts'
import { dayMs, hourMs, later } from '../../domain/time.ts'
import type { OwnWork } from '../work.ts'
import { countPendingAt, countSentSince } from './store.ts'

export const newRequestsADay = 50
export const pendingAtOneAddress = 3
const resendsADay = 5

/** Call it with the partner's row locked: two at once are counted one after the other. */
export async function requireRoomToday(work: OwnWork): Promise<void> {
  const sent = await countSentSince(work.tx, work.context.organisationId, later(work.now, -dayMs))
  if (sent >= newRequestsADay) throw new Refusal('limit_reached')
}

export async function requireRoomAt(work: OwnWork, emailKey: string): Promise<void> {
  if ((await countPendingAt(work.tx, emailKey)) >= pendingAtOneAddress) throw new Refusal('limit_reached')
}

/** The same mail again, at most a few times a day. */
export async function requireResendRoom(work: OwnWork, id: string): Promise<void> {
  await work.limit(`resend:${id}`, { limit: resendsADay, windowMs: 24 * hourMs })
}
