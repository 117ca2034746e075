// The rows of assignments: people and teams of the partner that have a customer, and the people and teams they are made of.

import type { Held } from '../../domain/assign-holders.ts'
import { asId, type OrganisationId, type PersonId, type TeamId } from '../../domain/ids.ts'
import type { Member, Role } from '../../domain/organisation.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type Colleague = Member & { readonly name: string; readonly email: string }

export async function listColleagues(tx: Transaction, organisationId: OrganisationId): Promise<readonly Colleague[]> {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name', 'person.email', 'member.role'])
    .where('member.organisation_id', '=', organisationId)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map(({ id, name, email, role }) => ({ organisationId, personId: asId(id), name, email, role: role as Role }))
}

export type TeamNamed = { readonly id: TeamId; readonly name: string; readonly people: number }

export async function listTeamsNamed(tx: Transaction, organisationId: OrganisationId): Promise<readonly TeamNamed[]> {
  const rows = await tx
    .selectFrom('team')
    .leftJoin('team_member', (join) =>
      join.onRef('team_member.team_id', '=', 'team.id').onRef('team_member.organisation_id', '=', 'team.organisation_id'),
    )
    .select(['team.id', 'team.name', ({ fn }) => fn.count<number>('team_member.person_id').as('people')])
    .where('team.organisation_id', '=', organisationId)
    .groupBy(['team.id', 'team.name'])
    .orderBy('team.name')
    .execute()
  return rows.map(({ id, name, people }) => ({ id: asId(id), name, people: Number(people) }))
}

export async function listPeopleAssigned(tx: Transaction, { id }: Pick<Partnership, 'id'>): Promise<readonly Held<PersonId>[]> {
  const rows = await tx
    .selectFrom('assignment')
    .select(['person_id', 'rights'])
    .where('partnership_id', '=', id)
    .orderBy('assigned_at')
    .execute()
  return rows.map((row) => ({ id: asId(row.person_id), rights: row.rights as RightId[] | null }))
}

export async function listTeamsAssigned(tx: Transaction, { id }: Pick<Partnership, 'id'>): Promise<readonly Held<TeamId>[]> {
  const rows = await tx
    .selectFrom('team_assignment')
    .select(['team_id', 'rights'])
    .where('partnership_id', '=', id)
    .orderBy('assigned_at')
    .execute()
  return rows.map((row) => ({ id: asId(row.team_id), rights: row.rights as RightId[] | null }))
}

export type Assigner = { readonly partnership: Partnership; readonly by: PersonId; readonly now: Instant }

const columnsOf = ({ partnership, by, now }: Assigner, rights: readonly RightId[] | null) => ({
  customer_id: partnership.customerId,
  partnership_id: partnership.id,
  partner_id: partnership.partnerId,
  rights: rights === null ? null : [...rights],
  assigned_by: by,
  assigned_at: new Date(now),
})

export async function putPeople(tx: Transaction, assigner: Assigner, held: readonly Held<PersonId>[]): Promise<void> {
  if (held.length === 0) return
  await tx
    .insertInto('assignment')
    .values(held.map(({ id, rights }) => ({ person_id: id, ...columnsOf(assigner, rights) })))
    .onConflict((conflict) =>
      conflict
        .columns(['customer_id', 'partnership_id', 'person_id'])
        .doUpdateSet((excluded) => ({ rights: excluded.ref('excluded.rights'), assigned_by: excluded.ref('excluded.assigned_by') })),
    )
    .execute()
}

export async function putTeams(tx: Transaction, assigner: Assigner, held: readonly Held<TeamId>[]): Promise<void> {
  if (held.length === 0) return
  await tx
    .insertInto('team_assignment')
    .values(held.map(({ id, rights }) => ({ team_id: id, ...columnsOf(assigner, rights) })))
    .onConflict((conflict) =>
      conflict
        .columns(['customer_id', 'partnership_id', 'team_id'])
        .doUpdateSet((excluded) => ({ rights: excluded.ref('excluded.rights'), assigned_by: excluded.ref('excluded.assigned_by') })),
    )
    .execute()
}

export async function removePeople(tx: Transaction, { id }: Pick<Partnership, 'id'>, people: readonly PersonId[]): Promise<void> {
  if (people.length === 0) return
  await tx
    .deleteFrom('assignment')
    .where('partnership_id', '=', id)
    .where('person_id', 'in', [...people])
    .execute()
}

export async function removeTeams(tx: Transaction, { id }: Pick<Partnership, 'id'>, teams: readonly TeamId[]): Promise<void> {
  if (teams.length === 0) return
  await tx
    .deleteFrom('team_assignment')
    .where('partnership_id', '=', id)
    .where('team_id', 'in', [...teams])
    .execute()
}

export async function listPeopleOfTeams(tx: Transaction, teams: readonly TeamId[]): Promise<readonly PersonId[]> {
  if (teams.length === 0) return []
  const rows = await tx
    .selectFrom('team_member')
    .select('person_id')
    .distinct()
    .where('team_id', 'in', [...teams])
    .execute()
  return rows.map(({ person_id }) => asId(person_id))
}

/** Whom the customer admits by name. */
export async function listAdmitted(tx: Transaction, { id }: Pick<Partnership, 'id'>): Promise<readonly PersonId[]> {
  const rows = await tx.selectFrom('admitted_person').select('person_id').where('partnership_id', '=', id).execute()
  return rows.map((row) => asId(row.person_id))
}
