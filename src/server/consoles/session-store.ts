// Prokura's own sessions, as the OpenID provider needs them: found by their cookie or their id, with the consoles they signed in to.
// Runs as prokura_sign_in.
import type pg from 'pg'
import { asId, type PersonId, type SessionId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { SessionStrength } from '../../domain/session.ts'
import { hashToken } from '../platform/secrets.ts'

export type OpenSession = {
  readonly id: SessionId
  readonly personId: PersonId
  readonly strength: SessionStrength
  readonly authenticatedAt: Date
  /** As each console knows this session, by client id. */
  readonly sids: Readonly<Record<string, string>>
}

type Row = { id: string; person_id: string; strength: SessionStrength; authenticated_at: Date; sids: Record<string, string> | null }

const sids = `(select json_object_agg(c.client_id, x.sid) from console_session x join console c on c.id = x.console_id and c.removed_at is null
  where x.session_id = s.id)`

/** The browser's session; it is seen by this. */
export async function findSessionByToken(pool: pg.Pool, token: string): Promise<OpenSession | undefined> {
  const { rows } = await pool.query<Row>(
    `select s.id, s.person_id, s.strength, s.authenticated_at, ${sids} as sids
     from (select o.session_id as id, o.person_id, o.strength, o.authenticated_at from session_of($1) o) s`,
    [hashToken(token)],
  )
  return toSession(rows[0])
}

export async function findSessionById(pool: pg.Pool, id: string): Promise<OpenSession | undefined> {
  const { rows } = await pool.query<Row>(
    `select s.id, s.person_id, s.strength, s.authenticated_at, ${sids} as sids from session s
     where s.id::text = $1 and s.ended_at is null and s.expires_at > clock_timestamp() and s.seen_at > clock_timestamp() - interval '12 hours'`,
    [id],
  )
  return toSession(rows[0])
}

function toSession(row: Row | undefined): OpenSession | undefined {
  if (!row) return undefined
  return {
    id: asId(row.id),
    personId: asId(row.person_id),
    strength: row.strength,
    authenticatedAt: row.authenticated_at,
    sids: row.sids ?? {},
  }
}

/** From now on the console is told when this session ends. Answers with the name under which it knows it: `sid` when it has none yet. */
export async function joinConsole(pool: pg.Pool, sessionId: string, clientId: string, sid: string): Promise<string> {
  await pool.query(
    `insert into console_session (session_id, console_id, sid, began_at)
     select s.id, c.id, $3, now() from session s, console c where s.id = $1 and s.ended_at is null and c.client_id = $2
     on conflict do nothing`,
    [sessionId, clientId, sid],
  )
  const { rows } = await pool.query<{ sid: string }>(
    'select x.sid from console_session x join console c on c.id = x.console_id where x.session_id = $1 and c.client_id = $2',
    [sessionId, clientId],
  )
  return rows[0]?.sid ?? sid
}

export type Account = { readonly name: string; readonly email: string; readonly language: Language }

export async function findAccount(pool: pg.Pool, personId: string): Promise<Account | undefined> {
  return (await pool.query<Account>('select name, email, language from person where id = $1', [personId])).rows[0]
}

/** Its tokens, signing in and acting, are over; the session itself goes on. */
export async function leaveConsole(pool: pg.Pool, consoleId: string, sid: string): Promise<void> {
  await pool.query(
    `with gone as (delete from console_session where console_id = $1 and sid = $2 returning session_id)
     update console_token t set ended_at = clock_timestamp() from gone
     where t.session_id = gone.session_id and t.console_id = $1 and t.ended_at is null and t.expires_at > clock_timestamp()`,
    [consoleId, sid],
  )
}
