// Who shall have the customer of a request once it is granted: kept with the request, in the partner's context.
import { sql } from 'kysely'
import { asId, type InvitationId, type OrganisationId, type PartnershipId, type PersonId, type TeamId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type Planned = { readonly people: readonly PersonId[]; readonly teams: readonly TeamId[] }
export type Planning = {
  readonly partnerId: OrganisationId
  readonly invitationId: InvitationId
  readonly by: PersonId
  readonly now: Instant
}

export async function planAssignments(tx: Transaction, planning: Planning, { people, teams }: Planned): Promise<void> {
  const row = (person: PersonId | null, team: TeamId | null) => ({
    partner_id: planning.partnerId,
    invitation_id: planning.invitationId,
    person_id: person,
    team_id: team,
    planned_by: planning.by,
    planned_at: new Date(planning.now),
  })
  const rows = [...people.map((person) => row(person, null)), ...teams.map((team) => row(null, team))]
  if (rows.length > 0) await tx.insertInto('planned_assignment').values(rows).execute()
}

/** Taken out, by who planned it. As prokura_system. */
export async function takePlanned(tx: Transaction, partnershipId: PartnershipId): Promise<ReadonlyMap<PersonId, Planned>> {
  const { rows } = await sql<{ person_id: string | null; team_id: string | null; planned_by: string }>`
    delete from planned_assignment p using invitation i where i.id = p.invitation_id and i.partnership_id = ${partnershipId}
    returning p.person_id, p.team_id, p.planned_by`.execute(tx)
  const planned = new Map<PersonId, Planned>()
  for (const { person_id, team_id, planned_by } of rows) {
    const by = asId<PersonId>(planned_by)
    const { people, teams } = planned.get(by) ?? { people: [], teams: [] }
    planned.set(by, {
      people: person_id === null ? people : [...people, asId<PersonId>(person_id)],
      teams: team_id === null ? teams : [...teams, asId<TeamId>(team_id)],
    })
  }
  return planned
}

export async function listPlannedNames(
  tx: Transaction,
  invitationId: InvitationId,
): Promise<readonly { readonly kind: 'person' | 'team'; readonly name: string }[]> {
  const { rows } = await sql<{ kind: 'person' | 'team'; name: string }>`
    select case when p.person_id is null then 'team' else 'person' end as kind, coalesce(person_name(p.person_id), t.name, '') as name
    from planned_assignment p left join team t on t.id = p.team_id where p.invitation_id = ${invitationId}
    order by 1, fold(coalesce(person_name(p.person_id), t.name, ''))`.execute(tx)
  return rows
}
