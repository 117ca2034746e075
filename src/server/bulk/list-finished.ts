// What became of a list is told to whoever started it, once: until they have seen it.
import { Refusal } from '../../domain/refusal.ts'
import { dayMs, later } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { OwnWork } from '../work.ts'
import type * as contract from './finished-contract.ts'
import { listUnseen, noteSeen } from './finished-store.ts'
import { findJob, type StoredJob } from './job-store.ts'
import { countRows } from './row-store.ts'

const newsDays = 30

export async function listFinished(
  work: OwnWork,
  _input: Input<typeof contract.listFinished>,
): Promise<Answer<typeof contract.listFinished>> {
  const of = { partnerId: work.context.organisationId, startedBy: work.person.id, since: later(work.now, -newsDays * dayMs) }
  const lists: Answer<typeof contract.listFinished>['lists'] = []
  for (const job of await listUnseen(work.tx, of)) {
    const { id, action, name, state, waves, finishedAt } = job
    const { rows, results } = await countRows(work.tx, job)
    if (!isOver(state) || finishedAt === null) continue
    const did = (results['sent'] ?? 0) + (results['done'] ?? 0)
    lists.push({ id, action, name, isCampaign: waves !== null, state, did, rows, finishedAt: new Date(finishedAt).toISOString() })
  }
  return { lists }
}

export async function seeFinished(work: OwnWork, { params }: Input<typeof contract.seeFinished>): Promise<Record<string, never>> {
  const job = await findJob(work.tx, work.context.organisationId, params.bulk)
  if (job?.startedBy !== work.person.id) throw new Refusal('not_found')
  if (isNews(work, job)) await noteSeen(work.tx, job, work.now)
  return {}
}

/** Over, started by the asking person, and not seen by them yet. */
export const isNews = ({ person }: OwnWork, { state, startedBy, seenAt }: StoredJob): boolean =>
  isOver(state) && startedBy === person.id && seenAt === null

const isOver = (state: StoredJob['state']): state is 'done' | 'stopped' => state === 'done' || state === 'stopped'
