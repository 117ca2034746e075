// How each transaction opens: the clock, where the journal stands, and who is behind the session.
import { sql } from 'kysely'
import { asId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { hashToken } from '../platform/secrets.ts'
import type { Transaction } from '../platform/transact.ts'
import type { SignedIn, Strength } from '../work.ts'

export type Opening = {
  readonly now: Instant
  readonly position: number
  readonly person: SignedIn | undefined
  readonly sessionExpiresAt: Instant
}
/** Clock, head of the journal and session in one question. The head is read first: what is decided on is at least as new. */
export async function openWith(
  tx: Transaction,
  session: { readonly token: string | undefined } | { readonly hash: Buffer },
): Promise<Opening> {
  const hash = 'hash' in session ? session.hash : session.token === undefined ? Buffer.alloc(32) : hashToken(session.token)
  const { rows } = await sql<SessionRow>`select clock_timestamp() as now, journal_head() as position, s.*
    from (select 1) one left join session_of(${hash}) s on true`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The database answered nothing')
  const now = instant(row.now.getTime())
  if (row.session_id === null) return { now, position: row.position, person: undefined, sessionExpiresAt: now }
  await sql`select set_config('app.person', ${row.person_id}, true)`.execute(tx)
  return { now, position: row.position, person: toSignedIn(row), sessionExpiresAt: instant(row.expires_at.getTime()) }
}

type SessionRow = {
  now: Date
  position: number
  session_id: string | null
  person_id: string
  name: string
  email: string
  language: Language
  strength: Strength
  authenticated_at: Date
  expires_at: Date
  has_password: boolean
  has_second_factor: boolean
  has_authenticator: boolean
  has_passkey: boolean
}

function toSignedIn(row: SessionRow): SignedIn {
  return {
    id: asId(row.person_id),
    sessionId: asId(row.session_id ?? ''),
    name: row.name,
    email: row.email,
    language: row.language,
    strength: row.strength,
    authenticatedAt: instant(row.authenticated_at.getTime()),
    hasPassword: row.has_password,
    hasAuthenticator: row.has_authenticator,
    hasPasskey: row.has_passkey,
    hasSecondFactor: row.has_second_factor,
  }
}
