// Sessions: begun for a person who proved who they are. Of the token only the hash is kept. Runs as prokura_sign_in.
import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { SessionStrength } from '../../domain/session.ts'
import { dayMs } from '../../domain/time.ts'
import { hashToken } from '../platform/secrets.ts'
import { type AnyWork, newId } from '../work.ts'

export const sessionLengthMs = 30 * dayMs

export type StartedSession = { readonly id: SessionId; readonly token: string; readonly expiresAt: number }

/** A new session; its token goes into the cookie and nowhere else. */
export async function startSession(
  work: Pick<AnyWork, 'tx' | 'now' | 'secrets' | 'client'>,
  { personId, strength }: { readonly personId: PersonId; readonly strength: SessionStrength },
): Promise<StartedSession> {
  const id = newId<SessionId>()
  const token = work.secrets.randomToken()
  const now = new Date(work.now)
  const expiresAt = work.now + sessionLengthMs
  await work.tx
    .insertInto('session')
    .values({
      id,
      person_id: personId,
      token_hash: hashToken(token),
      strength,
      authenticated_at: now,
      started_at: now,
      seen_at: now,
      expires_at: new Date(expiresAt),
      client: work.client.agent?.slice(0, 200) ?? null,
    })
    .execute()
  return { id, token, expiresAt }
}
