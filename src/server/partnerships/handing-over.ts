// A hand-over goes on: planned when the next partner has access, carried out when the overlap is over, with a receipt for the customer.
import { decideHandover, type HandoverCommand } from '../../domain/partnership/decide-handover.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import type { Handover } from '../../domain/partnership/handover.ts'
import { Refusal } from '../../domain/refusal.ts'
import { record } from '../journal/record.ts'
import type { AnyWork } from '../work.ts'
import { calendar } from './calendar.ts'
import { type Concluded, conclude } from './conclude.ts'
import { saveHandover } from './handover-store.ts'
import { openReceipt } from './open-receipt.ts'
import { noProducts } from './organisation-store.ts'
import { lockPartnership } from './partnership-store.ts'

/** From here the overlap counts; without one the first partnership ends at once. In the customer's context, or as prokura_system. */
export async function planHandover(work: AnyWork, handover: Handover): Promise<Handover> {
  const endsAt = handover.overlapDays === 0 ? work.now : calendar.plusDays(work.now, handover.overlapDays)
  const planned = await write(work, handover, { kind: 'plan', endsAt })
  if (handover.overlapDays > 0) return planned
  await completeHandover(work, planned, { kind: 'complete' })
  return { ...planned, state: 'done' }
}

/** The first partnership ends, in the name of whoever decided it. */
export async function completeHandover(
  work: AnyWork,
  handover: Handover,
  command: Extract<HandoverCommand, { kind: 'complete' | 'end_now' }>,
): Promise<Concluded & { readonly receipt: Awaited<ReturnType<typeof openReceipt>> }> {
  const from = await lockPartnership(work.tx, handover.from)
  if (!from) throw new Refusal('not_found')
  await write(work, handover, command)
  const by = { personId: handover.by, side: 'customer', role: 'legal_representative' } as const
  const ended = decidePartnership(from, { kind: 'end', by, reason: null }, { now: work.now, calendar, findProduct: noProducts })
  const concluded = await conclude(work, from, ended, 'customer')
  return { ...concluded, receipt: await openReceipt(work, from, { by: handover.by, handedBack: concluded.handedBack }) }
}

export async function write(work: AnyWork, handover: Handover, command: HandoverCommand): Promise<Handover> {
  const decided = decideHandover(handover, command, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  await saveHandover(work.tx, decided.handover)
  for (const event of decided.events) record(work, event)
  return decided.handover
}
