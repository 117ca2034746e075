// Assignments for a time: given by the partner, ended by whoever may assign or by the clock. They count between their instants at every question;
// a job removes them afterwards, and ends the visits of those who have the customer no longer.
import { isCounting } from '../../domain/assignment.ts'
import { type AssignmentId, asId, type PersonId } from '../../domain/ids.ts'
import { type Partnership, stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type RightId, rightIds, rightOf } from '../../domain/rights/catalogue.ts'
import type { Instant } from '../../domain/time.ts'
import { mayDo } from '../../domain/who-may.ts'
import { findMembership, loadActingFacts } from '../authorization/load-facts.ts'
import { record } from '../journal/record.ts'
import type { NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import { type AnyWork, newId, type OwnWork, type SystemWork } from '../work.ts'
import { endVisits } from './end-visits.ts'
import {
  deleteTimedAssignment,
  findTimedAssignment,
  type Holder,
  insertTimedAssignment,
  listPeopleOf,
  nameOfTeam,
  type TimedAssignment,
} from './timed-assignment-store.ts'

export type ForATime = Holder & {
  /** Null: all that was granted. */
  readonly rights: readonly RightId[] | null
  /** Without it, from now on. */
  readonly startsAt?: Instant
  readonly endsAt: Instant
}
type Parties = Pick<Partnership, 'id' | 'customerId' | 'partnerId'>

/**
 * Somebody, or a team, gets a customer for a time, with at most what was granted. The partnership must be locked. Refusals: `not_entitled`,
 * `not_active`, `end_before_start` (also an end that has passed), `enlarges`, `nothing_granted`, `not_found` (nobody of the partner).
 */
export async function assignForATime(work: OwnWork, partnership: Partnership, wanted: ForATime): Promise<TimedAssignment> {
  const startsAt = wanted.startsAt ?? work.now
  if (!mayDo('assign', { side: 'partner', role: work.context.role })) throw new Refusal('not_entitled')
  if (stateOfPartnership(partnership, work.now) !== 'active') throw new Refusal('not_active')
  if (wanted.endsAt <= startsAt || wanted.endsAt <= work.now) throw new Refusal('end_before_start')
  const rights = boundedRights(partnership, wanted.rights)
  const { personId } = wanted
  if (personId !== null && !(await findMembership(work.tx, partnership.partnerId, personId))) throw new Refusal('not_found')
  const { endsAt } = wanted
  const holder: Holder = personId === null ? { personId, teamId: wanted.teamId } : { personId, teamId: null }
  const id = newId<AssignmentId>()
  const assignment = { ...holder, id, partnershipId: partnership.id, rights, startsAt, endsAt, assignedBy: work.person.id }
  await insertTimedAssignment(work.tx, assignment, { ...partnership, now: work.now })
  const data = { assignmentId: id, personId, teamId: wanted.teamId, rights, startsAt, notAfter: endsAt }
  record(work, { ...about(partnership), kind: 'assignment.given_for_a_time', data, ...(await named(work, holder)) })
  return assignment
}

/** Ended before its time. Refusals: `not_entitled`, `not_found`. */
export async function endForATime(work: OwnWork, id: AssignmentId): Promise<void> {
  if (!mayDo('assign', { side: 'partner', role: work.context.role })) throw new Refusal('not_entitled')
  if (!(await end(work, id, 'person'))) throw new Refusal('not_found')
}

/** assignment.given_for_a_time: the clock removes it. */
export function planEndOfAssignment(event: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'assignment.given_for_a_time') return []
  const { assignmentId, notAfter } = event.data
  return [{ kind: 'end-assignment', payload: { id: assignmentId }, runAt: new Date(notAfter), uniqueKey: `end-assignment:${assignmentId}` }]
}

/** The clock's command. */
export async function endDueAssignment(work: SystemWork, payload: unknown): Promise<void> {
  const { id } = payload as { readonly id: AssignmentId }
  const assignment = await findTimedAssignment(work.tx, id)
  if (assignment && assignment.endsAt <= work.now) await end(work, id, 'time')
}

async function end(work: AnyWork, id: AssignmentId, by: 'person' | 'time'): Promise<boolean> {
  const removed = await deleteTimedAssignment(work.tx, id)
  if (!removed) return false
  const parties: Parties = { id: removed.partnershipId, customerId: removed.customerId, partnerId: removed.partnerId }
  const { personId, teamId } = removed
  record(work, {
    ...about(parties),
    kind: 'assignment.time_over',
    data: { assignmentId: id, personId, teamId, by },
    ...(await named(work, removed)),
  })
  const out: PersonId[] = []
  for (const person of await listPeopleOf(work.tx, removed)) if (!(await hasCustomer(work, parties, person))) out.push(person)
  if (out.length > 0) await endVisits(work, parties, by === 'time' ? 'time' : 'partner', out)
  return true
}

/** Whether the person still has the customer, by role or by another assignment. */
async function hasCustomer(work: AnyWork, parties: Parties, personId: PersonId): Promise<boolean> {
  const facts = await loadActingFacts(work.tx, parties, { partnershipId: parties.id, personId, visitId: null })
  if (!facts?.membership) return false
  return facts.membership.role !== 'collaborator' || facts.assignments.some((one) => isCounting(one, work.now))
}

/** Rights come with what they need, and were granted. */
function boundedRights({ grant }: Partnership, rights: readonly RightId[] | null): readonly RightId[] | null {
  if (rights === null) return null
  if (rights.length === 0) throw new Refusal('nothing_granted')
  const granted = new Set(grant?.rights.map(({ right }) => right))
  const wanted = new Set(rights.flatMap((right) => [right, ...rightOf(right).needs]))
  if (rights.some((right) => !granted.has(right))) throw new Refusal('enlarges')
  return rightIds.filter((right) => wanted.has(right))
}

function about({ id, customerId, partnerId }: Parties) {
  return { readers: [partnerId], partnershipId: id, customerId }
}

async function named(work: AnyWork, holder: Holder): Promise<{ readonly detail?: { readonly name: string } }> {
  return holder.teamId === null ? {} : { detail: { name: await nameOfTeam(work.tx, asId(holder.teamId)) } }
}
