// Who started a list, and how long it took. Runs as prokura_system.
import { asId, type BulkId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export type Finished = { readonly partnerId: OrganisationId; readonly startedBy: PersonId; readonly lastedMs: number }

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
