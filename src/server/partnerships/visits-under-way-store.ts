// The visits of a partnership that nobody has ended yet: ended all at once when access stops.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { Visit } from '../../domain/visit.ts'
import { toVisit } from '../authorization/load-facts.ts'
import type { Transaction } from '../platform/transact.ts'

export async function lockVisitsUnderWay(tx: Transaction, partnershipId: PartnershipId): Promise<readonly Visit[]> {
  const rows = await tx
    .selectFrom('visit')
    .selectAll()
    .where('partnership_id', '=', partnershipId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map(toVisit)
}

export async function saveEndOfVisit(tx: Transaction, visit: Visit): Promise<void> {
  await tx
    .updateTable('visit')
    .set({ ended_at: visit.endedAt === null ? null : new Date(visit.endedAt), ended_by: visit.endedBy })
    .where('id', '=', visit.id)
    .execute()
}

export type LostVisit = { readonly visit: Visit; readonly customerId: OrganisationId }

/** Under way, of these people, who reach the customer neither by role nor by any assignment. */
export async function lockVisitsWithoutAccess(
  tx: Transaction,
  partnerId: OrganisationId,
  people: readonly PersonId[],
): Promise<readonly LostVisit[]> {
  if (people.length === 0) return []
  const rows = await tx
    .selectFrom('visit')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .where('person_id', 'in', [...people])
    .where('ended_at', 'is', null)
    .where(
      sql<boolean>`not exists (select from member m where m.organisation_id = visit.partner_id and m.person_id = visit.person_id and (m.role <> 'collaborator'
        or visit.partnership_id in (select a.id from partnerships_assigned(visit.partner_id, visit.person_id, clock_timestamp()) a(id))))`,
    )
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map((row) => ({ visit: toVisit(row), customerId: asId(row.customer_id) }))
}
