// The row-level context inside a transaction: whose rows it sees.
import { sql } from 'kysely'
import type { Transaction } from '../platform/transact.ts'

/** Does `work` with the rows of another tenant, then returns to the one before. Only after the domain has said that it may be. */
export async function asTenant<T>(tx: Transaction, tenantId: string, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ before: string }>`select coalesce(current_setting('app.organisation', true), '') as before`.execute(tx)
  await sql`select set_config('app.organisation', ${tenantId}, true)`.execute(tx)
  const result = await work()
  await sql`select set_config('app.organisation', ${rows[0]?.before ?? ''}, true)`.execute(tx)
  return result
}
