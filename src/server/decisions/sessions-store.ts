// Sessions by the names under which consoles know them.
import type pg from 'pg'

/** The session behind each name (`sid` of an ID token) that this console was given; none for a name that is another's, or not any more. */
export type SessionsOf = (consoleId: string, sids: readonly string[]) => Promise<ReadonlyMap<string, string>>

export const sessionsOf =
  (pool: pg.Pool): SessionsOf =>
  async (consoleId, sids) => {
    const { rows } = await pool.query<{ sid: string; session_id: string }>(
      'select sid, session_id from console_session where console_id = $1 and sid = any($2::text[])',
      [consoleId, sids.map((sid) => sid.replaceAll('\0', '').toWellFormed())],
    )
    return new Map(rows.map(({ sid, session_id }) => [sid, session_id]))
  }
