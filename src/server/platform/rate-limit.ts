// How often something may be tried, counted in the database so that it holds on all nodes together. A sliding window: the previous
// window counts with the share of it that is still inside. Keys are hashed: the table holds no personal data.
import type pg from 'pg'
import { hashToken } from './secrets.ts'

export type RateLimit = { readonly limit: number; readonly windowMs: number }

export type Attempt = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number }

/** Counts this attempt and says whether it is one too many. In a transaction of its own, so that a refusal does not undo the count. */
export async function countAttempt(pool: pg.Pool, key: string, { limit, windowMs }: RateLimit): Promise<Attempt> {
  const { rows } = await pool.query<{ count: number; earlier: number; passed_ms: number }>(
    `with moment as (select now() as at, date_bin(make_interval(secs => $2::float8 / 1000), now(), timestamptz '2000-01-01Z') as start),
       counted as (
         insert into rate_limit (key, window_start, count) select $1, start, 1 from moment
         on conflict (key, window_start) do update set count = rate_limit.count + 1 returning count)
     select counted.count, extract(epoch from moment.at - moment.start)::float8 * 1000 as passed_ms,
       coalesce((select r.count from rate_limit r where r.key = $1 and r.window_start = moment.start - make_interval(secs => $2::float8 / 1000)), 0) as earlier
     from counted, moment`,
    [hashToken(key).toString('base64url'), windowMs],
  )
  const counted = rows[0]
  if (counted === undefined) throw new Error('the attempt was not counted')
  const weighted = counted.count + counted.earlier * (1 - counted.passed_ms / windowMs)
  if (weighted <= limit) return { allowed: true }
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((windowMs - counted.passed_ms) / 1000)) }
}

/** Who proved to be the right one starts anew. */
export async function forgetAttempts(pool: pg.Pool, key: string): Promise<void> {
  await pool.query('delete from rate_limit where key = $1', [hashToken(key).toString('base64url')])
}

export async function forgetOldAttempts(pool: pg.Pool, olderThanMs: number): Promise<void> {
  await pool.query('delete from rate_limit where window_start < now() - make_interval(secs => $1::float8 / 1000)', [olderThanMs])
}
