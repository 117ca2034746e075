// The sealed request code of an organisation.
import type { OrganisationId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export async function findRequestCode(tx: Transaction, id: OrganisationId): Promise<Buffer | null> {
  const row = await tx.selectFrom('organisation').select('request_code').where('id', '=', id).executeTakeFirst()
  return row?.request_code ?? null
}

export async function saveRequestCode(tx: Transaction, id: OrganisationId, sealed: Buffer | null): Promise<void> {
  await tx.updateTable('organisation').set({ request_code: sealed }).where('id', '=', id).execute()
}
