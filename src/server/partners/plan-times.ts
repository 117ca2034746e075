// What the clock does with a partnership: reminders before its end, the end itself, and the yearly review. Planned whenever a grant changes;
// what is no longer true when its time has come does nothing.
import type { PartnershipId } from '../../domain/ids.ts'
import { type Reminder, remind, reminderAt, remindersToCome } from '../../domain/partnership/ending.ts'
import { askForReview, reviewDueAt } from '../../domain/partnership/review.ts'
import type { Instant } from '../../domain/time.ts'
import { record } from '../journal/record.ts'
import { calendar } from '../partnerships/calendar.ts'
import { databaseClock } from '../partnerships/mail-reader-store.ts'
import { findPartnershipById, lockPartnership } from '../partnerships/partnership-store.ts'
import { findLooked, noteAsked } from '../partnerships/review-store.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { Transaction } from '../platform/transact.ts'
import type { Effect } from '../reaction.ts'
import type { SystemWork } from '../work.ts'

type DueReminder = Reminder & { readonly id: PartnershipId }
type DueReview = { readonly id: PartnershipId }

/** After everything that may change what ends when, or since when nobody has looked. */
export const planTimes: Effect = async ({ tx }, { partnershipId }) => {
  if (partnershipId === undefined) return
  const now = await databaseClock(tx)
  const partnership = await findPartnershipById(tx, partnershipId)
  if (!partnership?.grant || partnership.state !== 'active') return
  for (const reminder of remindersToCome(partnership.grant, now, calendar)) await enqueue(tx, remindJob({ id: partnershipId, ...reminder }))
  await planReview(tx, partnershipId, reviewDueAt(partnership, await findLooked(tx, partnership), now, calendar))
}

export async function remindOfEnding(work: SystemWork, payload: unknown): Promise<void> {
  const due = payload as DueReminder
  const partnership = await findPartnershipById(work.tx, due.id)
  if (!partnership) return
  const reminded = remind(partnership, due, work.now, calendar)
  if (reminded.kind === 'remind') record(work, reminded.event)
  if (reminded.kind === 'not_yet') await enqueue(work.tx, again(remindJob(due)))
}

export async function askForYearlyReview(work: SystemWork, payload: unknown): Promise<void> {
  const { id } = payload as DueReview
  const partnership = await lockPartnership(work.tx, id)
  if (!partnership) return
  const asked = askForReview(partnership, await findLooked(work.tx, partnership), work.now, calendar)
  if (asked.kind === 'ask') {
    await noteAsked(work.tx, partnership, work.now)
    record(work, asked.event)
  }
  if (asked.kind === 'not_yet') await planReview(work.tx, id, asked.at)
}

const remindJob = (due: DueReminder): NewJob => ({
  kind: 'remind-of-ending',
  payload: due,
  runAt: new Date(reminderAt(due, calendar)),
  uniqueKey: `remind-of-ending:${due.id}:${due.lastDay}:${due.daysBefore}`,
})

async function planReview(tx: Transaction, id: PartnershipId, at: Instant | null): Promise<void> {
  if (at === null) return
  const payload: DueReview = { id }
  await enqueue(tx, { kind: 'ask-for-review', payload, runAt: new Date(at), uniqueKey: `ask-for-review:${id}:${at}` })
}

/** The clock was set back since this job was found due: it is not done yet, so its key is taken by itself. */
function again({ kind, payload, runAt }: NewJob): NewJob {
  return { kind, payload, ...(runAt ? { runAt } : {}) }
}
