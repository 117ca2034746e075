// Visits that were used through a console were seen, as if their person had clicked in the Manager.
import type pg from 'pg'

/** A visit that ran out stays run out. As prokura_system. */
export async function markAsSeen(pool: pg.Pool, visitIds: readonly string[]): Promise<void> {
  await pool.query(
    `update visit set seen_at = clock_timestamp()
      where id::text = any ($1) and ended_at is null and expires_at > clock_timestamp() and seen_at < clock_timestamp() - interval '20 seconds'
        and seen_at + make_interval(mins => idle_minutes) > clock_timestamp()`,
    [visitIds],
  )
}

/** The words of a search, folded as those of customers' names are. */
export async function wordsOf(pool: pg.Pool, search: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ words: string[] | null }>('select search_words($1) as words', [
    search.replaceAll('\0', '').toWellFormed(),
  ])
  return (rows[0]?.words ?? []).slice(0, 8)
}
