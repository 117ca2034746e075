// Numbers of the partner's overview, each by the very conditions the list filters with.
import { sql } from 'kysely'
import type { Transaction } from '../platform/transact.ts'
import { conditionsOf } from './conditions-store.ts'
import { type CustomerFilter, visitedFilters } from './contract.ts'
import { all, type Viewer } from './customers-store.ts'

type Filter = Parameters<typeof conditionsOf>[1]

export async function countEnding(
  tx: Transaction,
  viewer: Viewer,
  weeks: readonly { readonly from: string; readonly to: string }[],
): Promise<readonly number[]> {
  return countEach(
    tx,
    viewer,
    weeks.map(({ from, to }) => ({ endsFrom: from, endsTo: to })),
  )
}

export async function countVisited(tx: Transaction, viewer: Viewer): Promise<Record<NonNullable<CustomerFilter['visited']>, number>> {
  const [week = 0, month = 0, quarter = 0, older = 0, never = 0] = await countEach(
    tx,
    viewer,
    visitedFilters.map((visited) => ({ status: ['active'], visited })),
  )
  return { week, month, quarter, older, never }
}

/** All in one question; each is a range of an index. */
async function countEach(tx: Transaction, viewer: Viewer, filters: readonly Filter[]): Promise<readonly number[]> {
  const counts = filters.map((filter) => sql`(select count(*)::int from managed_customer m where ${all(conditionsOf(viewer, filter, []))})`)
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(tx)
  return rows[0]?.counts ?? []
}
