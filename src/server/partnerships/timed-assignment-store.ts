// The rows of assignments for a time. The transaction's context must be the partner.
import type { Assignment } from '../../domain/assignment.ts'
import { type AssignmentId, asId, type PartnershipId, type PersonId, type TeamId } from '../../domain/ids.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

/** Whose it is: exactly one of the two. */
export type Holder = { readonly personId: PersonId; readonly teamId: null } | { readonly personId: null; readonly teamId: TeamId }

export type TimedAssignment = Holder & {
  readonly id: AssignmentId
  readonly partnershipId: PartnershipId
  readonly rights: Assignment['rights']
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly assignedBy: PersonId
}

export async function insertTimedAssignment(
  tx: Transaction,
  assignment: TimedAssignment,
  { customerId, partnerId, now }: Pick<Partnership, 'customerId' | 'partnerId'> & { readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto('timed_assignment')
    .values({
      id: assignment.id,
      customer_id: customerId,
      partner_id: partnerId,
      partnership_id: assignment.partnershipId,
      person_id: assignment.personId,
      team_id: assignment.teamId,
      rights: assignment.rights === null ? null : [...assignment.rights],
      starts_at: new Date(assignment.startsAt),
      ends_at: new Date(assignment.endsAt),
      assigned_by: assignment.assignedBy,
      assigned_at: new Date(now),
    })
    .execute()
}

/** All of a partnership, by their start; also those that are over and not yet removed. */
export async function listTimedAssignments(tx: Transaction, partnershipId: PartnershipId): Promise<readonly TimedAssignment[]> {
  const rows = await tx
    .selectFrom('timed_assignment')
    .selectAll()
    .where('partnership_id', '=', partnershipId)
    .orderBy('starts_at')
    .execute()
  return rows.map(toAssignment)
}

/** Removes it; undefined when it is not there (any more). */
export async function deleteTimedAssignment(
  tx: Transaction,
  id: AssignmentId,
): Promise<(TimedAssignment & Pick<Partnership, 'customerId' | 'partnerId'>) | undefined> {
  const row = await tx.deleteFrom('timed_assignment').where('id', '=', id).returningAll().executeTakeFirst()
  return row && { ...toAssignment(row), customerId: asId(row.customer_id), partnerId: asId(row.partner_id) }
}

/** Locks it as it is; undefined when it is not there. */
export async function findTimedAssignment(tx: Transaction, id: AssignmentId): Promise<TimedAssignment | undefined> {
  const row = await tx.selectFrom('timed_assignment').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toAssignment(row)
}

/** Of a team, or the person alone. */
export async function listPeopleOf(tx: Transaction, { personId, teamId }: Holder): Promise<readonly PersonId[]> {
  if (personId !== null) return [personId]
  const rows = await tx.selectFrom('team_member').select('person_id').where('team_id', '=', teamId).execute()
  return rows.map((row) => asId(row.person_id))
}

export async function nameOfTeam(tx: Transaction, teamId: TeamId): Promise<string> {
  const row = await tx.selectFrom('team').select('name').where('id', '=', teamId).executeTakeFirst()
  return row?.name ?? ''
}

type Row = {
  readonly id: string
  readonly partnership_id: string
  readonly person_id: string | null
  readonly team_id: string | null
  readonly rights: string[] | null
  readonly starts_at: Date
  readonly ends_at: Date
  readonly assigned_by: string
}

function toAssignment(row: Row): TimedAssignment {
  const holder: Holder =
    row.person_id === null ? { personId: null, teamId: asId(row.team_id ?? '') } : { personId: asId(row.person_id), teamId: null }
  return {
    ...holder,
    id: asId(row.id),
    partnershipId: asId(row.partnership_id),
    rights: row.rights as RightId[] | null,
    startsAt: instant(row.starts_at.getTime()),
    endsAt: instant(row.ends_at.getTime()),
    assignedBy: asId(row.assigned_by),
  }
}
