// With a partner may go whom it invited: the customer chooses by name, and nobody else can be removed this way.
import type { PersonId } from '../../domain/ids.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { Refusal } from '../../domain/refusal.ts'
import { record } from '../journal/record.ts'
import type { OwnWork } from '../work.ts'
import { listInvitedBy } from './handback-store.ts'
import { deleteMember, deleteOwnAssignments, endOwnVisits } from './remove-invited-store.ts'

/** In the customer's context. Should the customer be a partner itself, what these people did for its customers ends as well. */
export async function removeInvited(work: OwnWork, partnership: Partnership, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { customerId } = partnership
  const invited = await listInvitedBy(work.tx, partnership)
  for (const personId of new Set(ids)) {
    const member = invited.find(({ id }) => id === personId)
    if (!member) throw new Refusal('not_found')
    await endWork(work, member.id)
    await deleteMember(work.tx, customerId, member.id)
    record(work, { kind: 'member.removed', readers: [customerId], data: { personId: member.id }, detail: { name: member.name } })
  }
}

async function endWork(work: OwnWork, personId: PersonId): Promise<void> {
  const partnerId = work.context.organisationId
  for (const visit of await endOwnVisits(work.tx, partnerId, personId, work.now))
    record(work, { kind: 'visit.ended', readers: [visit.customerId, partnerId], ...visit, data: { personId, endedBy: 'partner' } })
  for (const { customerId, partnershipId } of await deleteOwnAssignments(work.tx, partnerId, personId)) {
    const data = { added: [], changed: [], removed: [personId] }
    record(work, { kind: 'assignment.changed', readers: [partnerId], partnershipId, customerId, data })
  }
}
