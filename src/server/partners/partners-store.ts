// What the Partners pages read: partnerships of a customer, visits and what happened in them, people. In its own context.
import { type Kysely, sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type PersonId, type VisitId } from '../../domain/ids.ts'
import type { GrantReason } from '../../domain/partnership/grant.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { VisitEnder } from '../../domain/visit.ts'
import type { DB } from '../platform/tables.ts'

type Tx = Kysely<DB>

/** Newest first: everything that is or was, except what never came about. */
export async function listPartnershipIds(tx: Tx, customerId: OrganisationId): Promise<readonly PartnershipId[]> {
  const rows = await tx
    .selectFrom('partnership')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('state', '<>', 'not_concluded')
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ id }) => asId(id))
}

export type VisitShown = {
  readonly id: VisitId
  readonly partnershipId: PartnershipId
  readonly personId: PersonId
  readonly person: string
  readonly reason: string | null
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  readonly endedBy: VisitEnder | null
}

/** The latest visits of a partnership; with `underWay`, of all partnerships, those nobody has ended. */
export async function listVisits(
  tx: Tx,
  customerId: OrganisationId,
  which: { readonly partnershipId: PartnershipId } | { readonly underWay: true },
): Promise<readonly VisitShown[]> {
  const all = tx
    .selectFrom('visit')
    .select(['id', 'partnership_id', 'person_id', 'reason', 'started_at', 'seen_at', 'idle_minutes', 'expires_at', 'ended_at', 'ended_by'])
    .select(sql<string | null>`person_name(person_id)`.as('person'))
    .where('customer_id', '=', customerId)
  const wanted =
    'underWay' in which
      ? all
          .where('ended_at', 'is', null)
          .where(sql<boolean>`least(expires_at, seen_at + make_interval(mins => idle_minutes)) > clock_timestamp()`)
      : all.where('partnership_id', '=', which.partnershipId)
  const rows = await wanted
    .orderBy('started_at', 'desc')
    .limit('underWay' in which ? 200 : 20)
    .execute()
  return rows.map((row) => {
    const overAt = Math.min(row.expires_at.getTime(), row.seen_at.getTime() + row.idle_minutes * 60_000)
    const isOver = row.ended_at === null && overAt <= Date.now()
    return {
      id: asId(row.id),
      partnershipId: asId(row.partnership_id),
      personId: asId(row.person_id),
      person: row.person ?? '',
      reason: row.reason,
      startedAt: instant(row.started_at.getTime()),
      endedAt: row.ended_at === null ? (isOver ? instant(overAt) : null) : instant(row.ended_at.getTime()),
      endedBy: row.ended_at === null && isOver ? 'time' : (row.ended_by as VisitEnder | null),
    }
  })
}

export async function findLastVisit(
  tx: Tx,
  customerId: OrganisationId,
  partnershipId: PartnershipId,
): Promise<{ readonly at: Instant; readonly person: string } | undefined> {
  const row = await tx
    .selectFrom('visit')
    .select(['started_at', sql<string | null>`person_name(person_id)`.as('person')])
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', partnershipId)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { at: instant(row.started_at.getTime()), person: row.person ?? '' }
}

/** Whose visit it is, whether it lasts or not. */
export async function findVisitor(tx: Tx, partnershipId: PartnershipId, visit: string): Promise<PersonId | undefined> {
  const row = await tx
    .selectFrom('visit')
    .select('person_id')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', visit)
    .executeTakeFirst()
  return row && asId<PersonId>(row.person_id)
}

export type DoneInVisit = { readonly reads: number; readonly changes: number }

const entriesCounted = 20_000

/** How much was looked at and how much was changed, visit by visit, as the newest part of the journal tells. */
export async function countDone(
  tx: Tx,
  customerId: OrganisationId,
  partnershipId: PartnershipId,
): Promise<ReadonlyMap<string, DoneInVisit>> {
  const { rows } = await sql<{ visit_id: string; reads: number; changes: number }>`
    select j.visit_id, count(*) filter (where j.kind = 'visit.read')::int as reads, count(*) filter (where j.kind not like 'visit.%')::int as changes
    from (select position from journal_reader where organisation_id = ${customerId} and partnership_id = ${partnershipId}
          order by position desc limit ${entriesCounted}) r
    join journal j on j.position = r.position
    where j.visit_id is not null group by j.visit_id`.execute(tx)
  return new Map(rows.map(({ visit_id, reads, changes }) => [visit_id, { reads, changes }]))
}

export async function listAdmitted(tx: Tx, partnershipId: PartnershipId): Promise<ReadonlySet<PersonId>> {
  const rows = await tx.selectFrom('admitted_person').select('person_id').where('partnership_id', '=', partnershipId).execute()
  return new Set(rows.map(({ person_id }) => asId<PersonId>(person_id)))
}

export type Parties = { readonly id: PartnershipId; readonly customerId: OrganisationId; readonly partnerId: OrganisationId }

export async function admit(tx: Tx, { id, customerId, partnerId }: Parties, personId: PersonId): Promise<void> {
  await tx
    .insertInto('admitted_person')
    .values({ customer_id: customerId, partnership_id: id, partner_id: partnerId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function exclude(tx: Tx, { id, customerId }: Parties, personId: PersonId): Promise<void> {
  await tx
    .deleteFrom('admitted_person')
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
}

/** When each right was last used. */
export async function listLastUse(
  tx: Tx,
  customerId: OrganisationId,
  partnershipId: PartnershipId,
): Promise<ReadonlyMap<RightId, Instant>> {
  const rows = await tx
    .selectFrom('granted_right')
    .select(['right', ({ fn }) => fn.max('last_used_at').as('at')])
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', partnershipId)
    .where('last_used_at', 'is not', null)
    .groupBy('right')
    .execute()
  return new Map(rows.flatMap(({ right, at }) => (at ? [[right as RightId, instant(new Date(at).getTime())] as const] : [])))
}

export type VersionShown = {
  readonly version: number
  readonly reason: GrantReason
  readonly at: Instant
  readonly by: string
  readonly rights: readonly RightId[]
  readonly notAfter: Instant | null
}

/** The newest version first. */
export async function listVersions(tx: Tx, { id, customerId }: Parties): Promise<readonly VersionShown[]> {
  const rows = await tx
    .selectFrom('grant_version')
    .select(['version', 'reason', 'granted_at', 'rights', 'not_after', sql<string | null>`person_name(granted_by)`.as('by')])
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', id)
    .orderBy('version', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    reason: row.reason as GrantReason,
    at: instant(row.granted_at.getTime()),
    by: row.by ?? '',
    rights: rightsIn(row.rights as unknown as readonly { readonly right: RightId }[]),
    notAfter: row.not_after === null ? null : instant(row.not_after.getTime()),
  }))
}

/** With what the grant in force is paid. */
export async function findMethodInUse(tx: Tx, id: PartnershipId): Promise<{ brand: string; lastFour: string | null } | null> {
  const { rows } = await sql<{
    brand: string
    last_four: string | null
  }>`select brand, last_four from payment_method_in_use(${id})`.execute(tx)
  const [method] = rows
  return method ? { brand: method.brand, lastFour: method.last_four } : null
}
