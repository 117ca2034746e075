// Which consoles are to hear that a session or a visit is over. Runs as prokura_system.
import { sql } from 'kysely'
import type pg from 'pg'
import type { Transaction } from '../platform/transact.ts'

/** A message that is still to be delivered. */
export type Logout = { readonly consoleId: string; readonly sid: string; readonly personId: string; readonly visitId: string | null }

export async function listConsolesOfSession(tx: Transaction, sessionId: string): Promise<readonly Logout[]> {
  const { rows } = await sql<Logout>`
    select c.id as "consoleId", x.sid, s.person_id as "personId", null as "visitId"
    from console_session x join session s on s.id = x.session_id join console c on c.id = x.console_id
    where x.session_id = ${sessionId} and c.removed_at is null and c.back_channel_logout_uri is not null`.execute(tx)
  return rows
}

/** Those that got a token for it. */
export async function listConsolesOfVisit(tx: Transaction, visitId: string): Promise<readonly Logout[]> {
  const { rows } = await sql<Logout>`
    select distinct c.id as "consoleId", x.sid, v.person_id as "personId", v.id as "visitId"
    from console_token t join visit v on v.id = t.visit_id join console_session x on x.session_id = v.session_id and x.console_id = t.console_id
    join console c on c.id = t.console_id
    where t.visit_id = ${visitId} and c.removed_at is null and c.back_channel_logout_uri is not null`.execute(tx)
  return rows
}

export type LogoutTarget = { readonly clientId: string; readonly uri: string }

/** Undefined for a console that was removed, or wants to hear nothing. */
export async function findLogoutTarget(pool: pg.Pool, consoleId: string): Promise<LogoutTarget | undefined> {
  const { rows } = await pool.query<LogoutTarget>(
    `select client_id as "clientId", back_channel_logout_uri as uri from console
     where id = $1 and removed_at is null and back_channel_logout_uri is not null`,
    [consoleId],
  )
  return rows[0]
}

/** Sessions that ran out by the clock and that nobody ended: what consoles hold of them is forgotten, and they are told. As prokura_sign_in. */
export async function takeSessionsThatRanOut(tx: Transaction): Promise<readonly (Logout & { readonly sessionId: string })[]> {
  const { rows } = await sql<Logout & { sessionId: string }>`
    with gone as (delete from console_session x using session s where s.id = x.session_id and s.ended_at is null
      and (s.expires_at <= clock_timestamp() or s.seen_at <= clock_timestamp() - interval '12 hours')
      returning x.session_id, x.console_id, x.sid, s.person_id)
    select c.id as "consoleId", g.sid, g.person_id as "personId", null as "visitId", g.session_id as "sessionId"
    from gone g join console c on c.id = g.console_id and c.removed_at is null and c.back_channel_logout_uri is not null`.execute(tx)
  return rows
}
