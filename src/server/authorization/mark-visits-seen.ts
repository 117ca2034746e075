// Visits that were used through a console were seen, as if their person had clicked in the Manager.
import type pg from 'pg'

export type Seen = { readonly visitId: string; readonly consoleId: string }

/**
 * A visit that ran out stays run out, and a console in which its session never signed in keeps none from running out: nobody is at work there.
 * As prokura_system.
 */
export async function markAsSeen(pool: pg.Pool, seen: readonly Seen[]): Promise<void> {
  await pool.query(
    `update visit v set seen_at = clock_timestamp()
      from unnest($1::uuid[], $2::uuid[]) as said (visit_id, console_id)
      where v.id = said.visit_id and exists (select from console_session x where x.session_id = v.session_id and x.console_id = said.console_id)
        and v.ended_at is null and v.expires_at > clock_timestamp() and v.seen_at < clock_timestamp() - interval '20 seconds'
        and v.seen_at + make_interval(mins => v.idle_minutes) > clock_timestamp()`,
    [seen.map(({ visitId }) => visitId), seen.map(({ consoleId }) => consoleId)],
  )
}
