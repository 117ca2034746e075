// Visits end by the clock at every question; this writes it down afterwards, so that both sides can read it.
import { endVisit, isVisitOver } from '../../domain/visit.ts'
import { record } from '../journal/record.ts'
import type { SystemWork } from '../work.ts'
import { listOverdueVisits, saveVisitEnd } from './visit-store.ts'

export async function endOverdueVisits(work: SystemWork): Promise<void> {
  const overdue = await listOverdueVisits(work.tx, new Date(work.now))
  for (const { visit, customerId, partnerId } of overdue.filter(({ visit }) => isVisitOver(visit, work.now))) {
    await saveVisitEnd(work.tx, endVisit(visit, 'time', work.now))
    record(work, {
      kind: 'visit.ended',
      readers: [customerId, partnerId],
      customerId,
      partnershipId: visit.partnershipId,
      visitId: visit.id,
      data: { personId: visit.personId, endedBy: 'time' },
    })
  }
}
