// Teams are created, renamed, filled, emptied and deleted. Whoever loses a customer by it is out of it at once.

import { asId, type PersonId, type TeamId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type AroundTeam, changeTeam as change, type Team, type TeamChanged, type TeamWish } from '../../domain/team.ts'
import { mayDo } from '../../domain/who-may.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { listColleagues } from '../partnerships/assignment-store.ts'
import { endLostVisits } from '../partnerships/end-lost-visits.ts'
import { lockPartner } from '../partnerships/organisation-store.ts'
import { newId, type OwnWork } from '../work.ts'
import type * as contracts from './contract.ts'
import { addToTeam, deleteTeamRow, insertTeam, listTeamRows, removeFromTeam, renameTeam } from './store.ts'

type Nothing = Record<string, never>

export async function listTeams(work: OwnWork): Promise<Answer<typeof contracts.listTeams>> {
  const teams = await listTeamRows(work.tx, work.context.organisationId)
  return {
    teams: teams.map(({ people, ...team }) => ({ ...team, people: [...people] })),
    mayChange: mayDo('assign', asPartner(work)),
  }
}

export async function createTeam(work: OwnWork, { body }: Input<typeof contracts.createTeam>): Promise<{ id: TeamId }> {
  const { organisationId } = work.context
  const { isEnrolled } = await lockPartner(work.tx, organisationId)
  if (!isEnrolled) throw new Refusal('not_entitled', 'not a partner')
  const around = await aroundTeam(work, null)
  const { team, added } = done(change({ id: newId<TeamId>(), name: '', people: [] }, wishOf(body), around, asPartner(work)))
  await insertTeam(work.tx, organisationId, team, work.now)
  await addToTeam(work.tx, { id: team.id, organisationId, now: work.now }, added)
  record(work, { kind: 'team.created', readers: [organisationId], data: { teamId: team.id }, detail: { name: team.name } })
  return { id: team.id }
}

export async function changeTeam(work: OwnWork, { params, body }: Input<typeof contracts.changeTeam>): Promise<Nothing> {
  const { organisationId } = work.context
  const before = await lockTeam(work, params.team)
  const { team, added, removed } = done(change(before, wishOf(body), await aroundTeam(work, before.id), asPartner(work)))
  if (team.name !== before.name) await renameTeam(work.tx, team)
  await removeFromTeam(work.tx, team.id, removed)
  await addToTeam(work.tx, { id: team.id, organisationId, now: work.now }, added)
  const data = { teamId: team.id, added, removed }
  record(work, { kind: 'team.changed', readers: [organisationId], data, detail: { name: team.name } })
  await endLostVisits(work, organisationId, removed)
  return {}
}

export async function deleteTeam(work: OwnWork, { params }: Input<typeof contracts.deleteTeam>): Promise<Nothing> {
  const { organisationId } = work.context
  const team = await lockTeam(work, params.team)
  if (!mayDo('assign', asPartner(work))) throw new Refusal('not_entitled')
  await deleteTeamRow(work.tx, team.id)
  record(work, { kind: 'team.deleted', readers: [organisationId], data: { teamId: team.id }, detail: { name: team.name } })
  await endLostVisits(work, organisationId, team.people)
  return {}
}

/** With the partner's row locked: changes of its teams and members come one after the other. */
async function lockTeam(work: OwnWork, id: string): Promise<Team> {
  await lockPartner(work.tx, work.context.organisationId)
  const team = (await listTeamRows(work.tx, work.context.organisationId)).find((one) => one.id === id)
  if (!team) throw new Refusal('not_found')
  return { id: team.id, name: team.name, people: team.people.map((person) => person.id) }
}

async function aroundTeam(work: OwnWork, id: TeamId | null): Promise<AroundTeam> {
  const members = await listColleagues(work.tx, work.context.organisationId)
  const teams = await listTeamRows(work.tx, work.context.organisationId)
  return { members: members.map(({ personId }) => personId), others: teams.filter((one) => one.id !== id).map(({ name }) => name) }
}

function done(changed: TeamChanged): Extract<TeamChanged, { kind: 'done' }> {
  if (changed.kind === 'refused') throw new Refusal(changed.code)
  return changed
}

const wishOf = ({ name, people }: { name?: string | undefined; people?: readonly string[] | undefined }): TeamWish => ({
  name,
  people: people?.map((person) => asId<PersonId>(person)),
})
