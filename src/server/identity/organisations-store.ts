// The organisations a person belongs to: they may read how their people sign in.
import { asId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export async function organisationsOf(tx: Transaction, personId: PersonId): Promise<readonly OrganisationId[]> {
  const rows = await tx.selectFrom('member').select('organisation_id').where('person_id', '=', personId).execute()
  return rows.map((row) => asId(row.organisation_id))
}
