// Who of the partner has a customer, by name: assigned by themselves or with a team, and whom the customer admits.
import { sql } from 'kysely'
import { asId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { Role } from '../../domain/organisation.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type PersonShown = {
  readonly id: PersonId
  readonly name: string
  readonly role: Role
  readonly isAssigned: boolean
  /** Access for a time that counts now: also the only one. */
  readonly forATime: readonly { readonly id: string; readonly rights: readonly RightId[] | null; readonly endsAt: Instant }[]
  /** Teams through which they have it. */
  readonly teams: readonly string[]
  readonly rights: readonly RightId[] | null
  readonly isAdmitted: boolean
}

/** Members of the partner: who is assigned, by themselves or with a team, and whom the customer admits by name. */
export async function listPeople(tx: Transaction, { id, partnerId }: Partnership): Promise<readonly PersonShown[]> {
  const teams = await listTeamsOf(tx, id)
  const timed = await listTimedOf(tx, id)
  const rows = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .leftJoin('assignment', (join) => join.onRef('assignment.person_id', '=', 'person.id').on('assignment.partnership_id', '=', id))
    .leftJoin('admitted_person', (join) =>
      join.onRef('admitted_person.person_id', '=', 'person.id').on('admitted_person.partnership_id', '=', id),
    )
    .select([
      'person.id',
      'person.name',
      'member.role',
      'assignment.rights',
      'assignment.assigned_at',
      'admitted_person.person_id as admitted',
    ])
    .where('member.organisation_id', '=', partnerId)
    .orderBy('assignment.assigned_at', (order) => order.asc().nullsLast())
    .orderBy('person.name')
    .execute()
  return rows.map((row) => ({
    id: asId(row.id),
    name: row.name,
    role: row.role as Role,
    isAssigned: row.assigned_at !== null,
    ...heldBy(
      row,
      teams,
      timed.filter(({ personId }) => personId === row.id),
    ),
    isAdmitted: row.admitted !== null,
  }))
}

type TeamOf = { readonly name: string; readonly rights: readonly RightId[] | null; readonly people: readonly string[] }

async function listTeamsOf(tx: Transaction, id: PartnershipId): Promise<readonly TeamOf[]> {
  const { rows } = await sql<{ name: string; rights: RightId[] | null; people: string[] }>`
    select t.name, a.rights, array(select m.person_id from team_member m where m.team_id = t.id) as people
    from team_assignment a join team t on t.id = a.team_id where a.partnership_id = ${id} order by fold(t.name), t.id`.execute(tx)
  return rows
}

type TimedOf = PersonShown['forATime'][number] & { readonly personId: string }

async function listTimedOf(tx: Transaction, id: PartnershipId): Promise<readonly TimedOf[]> {
  const { rows } = await sql<{ id: string; person_id: string; rights: RightId[] | null; ends_at: Date }>`
    select id, person_id, rights, ends_at from timed_assignment where partnership_id = ${id} and person_id is not null
      and starts_at <= clock_timestamp() and ends_at > clock_timestamp() order by ends_at`.execute(tx)
  return rows.map((row) => ({ id: row.id, personId: row.person_id, rights: row.rights, endsAt: instant(row.ends_at.getTime()) }))
}

/** Everything that counts together: any of it unbounded makes all of it so. */
function heldBy(
  row: { id: string; assigned_at: Date | null; rights: string[] | null },
  teams: readonly TeamOf[],
  forATime: readonly TimedOf[],
): Pick<PersonShown, 'teams' | 'forATime' | 'rights'> {
  const own = teams.filter(({ people }) => people.includes(row.id))
  const held = [...(row.assigned_at === null ? [] : [row.rights as RightId[] | null]), ...[...own, ...forATime].map(({ rights }) => rights)]
  const rights = held.includes(null) || held.length === 0 ? null : [...new Set(held.flatMap((some) => some ?? []))]
  return { teams: own.map(({ name }) => name), forATime, rights }
}
