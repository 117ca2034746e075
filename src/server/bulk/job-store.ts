// The rows of bulk jobs: made, locked, moved on by one chunk at a time, and listed.
import { type SqlBool, sql } from 'kysely'
import type { BulkJob, BulkReason, BulkState } from '../../domain/bulk/bulk-job.ts'
import { asId, type BulkId, type OrganisationId, type PersonId, type SessionId } from '../../domain/ids.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Transaction } from '../platform/transact.ts'
import type { Waves } from './contract.ts'

export type StoredJob = BulkJob & {
  readonly partnerId: OrganisationId
  readonly action: string
  readonly name: string | null
  readonly chosen: unknown
  readonly waves: Waves | null
  readonly wave: number
  readonly createdAt: Instant
  /** The session in which it was ordered last. */
  readonly orderedIn: SessionId
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly waitsUntil: Instant | null
  /** When whoever started it saw what became of it. */
  readonly seenAt: Instant | null
  readonly step: number
  readonly undoes: BulkId | null
}

export async function insertJob(
  tx: Transaction,
  job: Pick<StoredJob, 'id' | 'partnerId' | 'action' | 'name' | 'chosen' | 'waves' | 'createdBy' | 'createdAt' | 'orderedIn' | 'undoes'>,
): Promise<void> {
  await tx
    .insertInto('bulk_job')
    .values({
      ...{ id: job.id, partner_id: job.partnerId, action: job.action, state: 'draft', name: job.name, undoes: job.undoes },
      ...{ settings: JSON.stringify(job.chosen), waves: job.waves === null ? null : JSON.stringify(job.waves) },
      ...{ created_by: job.createdBy, created_at: new Date(job.createdAt), ordered_in: job.orderedIn },
    })
    .execute()
}

export async function lockJob(tx: Transaction, partnerId: OrganisationId, id: string): Promise<StoredJob | undefined> {
  const row = await ofPartner(tx, partnerId).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toJob(row)
}

export async function findJob(tx: Transaction, partnerId: OrganisationId, id: string): Promise<StoredJob | undefined> {
  const row = await ofPartner(tx, partnerId).where('id', '=', id).executeTakeFirst()
  return row && toJob(row)
}

/** The newest first; drafts only for whoever made them. */
export async function listJobs(
  tx: Transaction,
  partnerId: OrganisationId,
  personId: PersonId,
  campaigns: boolean,
): Promise<readonly StoredJob[]> {
  const rows = await ofPartner(tx, partnerId)
    .where((where) => where.or([where('state', 'not in', ['draft', 'checking', 'ready', 'cancelled']), where('created_by', '=', personId)]))
    .where('waves', campaigns ? 'is not' : 'is', null)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(toJob)
}

export async function saveJob(tx: Transaction, job: StoredJob): Promise<void> {
  await tx
    .updateTable('bulk_job')
    .set({
      ...{ state: job.state, settings: JSON.stringify(job.chosen), wave: job.wave, reason: job.reason, step: job.step },
      waves: job.waves === null ? null : JSON.stringify(job.waves),
      ...{ started_by: job.startedBy, ordered_in: job.orderedIn, started_at: date(job.startedAt), finished_at: date(job.finishedAt) },
      waits_until: date(job.waitsUntil),
    })
    .where('partner_id', '=', job.partnerId)
    .where('id', '=', job.id)
    .execute()
}

export type ChunkJob = { readonly partnerId: OrganisationId; readonly bulkId: BulkId; readonly step: number }
export const chunkKind = 'run-bulk'

/** The next chunk, in the transaction of the one before: both are there, or neither. */
export async function enqueueChunk(tx: Transaction, { partnerId, id, step, waitsUntil }: StoredJob): Promise<void> {
  const payload: ChunkJob = { partnerId, bulkId: id, step }
  await enqueue(tx, {
    ...{ kind: chunkKind, payload, uniqueKey: `${chunkKind}:${id}:${step}` },
    ...(waitsUntil === null ? {} : { runAt: new Date(waitsUntil) }),
  })
}

/** What nobody needs any more: drafts after a week, and the rows of what was done after three months. Answers with nothing. */
export async function forgetOldLists(tx: Transaction): Promise<void> {
  const isOver = sql<SqlBool>`(state in ('draft', 'checking', 'ready', 'cancelled') and created_at < now() - interval '7 days')
    or (state in ('done', 'stopped') and finished_at < now() - interval '90 days')`
  await tx.deleteFrom('bulk_job').where(isOver).execute()
}

function ofPartner(tx: Transaction, partnerId: OrganisationId) {
  return tx.selectFrom('bulk_job').selectAll().where('partner_id', '=', partnerId)
}

type Row = Awaited<ReturnType<ReturnType<typeof ofPartner>['executeTakeFirstOrThrow']>>

export function toJob(row: Row): StoredJob {
  return {
    ...{ id: asId(row.id), partnerId: asId(row.partner_id), action: row.action, name: row.name, chosen: row.settings },
    ...{
      state: row.state as BulkState,
      reason: row.reason as BulkReason | null,
      waves: row.waves as Waves | null,
      wave: row.wave,
      step: row.step,
    },
    ...{
      createdBy: asId(row.created_by),
      createdAt: instant(row.created_at.getTime()),
      undoes: row.undoes === null ? null : asId(row.undoes),
    },
    startedBy: row.started_by === null ? null : asId(row.started_by),
    orderedIn: asId(row.ordered_in),
    ...{ startedAt: at(row.started_at), finishedAt: at(row.finished_at), waitsUntil: at(row.waits_until), seenAt: at(row.seen_at) },
  }
}

const at = (value: Date | null): Instant | null => (value ? instant(value.getTime()) : null)
const date = (value: Instant | null): Date | null => (value === null ? null : new Date(value))
