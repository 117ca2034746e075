// Collaborators get a customer, or lose it, with at most what was granted. Whoever loses it is out at once.
import { assignPeople as assign } from '../../domain/assign-people.ts'
import { asId, type PersonId } from '../../domain/ids.ts'
import { stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { Refusal } from '../../domain/refusal.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { endVisits } from '../partnerships/end-visits.ts'
import { getManagedCustomer, lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { lockPartner } from '../partnerships/organisation-store.ts'
import type { OwnWork } from '../work.ts'
import type { assignPeople as assignContract, listAssignable as listContract } from './contract.ts'
import { listAdmitted, listAssignments, listColleagues, putAssignments, removeAssignments } from './store.ts'

export async function listAssignable(work: OwnWork, { params }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const { partnership } = await getManagedCustomer(work, params.managedCustomer)
  if (!partnership || stateOfPartnership(partnership, work.now) !== 'active') throw new Refusal('not_active')
  const assigned = new Map((await listAssignments(work.tx, partnership)).map((one) => [one.personId, one]))
  const admitted = partnership.namedPeopleOnly ? await listAdmitted(work.tx, partnership) : undefined
  const colleagues = await listColleagues(work.tx, work.context.organisationId)
  return {
    granted: [...rightsIn(partnership.grant?.rights ?? [])],
    people: colleagues.map((person) => {
      const rights = assigned.get(person.id)?.rights ?? null
      return {
        ...person,
        assigned: assigned.has(person.id),
        rights: rights && [...rights],
        admitted: admitted?.includes(person.id) ?? true,
      }
    }),
  }
}

export async function assignPeople(work: OwnWork, { params, body }: Input<typeof assignContract>): Promise<Record<string, never>> {
  const { organisationId, role } = work.context
  // With the partner's row locked: who stops being a member in this moment comes before or after, and keeps nothing.
  await lockPartner(work.tx, organisationId)
  const { partnership } = await lockManagedCustomer(work, params.managedCustomer)
  if (!partnership) throw new Refusal('not_active')
  const members = (await listColleagues(work.tx, organisationId)).map((one) => ({ organisationId, personId: one.id, role: one.role }))
  const before = await listAssignments(work.tx, partnership)
  const wanted = body.people.map(({ id, rights }) => ({ personId: asId<PersonId>(id), rights }))
  const decided = assign({ partnership, members, before }, wanted, { personId: work.person.id, side: 'partner', role }, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  const { assignments, added, changed, removed } = decided
  const written = assignments.filter(({ personId }) => added.includes(personId) || changed.includes(personId))
  await removeAssignments(work.tx, partnership, removed)
  await putAssignments(work.tx, { partnership, by: work.person.id, now: work.now }, written)
  const out = members
    .filter((member) => member.role === 'collaborator' && removed.includes(member.personId))
    .map(({ personId }) => personId)
  if (out.length > 0) await endVisits(work, partnership, 'partner', out)
  record(work, {
    kind: 'assignment.changed',
    readers: [organisationId],
    partnershipId: partnership.id,
    customerId: partnership.customerId,
    data: { added, changed, removed },
  })
  return {}
}
