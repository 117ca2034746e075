// Lists that are over: who started them, how long they took, and whether that person has seen what became of them.
import { asId, type BulkId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import { type StoredJob, toJob } from './job-store.ts'

export type Finished = { readonly partnerId: OrganisationId; readonly startedBy: PersonId; readonly lastedMs: number }

/** As prokura_system. */
export async function findFinished(tx: Transaction, id: BulkId): Promise<Finished | undefined> {
  const row = await tx
    .selectFrom('bulk_job')
    .select(['partner_id', 'started_by', 'started_at', 'finished_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.started_by === null || row.started_at === null || row.finished_at === null) return undefined
  return {
    partnerId: asId(row.partner_id),
    startedBy: asId(row.started_by),
    lastedMs: row.finished_at.getTime() - row.started_at.getTime(),
  }
}

const newsMax = 20

/** Over since then, and not seen by whoever started them; the newest first. */
export async function listUnseen(
  tx: Transaction,
  { partnerId, startedBy, since }: { readonly partnerId: OrganisationId; readonly startedBy: PersonId; readonly since: Instant },
): Promise<readonly StoredJob[]> {
  const rows = await tx
    .selectFrom('bulk_job')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .where('started_by', '=', startedBy)
    .where('seen_at', 'is', null)
    .where('finished_at', '>', new Date(since))
    .where('state', 'in', ['done', 'stopped'])
    .orderBy('finished_at', 'desc')
    .limit(newsMax)
    .execute()
  return rows.map(toJob)
}

export async function noteSeen(tx: Transaction, { partnerId, id }: Pick<StoredJob, 'partnerId' | 'id'>, now: Instant): Promise<void> {
  await tx
    .updateTable('bulk_job')
    .set({ seen_at: new Date(now) })
    .where('partner_id', '=', partnerId)
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .execute()
}
