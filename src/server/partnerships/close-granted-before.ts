// A partner is another legal person from now on: of what the one before was granted, the doors that are still open by themselves are closed.
import { record } from '../journal/record.ts'
import type { SystemWork } from '../work.ts'
import { closeSome, type GrantedBefore } from './granted-before-store.ts'

/** At most so many; answers with how many were open. */
export async function closeGrantedBefore(work: SystemWork, before: GrantedBefore, most: number): Promise<number> {
  const closed = await closeSome(work.tx, before, { now: work.now, most })
  for (const { id, customerId } of closed) {
    const about = { readers: [customerId, before.partnerId], customerId, partnershipId: id }
    record(work, { ...about, kind: 'partnership.suspended', data: { by: 'operator' } })
  }
  return closed.length
}
