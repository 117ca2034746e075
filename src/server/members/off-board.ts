// Somebody leaves the partner: everything of theirs ends in one command, and who follows has the customers. Or they are away, and somebody stands in.
import { asId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import { touchOf } from '../../domain/member.ts'
import { offBoard } from '../../domain/off-boarding.ts'
import { Refusal } from '../../domain/refusal.ts'
import { dayMs, localDate } from '../../domain/time.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { calendar } from '../partnerships/calendar.ts'
import { openReceiptOfLeaver } from '../partnerships/open-receipt.ts'
import { lockPartnership } from '../partnerships/partnership-store.ts'
import { requireSecondForRepresentative } from '../partnerships/signing-representatives.ts'
import { assignForATime } from '../partnerships/timed-assignments.ts'
import type { OwnWork } from '../work.ts'
import { deleteAssignmentsOf, deleteMember, endVisitsOf, listMemberRows, lockMembers, type MemberRow } from './member-store.ts'
import type * as contracts from './off-boarding-contract.ts'
import { assignSuccessor, findHanging, handOnPlans, type LeftCustomer, listLeft } from './off-boarding-store.ts'

const customersShown = 100
const coverDays = 90

export async function previewOffBoarding(
  work: OwnWork,
  { params }: Input<typeof contracts.previewOffBoarding>,
): Promise<Answer<typeof contracts.previewOffBoarding>> {
  const { organisationId: partnerId } = work.context
  const member = memberIn(await listMemberRows(work.tx, partnerId), params.person)
  const of = { partnerId, personId: member.personId, now: work.now }
  const left = await listLeft(work.tx, of)
  const { visits, teams, rules, ...counts } = await findHanging(work.tx, of)
  return {
    person: { id: member.personId, name: member.name },
    customers: left.slice(0, customersShown).map(({ id, name, tags, leftWithNobody, namedPeopleOnly }) => ({
      ...{ id, name, leftWithNobody, namedPeopleOnly },
      tags: [...tags],
    })),
    customersInAll: left.length,
    leftWithNobody: left.filter(({ leftWithNobody }) => leftWithNobody).length,
    visitsNow: [...visits],
    teams: [...teams],
    rules: [...rules],
    ...counts,
  }
}

export async function offBoardMember(
  work: OwnWork,
  { params, body }: Input<typeof contracts.offBoardMember>,
): Promise<Answer<typeof contracts.offBoardMember>> {
  const { organisationId: partnerId } = work.context
  const members = await lockMembers(work.tx, partnerId)
  const member = memberIn(members, params.person)
  const of = { partnerId, personId: member.personId, now: work.now }
  const left = await listLeft(work.tx, of)
  const succession = {
    successor: asPerson(body.successor),
    groups: body.groups.map(({ tag, successor }) => ({ tag, successor: asPerson(successor) })),
  }
  const decided = offBoard({ members, left, leaver: member.personId }, succession, work.person.id)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  if (touchOf(members, work.person.id, { kind: 'remove', personId: member.personId }))
    await requireSecondForRepresentative(work, { dismissed: member.personId })
  const visits = await endVisits(work, partnerId, member.personId)
  const heirs = new Map(decided.customers.map(({ partnershipId, successor }) => [partnershipId, successor]))
  await handOnPlans(work.tx, of, { successor: succession.successor, by: work.person.id })
  await deleteAssignmentsOf(work.tx, partnerId, member.personId)
  let handedOn = 0
  for (const customer of left) if (await handOn(work, member, customer, heirs.get(customer.partnershipId) ?? null)) handedOn++
  await deleteMember(work.tx, partnerId, member.personId)
  const detail = { name: member.name }
  record(work, { kind: 'member.removed', readers: [partnerId], data: { personId: member.personId }, detail })
  const receipt = await openReceiptOfLeaver(work, partnerId, member.personId)
  return { customers: left.length, handedOn, visitsEnded: visits, receipt }
}

async function endVisits(work: OwnWork, partnerId: OrganisationId, personId: PersonId): Promise<number> {
  const ended = await endVisitsOf(work.tx, partnerId, personId, work.now)
  for (const visit of ended)
    record(work, { kind: 'visit.ended', readers: [visit.customerId, partnerId], ...visit, data: { personId, endedBy: 'partner' } })
  return ended.length
}

/** Says who has it from now on; a customer that admits people by name is asked about the successor. */
async function handOn(work: OwnWork, member: MemberRow, customer: LeftCustomer, heir: PersonId | null): Promise<boolean> {
  const { organisationId: partnerId } = work.context
  const { partnershipId, customerId, rights } = customer
  const successor = customer.isActive ? heir : null
  const isNew =
    successor !== null &&
    (await assignSuccessor(work.tx, { successor, partnershipId, customerId }, { partnerId, rights, by: work.person.id, now: work.now }))
  const data = { added: isNew ? [successor] : [], changed: [], removed: [member.personId] }
  record(work, { kind: 'assignment.changed', readers: [partnerId], partnershipId, customerId, data })
  if (successor !== null && customer.namedPeopleOnly)
    record(work, {
      kind: 'partnership.successor_named',
      readers: [customerId, partnerId],
      ...{ partnershipId, customerId },
      data: { personId: member.personId, successorId: successor },
    })
  return successor !== null
}

/** Only their own assignments: teams have others in them. Whoever has a customer already is not given it twice. */
export async function coverMember(
  work: OwnWork,
  { params, body }: Input<typeof contracts.coverMember>,
): Promise<Answer<typeof contracts.coverMember>> {
  const { organisationId: partnerId } = work.context
  const members = await lockMembers(work.tx, partnerId)
  const member = memberIn(members, params.person)
  const substitute = memberIn(members, body.substitute)
  if (!mayDo('assign', { side: 'partner', role: work.context.role })) throw new Refusal('not_entitled')
  if (substitute.personId === member.personId) throw new Refusal('invalid_input')
  const endsAt = calendar.endOf(localDate(body.until))
  if (endsAt <= work.now || endsAt > work.now + (coverDays + 1) * dayMs) throw new Refusal('end_out_of_bounds')
  const own = new Set(
    (await listLeft(work.tx, { partnerId, personId: substitute.personId, now: work.now })).map((one) => one.partnershipId),
  )
  const left = await listLeft(work.tx, { partnerId, personId: member.personId, now: work.now })
  const covered = left.filter(({ partnershipId, isActive }) => isActive && !own.has(partnershipId))
  for (const { partnershipId, rights } of covered) {
    const partnership = await lockPartnership(work.tx, partnershipId)
    const granted = new Set(partnership?.grant?.rights.map(({ right }) => right))
    const some = rights?.filter((right) => granted.has(right)) ?? null
    if (partnership && some?.length !== 0)
      await assignForATime(work, partnership, { personId: substitute.personId, teamId: null, rights: some, endsAt })
  }
  if (covered.length === 0) throw new Refusal('nothing_changed')
  return { customers: covered.length }
}

function memberIn(members: readonly MemberRow[], id: string): MemberRow {
  const member = members.find(({ personId }) => personId === id)
  if (!member) throw new Refusal('not_found')
  return member
}

const asPerson = (id: string | null): PersonId | null => (id === null ? null : asId<PersonId>(id))
