// How far lists have come, row by row if wanted, with every explanation in the words of whoever reads it.

import type { BulkState } from '../../domain/bulk/bulk-job.ts'
import type { PersonId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import { textsFor } from '../../locales/server-texts.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { namesOf } from '../partnerships/names-store.ts'
import type { OwnWork } from '../work.ts'
import { answersOf, countAnswers } from './answers-store.ts'
import type * as contracts from './contract.ts'
import { explain } from './explain.ts'
import { findJob, listJobs, type StoredJob } from './job-store.ts'
import { isNews } from './list-finished.ts'
import { actionNamed } from './put-list.ts'
import { countRows, listRows } from './row-store.ts'

export async function getList(work: OwnWork, { params }: Input<typeof contracts.getList>): Promise<Answer<typeof contracts.getList>> {
  const job = await requireList(work, params.bulk)
  // What a running list asks is hardly answered yet, and counted by everybody who watches it.
  const asks = job.startedAt !== null && (job.waves !== null || (actionNamed(job.action).needsRelease && job.state !== 'running'))
  return {
    ...(await toList(work, job, await namesOf(work.tx, peopleOf([job])))),
    chosen: job.chosen as Record<string, unknown>,
    isNews: isNews(work, job),
    answers: asks ? { ...(await countAnswers(work.tx, job)) } : null,
  }
}

export async function listLists(work: OwnWork, { query }: Input<typeof contracts.listLists>): Promise<Answer<typeof contracts.listLists>> {
  const jobs = await listJobs(work.tx, work.context.organisationId, work.person.id, query.campaigns === 'true')
  const names = await namesOf(work.tx, peopleOf(jobs))
  const lists = []
  for (const job of jobs) lists.push(await toList(work, job, names))
  return { lists }
}

export async function getListRows(
  work: OwnWork,
  { params, query }: Input<typeof contracts.getListRows>,
): Promise<Answer<typeof contracts.getListRows>> {
  const job = await requireList(work, params.bulk)
  const rows = await listRows(work.tx, job, query)
  const answers = await answersOf(work.tx, job, rows)
  const words = textsFor(work.person.language)
  return {
    rows: rows.map((row) => ({
      ...{ position: row.position, name: row.name, managedCustomerId: row.managedCustomerId, wave: row.wave },
      ...{ cells: row.input as Record<string, string>, verdict: row.verdict, result: row.result, because: row.because },
      explanation: explain(row, words),
      answer: answers.get(row.position) ?? null,
    })),
    next: rows.length === query.limit ? (rows.at(-1)?.position ?? null) : null,
  }
}

export async function requireList(work: OwnWork, id: string): Promise<StoredJob> {
  const job = await findJob(work.tx, work.context.organisationId, id)
  if (!job) throw new Refusal('not_found')
  return job
}

const peopleOf = (jobs: readonly StoredJob[]): readonly PersonId[] =>
  jobs.flatMap(({ createdBy, startedBy }) => (startedBy === null ? [createdBy] : [createdBy, startedBy]))

async function toList(work: OwnWork, job: StoredJob, names: ReadonlyMap<string, string>) {
  const counts = await countRows(work.tx, job)
  const named = (id: PersonId) => ({ id, name: names.get(id) ?? '' })
  const time = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  return {
    ...{ id: job.id, action: job.action, name: job.name, state: job.state, reason: job.reason, waves: job.waves, wave: job.wave },
    ...{ createdBy: named(job.createdBy), startedBy: job.startedBy === null ? null : named(job.startedBy) },
    ...{ createdAt: new Date(job.createdAt).toISOString(), startedAt: time(job.startedAt), finishedAt: time(job.finishedAt) },
    ...{ waitsUntil: time(job.waitsUntil), ...counts },
    may: mayNow(work, job, counts),
  }
}

type May = contracts.List['may'][number]

const open: readonly BulkState[] = ['draft', 'checking', 'ready', 'prepared', 'running', 'held']
const over: readonly BulkState[] = ['done', 'stopped', 'cancelled']

function mayNow(work: OwnWork, job: StoredJob, { going, results }: { going: number; results: Record<string, number> }): May[] {
  const action = actionNamed(job.action)
  const actor = asPartner(work)
  const mayAct = mayDo(action.act, actor)
  const mayRun = mayAct && (!action.needsRelease || mayDo('release', actor))
  const mayStart = (job.state === 'ready' && mayAct) || (job.state === 'prepared' && mayRun)
  const did = (results['sent'] ?? 0) + (results['done'] ?? 0) > 0
  return [
    ...(mayAct && ['draft', 'ready'].includes(job.state) ? ['check' as const] : []),
    ...(mayStart && going > 0 ? ['start' as const] : []),
    ...(mayAct && open.includes(job.state) ? ['cancel' as const] : []),
    ...(mayAct && job.state === 'running' ? ['hold' as const] : []),
    ...(mayRun && job.state === 'held' ? ['resume' as const] : []),
    ...(mayAct && action.undoneBy !== undefined && over.includes(job.state) && did ? ['undo' as const] : []),
  ]
}
