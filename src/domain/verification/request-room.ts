// How many requests a partner may send: a day, and in all that wait; by how far it is trusted, and less for whoever is refused or reported.

import type { Trust } from './standing.ts'

/** What became of a partner's requests in the last ninety days. */
export type Reception = { readonly sent: number; readonly declined: number; readonly reported: number }

export type Room = { readonly aDay: number; readonly open: number }

const byTrust: Readonly<Record<Trust, Room>> = {
  refused: { aDay: 0, open: 0 },
  unverified: { aDay: 50, open: 100 },
  verified: { aDay: 10_000, open: 50_000 },
}

/** Fewer say nothing about anybody. */
const tellingNumber = 20

/** A tenth of it for whoever is declined by more than half, or reported by more than one in fifty; nobody is shut out by that alone. */
export function roomFor(trust: Trust, { sent, declined, reported }: Reception): Room {
  const room = byTrust[trust]
  const isUnwelcome = sent >= tellingNumber && (declined > sent / 2 || reported > sent / 50)
  return isUnwelcome ? { aDay: Math.ceil(room.aDay / 10), open: Math.ceil(room.open / 10) } : room
}

/** Requests of all partners that may wait at one address. */
export const waitingAtOneAddress = 3
