// Whether two legal representatives of an organisation sign.
import type { OrganisationId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export async function saveTwoSignatures(tx: Transaction, id: OrganisationId, two: boolean): Promise<void> {
  await tx.updateTable('organisation').set({ two_signatures: two }).where('id', '=', id).execute()
}
