// A membership ends, and with it whatever the person does for customers of the organisation.
import { asId, type OrganisationId, type PartnershipId, type PersonId, type VisitId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

type Where = { readonly customerId: OrganisationId; readonly partnershipId: PartnershipId }

export async function deleteMember(tx: Transaction, organisationId: OrganisationId, personId: PersonId): Promise<void> {
  await tx.deleteFrom('member').where('organisation_id', '=', organisationId).where('person_id', '=', personId).execute()
}

export async function endOwnVisits(
  tx: Transaction,
  partnerId: OrganisationId,
  personId: PersonId,
  now: Instant,
): Promise<readonly (Where & { readonly visitId: VisitId })[]> {
  const rows = await tx
    .updateTable('visit')
    .set({ ended_at: new Date(now), ended_by: 'partner' })
    .where('partner_id', '=', partnerId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .returning(['id', 'customer_id', 'partnership_id'])
    .execute()
  return rows.map((row) => ({ visitId: asId(row.id), customerId: asId(row.customer_id), partnershipId: asId(row.partnership_id) }))
}

export async function deleteOwnAssignments(tx: Transaction, partnerId: OrganisationId, personId: PersonId): Promise<readonly Where[]> {
  const rows = await tx
    .deleteFrom('assignment')
    .where('partner_id', '=', partnerId)
    .where('person_id', '=', personId)
    .returning(['customer_id', 'partnership_id'])
    .execute()
  return rows.map((row) => ({ customerId: asId(row.customer_id), partnershipId: asId(row.partnership_id) }))
}
