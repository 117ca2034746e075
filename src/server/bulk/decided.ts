// What every command on a list begins and ends with: its row locked, and the decision of the domain written.
import type { BulkDecided } from '../../domain/bulk/bulk-job.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { OwnWork } from '../work.ts'
import { lockJob, type StoredJob, saveJob } from './job-store.ts'

export async function lockList(work: OwnWork, id: string): Promise<StoredJob> {
  const job = await lockJob(work.tx, work.context.organisationId, id)
  if (!job) throw new Refusal('not_found')
  return job
}

export async function saveDecided(
  work: Pick<OwnWork, 'tx'>,
  job: StoredJob,
  decided: BulkDecided,
  more: Partial<StoredJob> = {},
): Promise<StoredJob> {
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  const saved = { ...job, ...decided.job, ...more }
  await saveJob(work.tx, saved)
  return saved
}
