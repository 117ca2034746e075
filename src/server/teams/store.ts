// The rows of teams: named, filled, emptied, deleted. In the organisation's context.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PersonId, type TeamId } from '../../domain/ids.ts'
import type { Team } from '../../domain/team.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type TeamShown = Omit<Team, 'people'> & {
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
  readonly customers: number
}

export async function listTeamRows(tx: Transaction, organisationId: OrganisationId): Promise<readonly TeamShown[]> {
  const { rows } = await sql<{ id: string; name: string; people: { id: string; name: string }[]; customers: number }>`
    select t.id, t.name,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by fold(p.name), p.id), '[]')
       from team_member m join person p on p.id = m.person_id where m.team_id = t.id) as people,
      (select count(*)::int from team_assignment a join partnership p on p.id = a.partnership_id
       where a.team_id = t.id and p.state = 'active') as customers
    from team t where t.organisation_id = ${organisationId} order by fold(t.name), t.id`.execute(tx)
  return rows.map(({ id, name, people, customers }) => ({
    ...{ id: asId(id), name, customers },
    people: people.map((person) => ({ id: asId(person.id), name: person.name })),
  }))
}

export async function insertTeam(tx: Transaction, organisationId: OrganisationId, team: Team, now: Instant): Promise<void> {
  await tx
    .insertInto('team')
    .values({ organisation_id: organisationId, id: team.id, name: team.name, created_at: new Date(now) })
    .execute()
}

export async function renameTeam(tx: Transaction, { id, name }: Team): Promise<void> {
  await tx.updateTable('team').set({ name }).where('id', '=', id).execute()
}

export async function addToTeam(
  tx: Transaction,
  team: { id: TeamId; organisationId: OrganisationId; now: Instant },
  people: readonly PersonId[],
) {
  if (people.length === 0) return
  await tx
    .insertInto('team_member')
    .values(
      people.map((person) => ({
        organisation_id: team.organisationId,
        team_id: team.id,
        person_id: person,
        added_at: new Date(team.now),
      })),
    )
    .execute()
}

export async function removeFromTeam(tx: Transaction, id: TeamId, people: readonly PersonId[]): Promise<void> {
  if (people.length === 0) return
  await tx
    .deleteFrom('team_member')
    .where('team_id', '=', id)
    .where('person_id', 'in', [...people])
    .execute()
}

/** Its people and assignments go with it. */
export async function deleteTeamRow(tx: Transaction, id: TeamId): Promise<void> {
  await tx.deleteFrom('team').where('id', '=', id).execute()
}
