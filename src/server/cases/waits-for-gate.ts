// What would open a partnership while the gate at its partner is closed is done once that gate opens.
import type { PartnershipId } from '../../domain/ids.ts'
import { hourMs } from '../../domain/time.ts'
import { lockGate } from '../partnerships/closed-partner-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { SystemWork } from '../work.ts'

/** The gate is locked before the partnership, as by whoever opens it, so that it does not open unseen. */
export async function waitsForGate({ tx, now }: SystemWork, id: PartnershipId, { kind, payload }: NewJob): Promise<boolean> {
  const found = await findPartnershipById(tx, id)
  if (!found || found.partnerClosedAt === null || !(await lockGate(tx, found.partnerId)).isClosed) return false
  await enqueue(tx, { kind, payload: { ...payload, waitsFor: found.partnerId }, runAt: new Date(now + hourMs) })
  return true
}
