// A session: one signed-in browser or client of a person, and how strongly it was authenticated.

import type { PersonId, SessionId } from './ids.ts'
import type { Instant } from './time.ts'

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
