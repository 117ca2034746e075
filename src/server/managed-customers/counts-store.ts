// How many rows the list has: by status over all of it, and how many a filter leaves.
import { sql } from 'kysely'
import type { CustomerStatus } from '../../domain/managed-customer.ts'
import type { Transaction } from '../platform/transact.ts'
import { all, type Condition, statusStored, type Viewer, visible } from './customers-store.ts'

export async function countRows(tx: Transaction, conditions: readonly Condition[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from managed_customer m where ${all(conditions)}`.execute(tx)
  return rows[0]?.count ?? 0
}

export type Counts = { all: number; statuses: Partial<Record<CustomerStatus, number>>; toCheck: number; toRelease: number }

/** What the clock moved meanwhile is where it is now, whatever is stored. One index holds all of it. */
export async function countStatuses(tx: Transaction, viewer: Viewer): Promise<Counts> {
  const { rows } = await sql<{ status: CustomerStatus; all: number; to_check: number; to_release: number }>`
    select case when m.lapses_at <= ${viewer.now} then m.lapses_to else ${statusStored(viewer)} end as status, count(*) as all,
      count(*) filter (where m.to_check) as to_check, count(*) filter (where m.release_needed) as to_release
    from managed_customer m where ${all(visible(viewer))} group by 1`.execute(tx)
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    all: sum((row) => row.all),
    statuses: Object.fromEntries(rows.map((row) => [row.status, row.all])),
    toCheck: sum((row) => row.to_check),
    toRelease: sum((row) => row.to_release),
  }
}
