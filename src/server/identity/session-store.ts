// Sessions: begun for a person who proved who they are, given a new token at each proof, ended with all their visits. Of the token only the
// hash is kept. Runs as prokura_sign_in.
import { sql } from 'kysely'
import { asId, type CredentialId, type PersonId, type SessionId } from '../../domain/ids.ts'
import type { SessionStrength } from '../../domain/session.ts'
import { dayMs } from '../../domain/time.ts'
import { record } from '../journal/record.ts'
import { hashToken } from '../platform/secrets.ts'
import { type AnyWork, newId } from '../work.ts'

export const sessionLengthMs = 7 * dayMs

export type StartedSession = { readonly id: SessionId; readonly token: string; readonly expiresAt: number }
type SessionWork = Pick<AnyWork, 'tx' | 'now' | 'secrets' | 'client' | 'events'>
/** `passkeyId`: what proved it, if a passkey did. */
type Proof = { readonly strength: SessionStrength; readonly passkeyId?: CredentialId }
type Proven = Proof & { readonly personId: PersonId }

/** A new session; its token goes into the cookie and nowhere else. */
export async function startSession(work: Omit<SessionWork, 'events'>, { personId, strength, passkeyId }: Proven): Promise<StartedSession> {
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
      passkey_id: passkeyId ?? null,
    })
    .execute()
  return { id, token, expiresAt }
}

/** The same session under a new token, authenticated now: the old token opens nothing any more. */
export async function renewSession(
  work: Omit<SessionWork, 'events' | 'client'>,
  id: SessionId,
  { strength, passkeyId }: Proof,
): Promise<StartedSession> {
  const token = work.secrets.randomToken()
  const row = await work.tx
    .updateTable('session')
    .set({
      token_hash: hashToken(token),
      strength,
      authenticated_at: new Date(work.now),
      seen_at: new Date(work.now),
      ...(passkeyId !== undefined && { passkey_id: passkeyId }),
    })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('expires_at')
    .executeTakeFirstOrThrow()
  return { id, token, expiresAt: row.expires_at.getTime() }
}

/** Ends it with its visits, for good. False when the person has no such session any more. */
export async function endSession(work: Pick<SessionWork, 'tx' | 'now' | 'events'>, personId: PersonId, id: SessionId): Promise<boolean> {
  const ended = await work.tx
    .updateTable('session')
    .set({ ended_at: new Date(work.now) })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return false
  await endVisits(work, personId, id)
  return true
}

type EndedVisit = { customer_id: string; partner_id: string; partnership_id: string; visit_id: string }
async function endVisits(work: Pick<SessionWork, 'tx' | 'now' | 'events'>, personId: PersonId, id: SessionId): Promise<void> {
  const { rows } = await sql<EndedVisit>`select * from end_visits_of_session(${id}, ${new Date(work.now)})`.execute(work.tx)
  for (const visit of rows) {
    record(work, {
      kind: 'visit.ended',
      readers: [asId(visit.customer_id), asId(visit.partner_id)],
      partnershipId: asId(visit.partnership_id),
      customerId: asId(visit.customer_id),
      visitId: asId(visit.visit_id),
      data: { personId, endedBy: 'person' },
    })
  }
}

/** The person's sessions that still stand, oldest first. */
export async function listOpenSessions({ tx, now }: Pick<SessionWork, 'tx' | 'now'>, personId: PersonId) {
  return tx
    .selectFrom('session')
    .leftJoin('passkey', 'passkey.id', 'session.passkey_id')
    .select(['session.id', 'client', 'strength', 'started_at', 'seen_at', 'expires_at', 'passkey_id', 'passkey.name as passkey'])
    .where('session.person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', new Date(now))
    .where('seen_at', '>', new Date(now - idleMs))
    .orderBy('started_at')
    .execute()
}

const idleMs = dayMs / 2

/** What two factors opened counts as one factor once the second one is gone. */
export async function weakenSessions({ tx }: Pick<SessionWork, 'tx'>, personId: PersonId, strength: SessionStrength): Promise<void> {
  await tx
    .updateTable('session')
    .set({ strength })
    .where('person_id', '=', personId)
    .where('strength', '=', 'two_factors')
    .where('ended_at', 'is', null)
    .execute()
}
