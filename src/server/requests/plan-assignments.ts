// Who gets a customer is chosen with the request, and is so as soon as the customer has granted: with all that was granted, if whoever chose may still assign.
import { withHolders } from '../../domain/assign-holders.ts'
import { asId, type InvitationId, type ManagedCustomerId, type PartnershipId, type PersonId, type TeamId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Actor, mayDo } from '../../domain/who-may.ts'
import { asPartner } from '../actor.ts'
import { listColleagues, listTeamsNamed } from '../partnerships/assignment-store.ts'
import { changeAssignments } from '../partnerships/change-assignments.ts'
import { lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { lockNotes, saveNotes } from '../partnerships/notes-store.ts'
import { lockPartner } from '../partnerships/organisation-store.ts'
import { findPartnershipById, lockPartnership, type StoredPartnership } from '../partnerships/partnership-store.ts'
import { type Planned, planAssignments, takePlanned } from '../partnerships/planned-store.ts'
import type { NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { AnyWork, OwnWork, SystemWork } from '../work.ts'
import type { Plan } from './contract.ts'

/** With a new request: kept until the customer answers. Tags stand in the list at once. */
export async function planForRequest(work: OwnWork, invitationId: InvitationId, plan: Plan): Promise<void> {
  const { organisationId: partnerId } = work.context
  const planned = await readPlan(work, plan)
  await planAssignments(work.tx, { partnerId, invitationId, by: work.person.id, now: work.now }, planned)
  await addTags(work, invitationId, plan.tags)
}

/** For whoever is a customer already: at once. */
export async function planForCustomer(work: OwnWork, id: ManagedCustomerId, plan: Plan): Promise<void> {
  const { partnership } = await lockManagedCustomer(work, id)
  if (partnership) await assignPlanned(work, partnership, await readPlan(work, plan), asPartner(work))
  await addTags(work, id, plan.tags)
}

async function readPlan(work: OwnWork, plan: Plan): Promise<Planned> {
  if (!mayDo('assign', asPartner(work))) throw new Refusal('not_entitled')
  const { organisationId } = work.context
  const members = new Set((await listColleagues(work.tx, organisationId)).map(({ personId }) => String(personId)))
  const teams = new Set((await listTeamsNamed(work.tx, organisationId)).map(({ id }) => String(id)))
  if (plan.people.some((id) => !members.has(id)) || plan.teams.some((id) => !teams.has(id))) throw new Refusal('not_found')
  return {
    people: [...new Set(plan.people)].map((id) => asId<PersonId>(id)),
    teams: [...new Set(plan.teams)].map((id) => asId<TeamId>(id)),
  }
}

async function addTags(work: OwnWork, id: string, tags: readonly string[]): Promise<void> {
  const before = tags.length > 0 ? await lockNotes(work.tx, id) : undefined
  if (before) await saveNotes(work.tx, id, { ...before, tags: [...new Set([...before.tags, ...tags])] })
}

/** partnership.granted */
export function planAssigning(event: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'partnership.granted' || !event.partnershipId) return []
  return [{ kind: 'assign-as-planned', payload: { partnershipId: event.partnershipId }, uniqueKey: `assign-as-planned:${event.id}` }]
}

export async function assignAsPlanned(work: SystemWork, payload: unknown): Promise<void> {
  const { partnershipId } = payload as { partnershipId: PartnershipId }
  const found = await findPartnershipById(work.tx, partnershipId)
  if (!found) return
  await lockPartner(work.tx, found.partnerId)
  const partnership = await lockPartnership(work.tx, partnershipId)
  if (!partnership) return
  const members = await listColleagues(work.tx, partnership.partnerId)
  const roles = new Map(members.map(({ personId, role }) => [personId, role]))
  for (const [planner, { people, teams }] of await takePlanned(work.tx, partnershipId)) {
    const role = roles.get(planner)
    if (role === undefined || !mayDo('assign', { side: 'partner', role })) continue
    const present = { people: people.filter((id) => roles.has(id)), teams }
    await assignPlanned(work, partnership, present, { personId: planner, side: 'partner', role })
  }
}

async function assignPlanned(work: AnyWork, partnership: StoredPartnership, { people, teams }: Planned, by: Actor): Promise<void> {
  const all = <Id extends string>(ids: readonly Id[]) => ids.map((id) => ({ id, rights: null }))
  const wish = {
    people: (before: Parameters<typeof withHolders<PersonId>>[0]) => withHolders(before, all(people)),
    teams: (before: Parameters<typeof withHolders<TeamId>>[0]) => withHolders(before, all(teams)),
  }
  try {
    await changeAssignments(work, partnership, wish, by)
  } catch (failure) {
    // Assigned meanwhile, or over already: nothing is left to do, and nothing was written.
    if (!(failure instanceof Refusal) || !['nothing_changed', 'not_active'].includes(failure.code)) throw failure
  }
}
