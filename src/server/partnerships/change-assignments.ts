// Who has a customer changes: people and teams are written down as the domain decides, and whoever has it no longer is out at once.
import { changeHolders, type Held, type HoldersChanged } from '../../domain/assign-holders.ts'
import type { PersonId, TeamId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Actor, mayDo } from '../../domain/who-may.ts'
import { record } from '../journal/record.ts'
import type { AnyWork } from '../work.ts'
import {
  listColleagues,
  listPeopleAssigned,
  listPeopleOfTeams,
  listTeamsAssigned,
  listTeamsNamed,
  putPeople,
  putTeams,
  removePeople,
  removeTeams,
} from './assignment-store.ts'
import { endLostVisits } from './end-lost-visits.ts'
import type { StoredPartnership } from './partnership-store.ts'

/** From what is held now to what shall be held. */
export type Wish = {
  readonly people?: (before: readonly Held<PersonId>[]) => readonly Held<PersonId>[]
  readonly teams?: (before: readonly Held<TeamId>[]) => readonly Held<TeamId>[]
}

/** Call it with the partner's row and the partnership locked. Refuses what the domain refuses, and `nothing_changed`. */
export async function changeAssignments(work: AnyWork, partnership: StoredPartnership, wish: Wish, by: Actor): Promise<void> {
  const people = await decidePeople(work, partnership, wish, by)
  const teams = await decideTeams(work, partnership, wish, by)
  const about = { readers: [partnership.partnerId], partnershipId: partnership.id, customerId: partnership.customerId }
  const assigner = { partnership, by: by.personId, now: work.now }
  const lost = [...people.removed, ...(await listPeopleOfTeams(work.tx, teams.removed))]
  await removePeople(work.tx, partnership, people.removed)
  await putPeople(work.tx, assigner, people.written)
  await removeTeams(work.tx, partnership, teams.removed)
  await putTeams(work.tx, assigner, teams.written)
  if (people.isChanged)
    record(work, { ...about, kind: 'assignment.changed', data: { added: people.added, changed: people.changed, removed: people.removed } })
  if (teams.isChanged)
    record(work, {
      ...about,
      kind: 'assignment.teams_changed',
      data: { added: teams.added, changed: teams.changed, removed: teams.removed },
    })
  if (!people.isChanged && !teams.isChanged) throw new Refusal('nothing_changed')
  if (lost.length > 0) await endLostVisits(work, partnership.partnerId, lost)
}

async function decidePeople(work: AnyWork, partnership: StoredPartnership, { people }: Wish, by: Actor) {
  const before = await listPeopleAssigned(work.tx, partnership)
  const members = await listColleagues(work.tx, partnership.partnerId)
  const isUnbounded = (id: PersonId) =>
    members.some(({ personId, role }) => personId === id && mayDo('see_all_customers', { side: 'partner', role }))
  const known = members.map(({ personId }) => personId)
  return written(changeHolders({ partnership, known, before, isUnbounded }, people ? people(before) : before, by, work.now))
}

async function decideTeams(work: AnyWork, partnership: StoredPartnership, { teams }: Wish, by: Actor) {
  const before = await listTeamsAssigned(work.tx, partnership)
  const known = (await listTeamsNamed(work.tx, partnership.partnerId)).map(({ id }) => id)
  return written(changeHolders({ partnership, known, before, isUnbounded: () => false }, teams ? teams(before) : before, by, work.now))
}

function written<Id extends string>(decided: HoldersChanged<Id>) {
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  const { held, added, changed, removed } = decided
  return {
    ...{ added, changed, removed },
    written: held.filter(({ id }) => added.includes(id) || changed.includes(id)),
    isChanged: added.length + changed.length + removed.length > 0,
  }
}
