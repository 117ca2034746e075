// A part of a transaction that may fail without the rest: what it wrote is undone, and the transaction goes on.
import { sql } from 'kysely'
import type { Transaction } from './transact.ts'

export type Attempted<T, F> = { readonly kind: 'done'; readonly result: T } | { readonly kind: 'failed'; readonly failure: F }

/** Failures that `isExpected` does not name end the transaction as ever. */
export async function attempt<T, F>(
  tx: Transaction,
  work: () => Promise<T>,
  isExpected: (failure: unknown) => failure is F,
): Promise<Attempted<T, F>> {
  await sql`savepoint attempt`.execute(tx)
  try {
    const result = await work()
    await sql`release savepoint attempt`.execute(tx)
    return { kind: 'done', result }
  } catch (failure) {
    if (!isExpected(failure)) throw failure
    await sql`rollback to savepoint attempt`.execute(tx)
    await sql`release savepoint attempt`.execute(tx)
    return { kind: 'failed', failure }
  }
}
