// What follows from a transaction: a job is written in it, so both commit or neither, and is done at least once afterwards, by any node.
// A job that fails is tried again later, with growing pauses; after the last attempt it stays in the table with its error.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type pg from 'pg'
import { v7 as newId } from 'uuid'
import type { DB } from './tables.ts'

export type NewJob = {
  readonly kind: string
  readonly payload: object
  /** Not before this moment; at once by default. */
  readonly runAt?: Date
  /** A second job with the same key is not written, even after the first one is done. */
  readonly uniqueKey?: string
}

export type Job = {
  readonly id: string
  readonly kind: string
  readonly payload: unknown
  /** 1 for the first. */
  readonly attempt: number
  readonly lastAttempt: boolean
}

/** What to do for each kind of job. Whoever throws is asked again; whoever throws GiveUp is not. */
export type JobWork = Readonly<Record<string, (job: Job) => Promise<void>>>

export class GiveUp extends Error {}

export type JobOptions = {
  readonly attempts?: number
  readonly pollMs?: number
  readonly retryAfterMs?: (attempt: number) => number
  readonly finished?: (job: Job, outcome: 'done' | 'later' | 'failed', failure?: unknown) => void
  readonly lost?: (failure: Error) => void
}

const batch = 20
export const leaseMs = 30_000
const keepDoneDays = 14
export const channel = 'job'

/** To be called in the transaction of the cause. Wakes the runners when it commits. */
export function enqueue(tx: Kysely<DB>, job: NewJob): Promise<void> {
  return enqueueAll(tx, [job])
}

/** All in one statement: what follows from thousands of events is not written one by one. */
export async function enqueueAll(tx: Kysely<DB>, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return
  const rows = jobs.map(({ kind, payload, uniqueKey, runAt }) => ({ id: newId(), kind, payload, unique_key: uniqueKey, run_at: runAt }))
  await sql`with written as (
      insert into job (id, kind, payload, unique_key, run_at)
      select id, kind, payload, unique_key, coalesce(run_at, clock_timestamp())
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, payload jsonb, unique_key text, run_at timestamptz)
      on conflict do nothing)
    select pg_notify(${channel}, '')`.execute(tx)
}

/** What waits for this, as its payload says in `waitsFor`, is due now. In the transaction that ends the waiting. */
export async function wakeWaiting(tx: Kysely<DB>, waitsFor: string): Promise<void> {
  await sql`with woken as (
      update job set run_at = clock_timestamp() where done_at is null and failed_at is null and payload->>'waitsFor' = ${waitsFor})
    select pg_notify(${channel}, '')`.execute(tx)
}

/** Does everything that is due now, and what becomes due meanwhile. Answers with how many jobs it ran. */
export async function runDueJobs(pool: pg.Pool, work: JobWork, options: JobOptions = {}): Promise<number> {
  let total = 0
  for (;;) {
    const ran = await runBatch(pool, work, options)
    if (ran === 0) return total
    total += ran
  }
}

export async function forgetDoneJobs(pool: pg.Pool): Promise<void> {
  await pool.query(`delete from job where done_at < now() - make_interval(days => ${keepDoneDays})`)
}

async function runBatch(pool: pg.Pool, work: JobWork, options: JobOptions): Promise<number> {
  const jobs = await claim(pool, { kinds: Object.keys(work), attempts: options.attempts ?? 8, most: batch })
  if (jobs.length === 0) return 0
  const waiting = new Set(jobs.map(({ id }) => id))
  const renewal = setInterval(() => void keepLeases(pool, [...waiting]).catch(() => {}), leaseMs / 3)
  try {
    await Promise.all(jobs.map((job) => runJob(pool, job, work, options).finally(() => waiting.delete(job.id))))
  } finally {
    clearInterval(renewal)
  }
  return jobs.length
}

export async function keepLeases(pool: pg.Pool, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await pool.query(`update job set locked_until = now() + interval '${leaseMs} ms' where id = any($1)`, [ids])
}

export type Claim = { readonly kinds: readonly string[]; readonly attempts: number; readonly most: number; readonly lane?: string }

/** A job whose node died is claimed again when its lease is over. */
export async function claim(pool: pg.Pool, { kinds, attempts, most, lane }: Claim): Promise<readonly Job[]> {
  const { rows } = await pool.query<{ id: string; kind: string; payload: unknown; attempt: number }>(
    `with due as materialized (
       select id from job
       where done_at is null and failed_at is null and run_at <= now() and (locked_until is null or locked_until < now()) and kind = any($1)
         ${lane === undefined ? '' : 'and lane = $3'}
       order by run_at limit $2 for update skip locked)
     update job set attempts = job.attempts + 1, locked_until = now() + interval '${leaseMs} ms'
     from due where job.id = due.id
     returning job.id, job.kind, job.payload, job.attempts as attempt`,
    lane === undefined ? [kinds, most] : [kinds, most, lane],
  )
  return rows.map((row) => ({ ...row, lastAttempt: row.attempt >= attempts }))
}

export async function runJob(pool: pg.Pool, job: Job, work: JobWork, options: JobOptions): Promise<void> {
  try {
    await work[job.kind]?.(job)
    // That it was done is remembered, and not with what: that may be personal.
    await pool.query("update job set done_at = now(), locked_until = null, last_error = null, payload = '{}' where id = $1", [job.id])
    options.finished?.(job, 'done')
  } catch (failure) {
    const over = job.lastAttempt || failure instanceof GiveUp
    await putOff(pool, job, failure, over ? undefined : (options.retryAfterMs ?? growingPause)(job.attempt))
    options.finished?.(job, over ? 'failed' : 'later', failure)
  }
}

/** The attempt in the condition: whoever lost the lease meanwhile has no say any more. */
async function putOff(pool: pg.Pool, job: Job, failure: unknown, pauseMs: number | undefined): Promise<void> {
  const message = failure instanceof Error ? failure.message : String(failure)
  await pool.query(
    `update job set last_error = left($3, 2000), locked_until = null,
       failed_at = case when $4::float8 is null then now() end,
       run_at = case when $4::float8 is null then run_at else now() + make_interval(secs => $4::float8 / 1000) end
     where id = $1 and attempts = $2 and done_at is null`,
    [job.id, job.attempt, message, pauseMs ?? null],
  )
}

/** 5 s, 15 s, 45 s … at most an hour, and a little chance so that not all come back together. */
const growingPause = (attempt: number) => Math.min(5_000 * 3 ** (attempt - 1), 3_600_000) * (0.9 + Math.random() * 0.2)
