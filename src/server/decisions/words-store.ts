// What is typed in a search, as the words that customers are found by.
import type pg from 'pg'

/** The words of a search, folded as those of customers' names are. */
export async function wordsOf(pool: pg.Pool, search: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ words: string[] | null }>('select search_words($1) as words', [
    search.replaceAll('\0', '').toWellFormed(),
  ])
  return (rows[0]?.words ?? []).slice(0, 8)
}
