// What ran out by its terms is over from that instant on; afterwards a job writes it down, with everything that ends with it.
import type { PartnershipId } from '../../domain/ids.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import type { Instant } from '../../domain/time.ts'
import { calendar } from '../partnerships/calendar.ts'
import { conclude } from '../partnerships/conclude.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { lockPartnership } from '../partnerships/partnership-store.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { AnyWork, SystemWork } from '../work.ts'

type Due = { readonly id: PartnershipId; readonly notAfter: Instant }

/** partnership.granted, .narrowed and .extended: each of them may say another end than before. */
export function planEnd(event: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'partnership.granted' && event.kind !== 'partnership.narrowed' && event.kind !== 'partnership.extended') return []
  const { partnershipId } = event
  const { notAfter } = event.data
  if (partnershipId === undefined || notAfter === null) return []
  const due: Due = { id: partnershipId, notAfter }
  return [{ ...lapseJob(due), uniqueKey: `lapse-partnership:${partnershipId}:${notAfter}` }]
}

const lapseJob = (due: Due): NewJob => ({ kind: 'lapse-partnership', payload: due, runAt: new Date(due.notAfter) })

/** The clock's command. Was the clock set back since this was found due, it is to be done again when its time has come. */
export async function lapseDuePartnership(work: SystemWork, payload: unknown): Promise<void> {
  const due = payload as Due
  if (due.notAfter > work.now) await enqueue(work.tx, lapseJob(due))
  else await lapsePartnership(work, due.id)
}

/** Nothing happens to a partnership that is not over yet, or over already. */
export async function lapsePartnership(work: AnyWork, id: PartnershipId): Promise<Instant | null> {
  const partnership = await lockPartnership(work.tx, id)
  if (!partnership) return null
  const lapsed = decidePartnership(partnership, { kind: 'lapse' }, { now: work.now, calendar, findProduct: noProducts })
  if (lapsed.kind === 'refused') return null
  await conclude(work, partnership, lapsed, 'time')
  return lapsed.partnership.endedAt
}
