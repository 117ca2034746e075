// How the house is doing, as the database knows it.
import { sql } from 'kysely'
import type { Transaction } from '../platform/transact.ts'

export async function readHead(tx: Transaction) {
  return tx
    .selectFrom('journal')
    .select(['position', 'at', 'epoch', 'chain'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

export async function readJobs(tx: Transaction) {
  const { rows } = await sql<{ due: number; due_since: Date | null; failed: number }>`
    select count(*) filter (where failed_at is null and run_at <= clock_timestamp()) as due,
      min(run_at) filter (where failed_at is null and run_at <= clock_timestamp()) as due_since,
      count(*) filter (where failed_at is not null) as failed
    from job where done_at is null`.execute(tx)
  return rows[0] ?? { due: 0, due_since: null, failed: 0 }
}

const shownFailures = 10

export async function readFailures(tx: Transaction) {
  return tx
    .selectFrom('job')
    .select(['id', 'kind', 'failed_at', 'attempts', 'last_error'])
    .where('failed_at', 'is not', null)
    .orderBy('failed_at', 'desc')
    .limit(shownFailures)
    .execute()
}

export async function readNodes(tx: Transaction) {
  return tx
    .selectFrom('node')
    .select(['name', 'kind', 'position', 'started_at', 'reported_at'])
    .where('lease_until', '>', sql<Date>`clock_timestamp()`)
    .orderBy('started_at')
    .execute()
}
