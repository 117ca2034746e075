// Whoever has lost a customer, however that came, is no longer in it: their visits end in the same transaction.
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import { endVisit } from '../../domain/visit.ts'
import { record } from '../journal/record.ts'
import type { AnyWork } from '../work.ts'
import { lockVisitsWithoutAccess, saveEndOfVisit } from './visits-under-way-store.ts'

/** Of these people of the partner: every visit for which there is no role and no assignment any more. To be called once these are written. */
export async function endLostVisits(work: AnyWork, partnerId: OrganisationId, people: readonly PersonId[]): Promise<void> {
  for (const { visit, customerId } of await lockVisitsWithoutAccess(work.tx, partnerId, people)) {
    const ended = endVisit(visit, 'partner', work.now)
    await saveEndOfVisit(work.tx, ended)
    record(work, {
      kind: 'visit.ended',
      readers: [customerId, partnerId],
      customerId,
      partnershipId: visit.partnershipId,
      visitId: visit.id,
      data: { personId: visit.personId, endedBy: ended.endedBy ?? 'partner' },
    })
  }
}
