// A session: one signed-in browser or client of a person, and how strongly it was authenticated.

import type { PersonId, SessionId } from './ids.ts'
import { type Instant, isOver, later, minuteMs } from './time.ts'

export const sessionStrengths = ['email', 'password', 'two_factors'] as const
/** `email`: a code sent to the address; `two_factors`: a passkey, or a password and a second factor. */
export type SessionStrength = (typeof sessionStrengths)[number]

export type Session = {
  readonly id: SessionId
  readonly personId: PersonId
  readonly strength: SessionStrength
  /** When the person last proved who they are. */
  readonly authenticatedAt: Instant
  readonly expiresAt: Instant
  readonly endedAt: Instant | null
}

export const freshForMs = 15 * minuteMs

/** Whether the session still stands. */
export function isSessionOpen(session: Session, now: Instant): boolean {
  return session.endedAt === null && !isOver(session.expiresAt, now)
}

/** Whether the person proved who they are within the last 15 minutes, as sensitive acts need. */
export function isFresh(session: Session, now: Instant): boolean {
  return !isOver(later(session.authenticatedAt, freshForMs), now)
}
