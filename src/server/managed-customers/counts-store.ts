// How many rows the list has: by status over all of it, and how many a filter leaves.
import { sql } from 'kysely'
import type { CustomerStatus } from '../../domain/managed-customer.ts'
import type { Transaction } from '../platform/transact.ts'
import { all, type Condition, type Viewer, visible } from './customers-store.ts'

/** Beyond so many rows that a filter leaves, nobody counts on. */
export const countedUpTo = 10_000

export async function countFiltered(tx: Transaction, conditions: readonly Condition[]): Promise<{ count: number; exact: boolean }> {
  const { rows } = await sql<{ count: number }>`select count(*) as count
    from (select from managed_customer m where ${all(conditions)} limit ${countedUpTo + 1}) counted`.execute(tx)
  const count = rows[0]?.count ?? 0
  return count > countedUpTo ? { count: countedUpTo, exact: false } : { count, exact: true }
}

export type Counts = { all: number; statuses: Partial<Record<CustomerStatus, number>>; toCheck: number; toRelease: number }

/** By stored status, which one index holds; then what the clock moved meanwhile, which is little. */
export async function countStatuses(tx: Transaction, viewer: Viewer): Promise<Counts> {
  const where = all(visible(viewer))
  const { rows: stored } = await sql<{ status: CustomerStatus; count: number }>`select m.status, count(*) as count
    from managed_customer m where ${where} group by m.status`.execute(tx)
  const { rows: lapsed } = await sql<{ from: CustomerStatus; to: CustomerStatus; count: number }>`
    select m.status as "from", m.lapses_to as "to", count(*) as count
    from managed_customer m where ${where} and m.lapses_at <= ${viewer.now} group by m.status, m.lapses_to`.execute(tx)
  const { rows: marks } = await sql<{ to_check: number; to_release: number }>`select
    (select count(*) from managed_customer m where ${where} and m.to_check) as to_check,
    (select count(*) from managed_customer m where ${where} and m.release_needed) as to_release`.execute(tx)
  const statuses: Partial<Record<CustomerStatus, number>> = {}
  const add = (status: CustomerStatus, count: number) => {
    statuses[status] = (statuses[status] ?? 0) + count
  }
  for (const { status, count } of stored) add(status, count)
  for (const { from, to, count } of lapsed) {
    add(from, -count)
    add(to, count)
  }
  return {
    all: stored.reduce((sum, { count }) => sum + count, 0),
    statuses,
    toCheck: marks[0]?.to_check ?? 0,
    toRelease: marks[0]?.to_release ?? 0,
  }
}
