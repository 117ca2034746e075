// The rows of assignments, and the people they are made of.

import type { Assignment } from '../../domain/assignment.ts'
import { asId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import type { Role } from '../../domain/organisation.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type Colleague = { readonly id: PersonId; readonly name: string; readonly email: string; readonly role: Role }

export async function listColleagues(tx: Transaction, organisationId: OrganisationId): Promise<readonly Colleague[]> {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name', 'person.email', 'member.role'])
    .where('member.organisation_id', '=', organisationId)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map((row) => ({ id: asId(row.id), name: row.name, email: row.email, role: row.role as Role }))
}

export async function listAssignments(tx: Transaction, { id }: Pick<Partnership, 'id'>): Promise<readonly Assignment[]> {
  const rows = await tx
    .selectFrom('assignment')
    .select(['person_id', 'rights'])
    .where('partnership_id', '=', id)
    .orderBy('assigned_at')
    .execute()
  return rows.map((row) => ({ partnershipId: id, personId: asId(row.person_id), rights: row.rights as RightId[] | null }))
}

/** Whom the customer admits by name. */
export async function listAdmitted(tx: Transaction, { id }: Pick<Partnership, 'id'>): Promise<readonly PersonId[]> {
  const rows = await tx.selectFrom('admitted_person').select('person_id').where('partnership_id', '=', id).execute()
  return rows.map((row) => asId(row.person_id))
}

type Change = { readonly partnership: Partnership; readonly by: PersonId; readonly now: Instant }

export async function putAssignments(tx: Transaction, { partnership, by, now }: Change, assignments: readonly Assignment[]): Promise<void> {
  if (assignments.length === 0) return
  await tx
    .insertInto('assignment')
    .values(
      assignments.map(({ personId, rights }) => ({
        customer_id: partnership.customerId,
        partnership_id: partnership.id,
        partner_id: partnership.partnerId,
        person_id: personId,
        rights: rights === null ? null : [...rights],
        assigned_by: by,
        assigned_at: new Date(now),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['customer_id', 'partnership_id', 'person_id'])
        .doUpdateSet((excluded) => ({ rights: excluded.ref('excluded.rights'), assigned_by: excluded.ref('excluded.assigned_by') })),
    )
    .execute()
}

export async function removeAssignments(tx: Transaction, { id }: Pick<Partnership, 'id'>, people: readonly PersonId[]): Promise<void> {
  if (people.length === 0) return
  await tx
    .deleteFrom('assignment')
    .where('partnership_id', '=', id)
    .where('person_id', 'in', [...people])
    .execute()
}
