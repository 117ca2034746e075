// Whom a customer admitted by name, and that nobody of it is told of visits any more.
import { asId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

type Ours = { readonly id: PartnershipId; readonly customerId: OrganisationId }

export async function listAdmittedIds(tx: Transaction, id: PartnershipId): Promise<ReadonlySet<PersonId>> {
  const rows = await tx.selectFrom('admitted_person').select('person_id').where('partnership_id', '=', id).execute()
  return new Set(rows.map((row) => asId<PersonId>(row.person_id)))
}

export async function tellNobody(tx: Transaction, { id, customerId }: Ours): Promise<readonly PersonId[]> {
  const rows = await tx
    .deleteFrom('visit_notice')
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', id)
    .returning('person_id')
    .execute()
  return rows.map((row) => asId(row.person_id))
}
