// The members of the organisation of the context, and what ends with them.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type PersonId, type VisitId } from '../../domain/ids.ts'
import type { Member, Role } from '../../domain/organisation.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type MemberRow = Member & { readonly name: string; readonly email: string; readonly addedAt: Instant }
type Row = { person_id: string; name: string; email: string; role: string; added_at: Date }

/** Also for who acts for the organisation, with `members.view`. */
export async function listMemberRows(tx: Transaction, organisationId: OrganisationId): Promise<readonly MemberRow[]> {
  const { rows } = await sql<Row>`select * from members_of_organisation()`.execute(tx)
  return rows.map((row) => ({
    organisationId,
    personId: asId(row.person_id),
    name: row.name,
    email: row.email,
    role: row.role as Role,
    addedAt: instant(row.added_at.getTime()),
  }))
}

/** With the organisation's row locked: changes of its members come one after the other. */
export async function lockMembers(tx: Transaction, organisationId: OrganisationId): Promise<readonly MemberRow[]> {
  await tx.selectFrom('organisation').select('id').where('id', '=', organisationId).forNoKeyUpdate().execute()
  return listMemberRows(tx, organisationId)
}

export type NewMember = { readonly organisationId: OrganisationId; readonly personId: PersonId; readonly role: Role; readonly now: Instant }

export async function insertMember(tx: Transaction, { organisationId, personId, role, now }: NewMember): Promise<void> {
  await tx
    .insertInto('member')
    .values({ organisation_id: organisationId, person_id: personId, role, added_at: new Date(now) })
    .execute()
}

export async function saveRole(tx: Transaction, { organisationId, personId, role }: Member): Promise<void> {
  await tx.updateTable('member').set({ role }).where('organisation_id', '=', organisationId).where('person_id', '=', personId).execute()
}

export async function deleteMember(tx: Transaction, organisationId: OrganisationId, personId: PersonId): Promise<void> {
  await tx.deleteFrom('member').where('organisation_id', '=', organisationId).where('person_id', '=', personId).execute()
}

export type EndedVisit = { readonly visitId: VisitId; readonly customerId: OrganisationId; readonly partnershipId: PartnershipId }

/** The person's visits at the organisation's customers. */
export async function endVisitsOf(
  tx: Transaction,
  partnerId: OrganisationId,
  personId: PersonId,
  now: Instant,
): Promise<readonly EndedVisit[]> {
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

export type EndedAssignment = Omit<EndedVisit, 'visitId'>

export async function deleteAssignmentsOf(
  tx: Transaction,
  partnerId: OrganisationId,
  personId: PersonId,
): Promise<readonly EndedAssignment[]> {
  const rows = await Promise.all(
    (['assignment', 'timed_assignment'] as const).map((table) =>
      tx
        .deleteFrom(table)
        .where('partner_id', '=', partnerId)
        .where('person_id', '=', personId)
        .returning(['customer_id', 'partnership_id'])
        .execute(),
    ),
  )
  const ended = new Map(rows.flat().map((row) => [row.partnership_id, row.customer_id]))
  return [...ended].map(([partnershipId, customerId]) => ({ customerId: asId(customerId), partnershipId: asId(partnershipId) }))
}
