// A member gets another role, is removed, or leaves. Whoever is no longer who they were loses visits, and assignments with the membership, at once.
import { asId, type PersonId } from '../../domain/ids.ts'
import { type MemberChange, refusalOfMemberChange, touchOf } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { requireSecondForRepresentative } from '../partnerships/signing-representatives.ts'
import type { OwnWork } from '../work.ts'
import type { removeMember as removeContract, changeRole as roleContract } from './contract.ts'
import { deleteAssignmentsOf, deleteMember, endVisitsOf, lockMembers, type MemberRow, saveRole } from './member-store.ts'

export async function changeRole(work: OwnWork, { params, body }: Input<typeof roleContract>): Promise<Record<never, never>> {
  const member = await lockForChange(work, { kind: 'change_role', personId: asId(params.person), role: body.role })
  await saveRole(work.tx, { ...member, role: body.role })
  if (body.role === 'collaborator') await endVisits(work, member.personId)
  record(work, {
    kind: 'member.role_changed',
    readers: [work.context.organisationId],
    data: { personId: member.personId, before: member.role, after: body.role },
    detail: { name: member.name },
  })
  return {}
}

export async function removeMember(work: OwnWork, { params }: Input<typeof removeContract>): Promise<Record<never, never>> {
  if (params.person === work.person.id) return leaveOrganisation(work)
  const member = await lockForChange(work, { kind: 'remove', personId: asId(params.person) })
  await endMembership(work, member)
  record(work, {
    kind: 'member.removed',
    readers: [work.context.organisationId],
    data: { personId: member.personId },
    detail: { name: member.name },
  })
  return {}
}

export async function leaveOrganisation(work: OwnWork): Promise<Record<never, never>> {
  const member = await lockForChange(work, { kind: 'leave' })
  await endMembership(work, member)
  record(work, {
    kind: 'member.left',
    readers: [work.context.organisationId],
    data: { personId: member.personId },
    detail: { name: member.name },
  })
  return {}
}

async function lockForChange(work: OwnWork, change: MemberChange & { kind: 'change_role' | 'remove' | 'leave' }): Promise<MemberRow> {
  const members = await lockMembers(work.tx, work.context.organisationId)
  const refused = refusalOfMemberChange(members, work.person.id, change)
  if (refused) throw new Refusal(refused)
  const personId = change.kind === 'leave' ? work.person.id : change.personId
  const member = members.find((one) => one.personId === personId)
  if (!member) throw new Refusal('not_found')
  const touch = touchOf(members, work.person.id, change)
  if (touch !== null) await requireSecondForRepresentative(work, touch === 'names' ? { named: personId } : { dismissed: personId })
  return member
}

async function endMembership(work: OwnWork, { personId }: MemberRow): Promise<void> {
  const partnerId = work.context.organisationId
  await endVisits(work, personId)
  for (const { customerId, partnershipId } of await deleteAssignmentsOf(work.tx, partnerId, personId)) {
    const data = { added: [], changed: [], removed: [personId] }
    record(work, { kind: 'assignment.changed', readers: [partnerId], partnershipId, customerId, data })
  }
  await deleteMember(work.tx, partnerId, personId)
}

async function endVisits(work: OwnWork, personId: PersonId): Promise<void> {
  const partnerId = work.context.organisationId
  for (const visit of await endVisitsOf(work.tx, partnerId, personId, work.now)) {
    record(work, { kind: 'visit.ended', readers: [visit.customerId, partnerId], ...visit, data: { personId, endedBy: 'partner' } })
  }
}
