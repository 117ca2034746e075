// A partner is another legal person from now on: the doors of everything that the one before was granted close at once, and for all together.
import { record } from '../journal/record.ts'
import type { AnyWork } from '../work.ts'
import { closeAll, type GrantedBefore } from './granted-before-store.ts'

/** In the transaction of the operator's decision, and again afterwards for what came about at the same moment. Answers with how many were open. */
export async function closeGrantedBefore(work: AnyWork, before: GrantedBefore): Promise<number> {
  const closed = await closeAll(work.tx, before, work.now)
  for (const { id, customerId } of closed) {
    const about = { readers: [customerId, before.partnerId], customerId, partnershipId: id }
    record(work, { ...about, kind: 'partnership.suspended', data: { by: 'operator' } })
  }
  return closed.length
}
