// Once the successor agreed, each customer of the partner that goes is asked, some at a time; what nobody answered in time lapses, and stays as it is.
import { asId, type PartnershipId, type SuccessionId, type SuccessionQuestionId } from '../../domain/ids.ts'
import { askAboutSuccession, decideQuestion } from '../../domain/partnership/decide-succession.ts'
import type { SuccessionQuestion } from '../../domain/partnership/succession.ts'
import { record } from '../journal/record.ts'
import { insertQuestion, lockSuccession, lockUnanswered, nameOf, saveQuestion } from '../partnerships/succession-store.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import { newId, type SystemWork } from '../work.ts'
import { listToAsk } from './store.ts'

type Asking = { readonly successionId: SuccessionId; readonly after: PartnershipId | null }
type Lapsing = { readonly successionId: SuccessionId; readonly until: number }

const atATime = 50

/** succession.agreed */
export function planAsking(event: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'succession.agreed') return []
  const { successionId, expiresAt } = event.data
  return [
    { kind: 'ask-customers', payload: { successionId, after: null } satisfies Asking, uniqueKey: `ask-customers:${successionId}` },
    { ...lapsing({ successionId, until: expiresAt }), uniqueKey: `lapse-succession:${successionId}` },
  ]
}

const lapsing = (due: Lapsing): NewJob => ({ kind: 'lapse-succession', payload: due, runAt: new Date(due.until) })

export async function askCustomersOf(work: SystemWork, payload: unknown): Promise<void> {
  const { successionId, after } = payload as Asking
  const succession = await lockSuccession(work.tx, successionId)
  if (succession?.state !== 'agreed' || succession.until === null || succession.answeredBy === null) return
  const { until, predecessorId: partnerId, successorId, namedBy, answeredBy } = succession
  const successorName = await nameOf(work.tx, successorId)
  const toAsk = await listToAsk(work.tx, { successionId, partnerId, successorId, after, limit: atATime })
  for (const { id, customerId } of toAsk) {
    const question: SuccessionQuestion = {
      ...{ id: newId<SuccessionQuestionId>(), successionId, state: 'asked', customerId, partnershipId: id, partnerId, successorId },
      ...{ successorName, askers: [namedBy, answeredBy], until, answeredBy: null, answeredAt: null, toPartnershipId: null },
    }
    await insertQuestion(work.tx, question, work.now)
    record(work, askAboutSuccession(question))
  }
  const last = toAsk.at(-1)
  if (last === undefined) return
  await enqueue(work.tx, { kind: 'ask-customers', payload: { successionId, after: asId<PartnershipId>(last.id) } satisfies Asking })
}

/** Was the clock set back, it is to be done again when its time has come. */
export async function lapseSuccession(work: SystemWork, payload: unknown): Promise<void> {
  const due = payload as Lapsing
  if (due.until > work.now) return enqueue(work.tx, lapsing(due))
  const unanswered = await lockUnanswered(work.tx, due.successionId, atATime)
  for (const question of unanswered) {
    const decided = decideQuestion(question, { kind: 'lapse' }, work.now)
    if (decided.kind === 'refused') continue
    await saveQuestion(work.tx, decided.question)
    for (const event of decided.events) record(work, event)
  }
  if (unanswered.length === atATime) await enqueue(work.tx, lapsing(due))
}
