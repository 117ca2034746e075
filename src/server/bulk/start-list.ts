// A checked list starts, or waits for a legal representative's release; it can be held, go on, and be called off.

import { decideBulk } from '../../domain/bulk/bulk-job.ts'
import { Refusal } from '../../domain/refusal.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import type { OwnWork } from '../work.ts'
import type * as contracts from './contract.ts'
import { lockList, saveDecided } from './decided.ts'
import { enqueueChunk } from './job-store.ts'
import { actionNamed } from './put-list.ts'
import { cancelRows, countRows, settleRows } from './row-store.ts'
import { told } from './told.ts'

export async function startList(work: OwnWork, { params }: Input<typeof contracts.startList>): Promise<Answer<typeof contracts.startList>> {
  const job = await lockList(work, params.bulk)
  const demand = actionNamed(job.action)
  const decided = decideBulk(job, { kind: 'start', by: asPartner(work), demand })
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  const { going } = await countRows(work.tx, job)
  if (going === 0) throw new Refusal('nothing_changed')
  if (decided.job.state === 'prepared') {
    const prepared = await saveDecided(work, job, decided)
    record(work, { ...told(prepared), kind: 'bulk.prepared', data: { bulkId: job.id, action: job.action, rows: going } })
    return { state: 'prepared' }
  }
  const started = await saveDecided(work, job, decided, { orderedIn: work.person.sessionId, startedAt: work.now, step: job.step + 1 })
  await settleRows(work.tx, started, started.waves)
  await enqueueChunk(work.tx, started)
  const about = { bulkId: job.id, action: job.action }
  if (job.waves === null) record(work, { ...told(job), kind: 'bulk.started', data: { ...about, rows: going } })
  else record(work, { ...told(job), kind: 'campaign.started', data: { ...about, customers: going }, detail: { name: job.name ?? '' } })
  return { state: 'running' }
}

export async function cancelList(
  work: OwnWork,
  { params }: Input<typeof contracts.cancelList>,
): Promise<Answer<typeof contracts.cancelList>> {
  const job = await lockList(work, params.bulk)
  const wasStarted = job.startedAt !== null
  const cancelled = await saveDecided(work, job, decideBulk(job, { kind: 'cancel', by: asPartner(work) }), {
    ...{ finishedAt: work.now, step: job.step + 1, waitsUntil: null },
  })
  const { left, results } = await countRows(work.tx, job)
  if (wasStarted || job.state === 'prepared') {
    await cancelRows(work.tx, job)
    const sent = (results['sent'] ?? 0) + (results['done'] ?? 0)
    record(work, {
      ...told(cancelled),
      kind: 'bulk.stopped',
      data: { bulkId: job.id, action: job.action, sent, left, because: 'by_person' },
    })
  }
  return {}
}

export async function holdList(work: OwnWork, { params }: Input<typeof contracts.holdList>): Promise<Answer<typeof contracts.holdList>> {
  const job = await lockList(work, params.bulk)
  const held = await saveDecided(work, job, decideBulk(job, { kind: 'hold', by: asPartner(work) }), {
    step: job.step + 1,
    waitsUntil: null,
  })
  record(work, {
    ...told(held),
    kind: 'campaign.held',
    data: { bulkId: job.id, action: job.action, because: 'by_person' },
    detail: { name: job.name ?? '' },
  })
  return {}
}

/** In the name of whoever lets it go on: they answer for it from now on. */
export async function resumeList(
  work: OwnWork,
  { params }: Input<typeof contracts.resumeList>,
): Promise<Answer<typeof contracts.resumeList>> {
  const job = await lockList(work, params.bulk)
  const { act, needsRelease } = actionNamed(job.action)
  const by = asPartner(work)
  const mine = { startedBy: work.person.id, orderedIn: work.person.sessionId, step: job.step + 1, waitsUntil: null }
  const started = decideBulk({ ...job, state: 'ready' }, { kind: 'start', by, demand: { act, needsRelease } })
  if (started.kind === 'refused') throw new Refusal(started.code)
  if (started.job.state !== 'running') throw new Refusal('not_entitled')
  const resumed = await saveDecided(work, job, decideBulk(job, { kind: 'resume', by }), mine)
  await enqueueChunk(work.tx, resumed)
  record(work, {
    ...told(resumed),
    kind: 'campaign.resumed',
    data: { bulkId: job.id, action: job.action },
    detail: { name: job.name ?? '' },
  })
  return {}
}
