// What time and other events do to a hand-over: the next partner accepted, does not come, or the overlap is over.
import type { PartnershipId } from '../../domain/ids.ts'
import { isOver } from '../../domain/time.ts'
import { completeHandover, planHandover, write } from '../partnerships/handing-over.ts'
import { lockHandover, lockHandovers } from '../partnerships/handover-store.ts'
import { lockPartnership } from '../partnerships/partnership-store.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'

type About = { readonly partnershipId: PartnershipId }
type Due = { readonly id: string; readonly runAt: number }

/** A first grant: perhaps it is what somebody waits for in order to go. */
export function planBeginning({ partnershipId, ...event }: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'partnership.granted' || event.data.version !== 1 || partnershipId === undefined) return []
  return [{ kind: 'plan-handover', payload: { partnershipId } satisfies About, uniqueKey: `plan-handover:${partnershipId}` }]
}

/** The next partner does not come. */
export function planDropping({ partnershipId, ...event }: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'partnership.not_concluded' || partnershipId === undefined) return []
  return [{ kind: 'drop-handover', payload: { partnershipId } satisfies About, uniqueKey: `drop-handover:${partnershipId}` }]
}

export function planCompletion(event: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'handover.planned' || event.data.role !== 'from') return []
  const { handoverId: id, endsAt } = event.data
  return [{ ...completion({ id, runAt: endsAt }), uniqueKey: `complete-handover:${id}` }]
}

const completion = (due: Due): NewJob => ({ kind: 'complete-handover', payload: due, runAt: new Date(due.runAt) })

export async function planWaitingHandover(work: SystemWork, payload: unknown): Promise<void> {
  const { partnershipId } = payload as About
  const next = await lockPartnership(work.tx, partnershipId)
  if (next?.state !== 'active') return
  for (const handover of await lockHandovers(work.tx, partnershipId))
    if (handover.to === partnershipId && handover.state === 'asked') await planHandover(work, handover)
}

export async function dropHandover(work: SystemWork, payload: unknown): Promise<void> {
  const { partnershipId } = payload as About
  for (const handover of await lockHandovers(work.tx, partnershipId)) await write(work, handover, { kind: 'drop' })
}

/** Called off, ended or moved meanwhile, nothing happens; was the clock set back, it is to be done again when its time has come. */
export async function completeDueHandover(work: SystemWork, payload: unknown): Promise<void> {
  const due = payload as Due
  if (due.runAt > work.now) return enqueue(work.tx, completion(due))
  const handover = await lockHandover(work.tx, due.id)
  if (handover?.state === 'planned' && isOver(handover.endsAt, work.now)) await completeHandover(work, handover, { kind: 'complete' })
}
