// Ends every visit of a partnership that is under way, and both sides read who ended it.
import type { PersonId } from '../../domain/ids.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { endVisit, type Visit, type VisitEnder } from '../../domain/visit.ts'
import { record } from '../journal/record.ts'
import type { AnyWork } from '../work.ts'
import { lockVisitsUnderWay, saveEndOfVisit } from './visits-under-way-store.ts'

type Parties = Pick<Partnership, 'id' | 'customerId' | 'partnerId'>

/** `of`: only those of these people; everybody's without it. Answers with the visits that were ended. */
export async function endVisits(work: AnyWork, parties: Parties, by: VisitEnder, of?: readonly PersonId[]): Promise<readonly Visit[]> {
  const underWay = await lockVisitsUnderWay(work.tx, parties.id)
  return endThese(
    work,
    parties,
    by,
    underWay.filter(({ personId }) => of === undefined || of.includes(personId)),
  )
}

/** The visits are locked. */
export async function endThese(
  work: AnyWork,
  { id, customerId, partnerId }: Parties,
  by: VisitEnder,
  visits: readonly Visit[],
): Promise<readonly Visit[]> {
  const ended = visits.map((visit) => endVisit(visit, by, work.now))
  for (const visit of ended) {
    await saveEndOfVisit(work.tx, visit)
    record(work, {
      kind: 'visit.ended',
      readers: [customerId, partnerId],
      customerId,
      partnershipId: id,
      visitId: visit.id,
      data: { personId: visit.personId, endedBy: visit.endedBy ?? by },
    })
  }
  return ended
}
