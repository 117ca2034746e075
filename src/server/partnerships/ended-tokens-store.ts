// How many tokens of product consoles ended together with visits: for whoever ended them, in the same transaction, in the customer's context.
import type { VisitId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

/** A trigger ends them with their visit; those that had run out by themselves do not count. */
export async function countEndedTokens(tx: Transaction, visits: readonly VisitId[]): Promise<number> {
  if (visits.length === 0) return 0
  const row = await tx
    .selectFrom('console_token')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('visit_id', 'in', visits)
    .where('ended_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return row.count
}
