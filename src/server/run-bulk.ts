// The lane of bulk jobs: chunk after chunk, each one transaction in the name of whoever started the list, sealed like any command.
import { Refusal } from '../domain/refusal.ts'
import { type ChunkJob, chunkKind, lockJob, type StoredJob } from './bulk/job-store.ts'
import { actionNamed } from './bulk/put-list.ts'
import { carryOutChunk, judgeChunk, stopList } from './bulk/run-chunk.ts'
import type { House } from './house.ts'
import { sealed, workInName } from './in-name.ts'
import type { JobWork } from './platform/jobs.ts'
import { transact } from './platform/transact.ts'
import type { OwnWork } from './work.ts'

export function bulkWork(house: House): JobWork {
  return { [chunkKind]: (job) => runChunk(house, job.payload as ChunkJob) }
}

/** Done once, however often the job is tried: a chunk moves the list's step on in the transaction that does it. */
async function runChunk(house: House, { partnerId, bulkId, step }: ChunkJob): Promise<void> {
  await transact(house.pools.app, { 'app.organisation': partnerId }, async (tx) => {
    const job = await lockJob(tx, partnerId, bulkId)
    const isDue = job?.step === step && (job.state === 'checking' || job.state === 'running')
    if (!isDue) return { result: undefined, closing: undefined }
    const personId = job.state === 'running' ? job.startedBy : job.createdBy
    if (personId === null) throw new Error('a running list has a starter')
    const named = await workInName(house, tx, { organisationId: partnerId, personId, sessionId: job.orderedIn })
    await doChunk(house, named.work, job, named.isMember)
    return { result: undefined, closing: await sealed(named) }
  })
}

async function doChunk(house: House, work: OwnWork, job: StoredJob, isMember: boolean): Promise<void> {
  const failed = (failure: unknown) => house.log.error({ err: failure, bulk: job.id }, 'a row of a list failed')
  if (!isMember) return stopList(work, job, 'starter_left')
  const chunk = { job, action: actionNamed(job.action), failed }
  try {
    await (job.state === 'checking' ? judgeChunk(work, chunk) : carryOutChunk(work, chunk))
  } catch (failure) {
    if (failure instanceof Refusal) throw new Error(`a chunk was refused as a whole: ${failure.message}`, { cause: failure })
    throw failure
  }
}
