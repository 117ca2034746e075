// The visits of a partnership that nobody has ended yet: ended all at once when access stops.
import type { PartnershipId } from '../../domain/ids.ts'
import type { Visit } from '../../domain/visit.ts'
import { toVisit } from '../authorization/load-facts.ts'
import type { Transaction } from '../platform/transact.ts'

export async function lockVisitsUnderWay(tx: Transaction, partnershipId: PartnershipId): Promise<readonly Visit[]> {
  const rows = await tx
    .selectFrom('visit')
    .selectAll()
    .where('partnership_id', '=', partnershipId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map(toVisit)
}

export async function saveEndOfVisit(tx: Transaction, visit: Visit): Promise<void> {
  await tx
    .updateTable('visit')
    .set({ ended_at: visit.endedAt === null ? null : new Date(visit.endedAt), ended_by: visit.endedBy })
    .where('id', '=', visit.id)
    .execute()
}
