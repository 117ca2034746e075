// What a customer asks of whoever enters for a partner, whom it lets be told, and how long a visit may last.
import { asId, type OrganisationId, type PartnershipId, type PersonId, type VisitId } from '../../domain/ids.ts'
import type { Role } from '../../domain/organisation.ts'
import type { Visit, VisitLimits } from '../../domain/visit.ts'
import { toVisit } from '../authorization/load-facts.ts'
import type { Transaction } from '../platform/transact.ts'

export type Ours = { readonly id: PartnershipId; readonly customerId: OrganisationId }

export async function isReasonNeeded(tx: Transaction, partnershipId: PartnershipId): Promise<boolean> {
  const row = await tx.selectFrom('partnership').select('visit_reason_needed').where('id', '=', partnershipId).executeTakeFirst()
  return row?.visit_reason_needed ?? false
}

export async function saveReasonNeeded(tx: Transaction, { id, customerId }: Ours, needed: boolean): Promise<void> {
  await tx
    .updateTable('partnership')
    .set({ visit_reason_needed: needed })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .execute()
}

export type Leader = { readonly id: PersonId; readonly name: string; readonly role: Role; readonly isTold: boolean }

/** Legal representatives and administrators of the customer, and which of them are told of visits. */
export async function listLeaders(tx: Transaction, { id, customerId }: Ours): Promise<readonly Leader[]> {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .leftJoin('visit_notice', (join) =>
      join
        .onRef('visit_notice.person_id', '=', 'member.person_id')
        .on('visit_notice.customer_id', '=', customerId)
        .on('visit_notice.partnership_id', '=', id),
    )
    .select(['person.id', 'person.name', 'member.role', 'visit_notice.person_id as told'])
    .where('member.organisation_id', '=', customerId)
    .where('member.role', 'in', ['legal_representative', 'administrator'])
    .orderBy('person.name')
    .execute()
  return rows.map((row) => ({ id: asId(row.id), name: row.name, role: row.role as Role, isTold: row.told !== null }))
}

export async function tell(tx: Transaction, { id, customerId }: Ours, personId: PersonId): Promise<void> {
  await tx
    .insertInto('visit_notice')
    .values({ customer_id: customerId, partnership_id: id, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function tellNoMore(tx: Transaction, { id, customerId }: Ours, personId: PersonId): Promise<void> {
  await tx
    .deleteFrom('visit_notice')
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
}

export async function saveVisitLimits(tx: Transaction, customerId: OrganisationId, limits: VisitLimits): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ visit_idle_minutes: limits.idleMinutes, visit_hours: limits.hours })
    .where('id', '=', customerId)
    .execute()
}

export type UnderWay = { readonly visit: Visit; readonly partnerId: OrganisationId }

/** Every visit to this customer that nobody has ended, locked. */
export async function lockVisitsOfCustomer(tx: Transaction, customerId: OrganisationId): Promise<readonly UnderWay[]> {
  const rows = await tx
    .selectFrom('visit')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map((row) => ({ visit: toVisit(row), partnerId: asId(row.partner_id) }))
}

export async function saveShortened(tx: Transaction, { id, idleMinutes, expiresAt }: Visit): Promise<void> {
  await tx
    .updateTable('visit')
    .set({ idle_minutes: idleMinutes, expires_at: new Date(expiresAt) })
    .where('id', '=', asId<VisitId>(id))
    .execute()
}

/** Living partnerships of the customer: whose visits the limits concern. */
export async function listLiving(
  tx: Transaction,
  customerId: OrganisationId,
): Promise<readonly { readonly id: PartnershipId; readonly partnerId: OrganisationId }[]> {
  const rows = await tx
    .selectFrom('partnership')
    .select(['id', 'partner_id'])
    .where('customer_id', '=', customerId)
    .where('state', '=', 'active')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: asId(row.id), partnerId: asId(row.partner_id) }))
}
