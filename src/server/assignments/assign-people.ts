// Collaborators and teams get a customer, or lose it, with at most what was granted. Whoever loses it is out at once.

import { type Held, withHolders } from '../../domain/assign-holders.ts'
import { asId, type PersonId, type TeamId } from '../../domain/ids.ts'
import { stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { listAdmitted, listColleagues, listPeopleAssigned, listTeamsAssigned, listTeamsNamed } from '../partnerships/assignment-store.ts'
import { changeAssignments, type Wish } from '../partnerships/change-assignments.ts'
import { digestOfValue, inOrder } from '../partnerships/digest.ts'
import { getManagedCustomer, lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { openReceipt } from '../partnerships/open-receipt.ts'
import { lockPartner } from '../partnerships/organisation-store.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import type { OwnWork } from '../work.ts'
import type { assignPeople as assignContract, listAssignable as listContract } from './contract.ts'

export async function listAssignable(work: OwnWork, { params }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const { partnership } = await getManagedCustomer(work, params.managedCustomer)
  if (!partnership || stateOfPartnership(partnership, work.now) !== 'active') throw new Refusal('not_active')
  const held = await heldNow(work, partnership)
  const assigned = new Map(held.people.map((one) => [one.id, one.rights]))
  const assignedTeams = new Map(held.teams.map((one) => [one.id, one.rights]))
  const admitted = partnership.namedPeopleOnly ? await listAdmitted(work.tx, partnership) : undefined
  const colleagues = await listColleagues(work.tx, work.context.organisationId)
  const teams = await listTeamsNamed(work.tx, work.context.organisationId)
  return {
    version: versionOf(held),
    granted: [...rightsIn(partnership.grant?.rights ?? [])],
    people: colleagues.map(({ personId: id, name, email, role }) => ({
      ...{ id, name, email, role },
      ...heldBy(assigned, id),
      admitted: admitted?.includes(id) ?? true,
    })),
    teams: teams.map(({ id, name, people }) => ({ id, name, people, ...heldBy(assignedTeams, id) })),
  }
}

function heldBy<Id>(assigned: ReadonlyMap<Id, readonly RightId[] | null>, id: Id): { assigned: boolean; rights: RightId[] | null } {
  const rights = assigned.get(id) ?? null
  return { assigned: assigned.has(id), rights: rights && [...rights] }
}

/** The whole list, as it shall be; teams stay as they are when none are named. */
export async function assignPeople(work: OwnWork, { params, body }: Input<typeof assignContract>): Promise<Answer<typeof assignContract>> {
  const { people, teams } = holdersIn(body)
  const wish = { people: () => people, ...(body.teams ? { teams: () => teams } : {}) }
  const partnership = await change(work, params.managedCustomer, wish, body.version)
  return { receipt: await openReceipt(work, partnership, { byPartner: true }) }
}

type Named = { readonly id: string; readonly rights: readonly RightId[] | null }
/** Rights may be left out: all that was granted. */
export type Holders = { readonly people?: readonly Named[] | undefined; readonly teams?: readonly Named[] | undefined }

/** These besides those who have it; whoever has it already stays as they are. */
export async function assignOf(work: OwnWork, id: string, holders: Holders): Promise<void> {
  const { people, teams } = holdersIn(holders)
  await change(work, id, { people: (before) => withHolders(before, people), teams: (before) => withHolders(before, teams) })
}

/** All but these, with a receipt as for one. */
export async function unassignOf(
  work: OwnWork,
  id: string,
  gone: { readonly people?: readonly string[]; readonly teams?: readonly string[] },
): Promise<Answer<typeof assignContract>> {
  const without = <Id extends string>(before: readonly Held<Id>[], ids: readonly string[] = []) =>
    before.filter((one) => !ids.includes(one.id))
  const wish: Wish = { people: (before) => without(before, gone.people), teams: (before) => without(before, gone.teams) }
  return { receipt: await openReceipt(work, await change(work, id, wish), { byPartner: true }) }
}

async function change(work: OwnWork, id: string, wish: Wish, seen?: string): Promise<StoredPartnership> {
  // With the partner's row locked: who stops being a member in this moment comes before or after, and keeps nothing.
  await lockPartner(work.tx, work.context.organisationId)
  const { partnership } = await lockManagedCustomer(work, id)
  if (!partnership) throw new Refusal('not_active')
  if (seen !== undefined && seen !== versionOf(await heldNow(work, partnership))) throw new Refusal('changed_meanwhile')
  await changeAssignments(work, partnership, wish, asPartner(work))
  return partnership
}

type HeldNow = { readonly people: readonly Held<PersonId>[]; readonly teams: readonly Held<TeamId>[] }

async function heldNow(work: OwnWork, partnership: StoredPartnership): Promise<HeldNow> {
  return { people: await listPeopleAssigned(work.tx, partnership), teams: await listTeamsAssigned(work.tx, partnership) }
}

/** The same for the same holders with the same rights, in whatever order they came. */
const versionOf = ({ people, teams }: HeldNow): string =>
  digestOfValue({ people: people.map(inOrder).toSorted(), teams: teams.map(inOrder).toSorted() })

const holdersIn = ({ people = [], teams = [] }: Holders) => ({
  people: people.map(({ id, rights }) => ({ id: asId<PersonId>(id), rights })),
  teams: teams.map(({ id, rights }) => ({ id: asId<TeamId>(id), rights })),
})
