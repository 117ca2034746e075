// Seven and two days before their time is over, customers who have not answered yet are reminded, some at a time.
import type { SuccessionId } from '../../domain/ids.ts'
import { remindOfSuccession } from '../../domain/partnership/decide-succession.ts'
import { stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { remindDaysBefore } from '../../domain/partnership/succession.ts'
import { dayMs, type Instant, later } from '../../domain/time.ts'
import { record } from '../journal/record.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { lockQuestion } from '../partnerships/succession-store.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'
import { listToRemind } from './store.ts'

type Reminding = { readonly successionId: SuccessionId; readonly until: Instant; readonly daysLeft: number; readonly after: string | null }

const atATime = 50

/** succession.agreed */
export function planReminding(event: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'succession.agreed') return []
  const { successionId, expiresAt: until } = event.data
  return remindDaysBefore.map((daysLeft) => ({
    ...reminding({ successionId, until, daysLeft, after: null }),
    uniqueKey: `remind-of-succession:${successionId}:${daysLeft}`,
  }))
}

const dueAt = ({ until, daysLeft }: Reminding) => later(until, -daysLeft * dayMs)
const reminding = (due: Reminding): NewJob => ({ kind: 'remind-of-succession', payload: due, runAt: new Date(dueAt(due)) })

/** Was the clock set back, it is to be done again when its time has come. */
export async function remindOfSuccessions(work: SystemWork, payload: unknown): Promise<void> {
  const due = payload as Reminding
  if (dueAt(due) > work.now) return enqueue(work.tx, reminding(due))
  const unanswered = await listToRemind(work.tx, due.successionId, { after: due.after, limit: atATime })
  for (const id of unanswered) {
    const question = await lockQuestion(work.tx, id)
    const partnership = await findPartnershipById(work.tx, id)
    const isLiving = partnership && stateOfPartnership(partnership, work.now) === 'active'
    const isThis = question?.successionId === due.successionId
    const event = isThis && isLiving ? remindOfSuccession(question, due.daysLeft, work.now) : null
    if (event) record(work, event)
  }
  const last = unanswered.at(-1)
  if (last !== undefined && unanswered.length === atATime) await enqueue(work.tx, reminding({ ...due, after: last }))
}
