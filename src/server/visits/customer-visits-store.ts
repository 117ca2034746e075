// The visits of a customer's partners as its own people read them, in its own context.
import { type SelectQueryBuilder, sql } from 'kysely'
import { asId, type OrganisationId, type VisitId } from '../../domain/ids.ts'
import type { Visit } from '../../domain/visit.ts'
import { toVisit } from '../authorization/load-facts.ts'
import type { DB } from '../platform/tables.ts'
import type { Transaction } from '../platform/transact.ts'

type Named = { readonly id: string; readonly name: string }
export type VisitListed = {
  readonly visit: Visit
  readonly partner: Named
  readonly person: string
  readonly reason: string | null
}
export type VisitFilter = { readonly partner: string | undefined; readonly person: string | undefined }

const isUnderWay = sql<boolean>`ended_at is null and least(expires_at, seen_at + make_interval(mins => idle_minutes)) > clock_timestamp()`
const mostAtOnce = 200

export async function listNow(tx: Transaction, customerId: OrganisationId, filter: VisitFilter): Promise<readonly VisitListed[]> {
  const rows = await visitsOf(tx, customerId, filter)
    .where('ended_at', 'is', null)
    .where(isUnderWay)
    .orderBy('started_at', 'desc')
    .limit(mostAtOnce)
    .execute()
  return rows.map(toListed)
}

/** `before`: the last visit of the page before. */
export async function listPast(
  tx: Transaction,
  customerId: OrganisationId,
  { before, limit, ...filter }: VisitFilter & { readonly before: string | undefined; readonly limit: number },
): Promise<readonly VisitListed[]> {
  const past = visitsOf(tx, customerId, filter).where(sql<boolean>`not (${isUnderWay})`)
  const page = before === undefined ? past : past.where(isBefore(customerId, before))
  const rows = await page.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toListed)
}

const isBefore = (customerId: OrganisationId, visit: string) =>
  sql<boolean>`(started_at, id) < (select v.started_at, v.id from visit v where v.customer_id = ${customerId} and v.id = ${visit})`

function visitsOf(tx: Transaction, customerId: OrganisationId, { partner, person }: VisitFilter) {
  let query = tx
    .selectFrom('visit')
    .selectAll()
    .select([sql<string | null>`person_name(person_id)`.as('person'), sql<string | null>`organisation_name(partner_id)`.as('partner')])
    .where('customer_id', '=', customerId)
  if (partner !== undefined) query = query.where('partner_id', '=', partner)
  if (person !== undefined) query = query.where('person_id', '=', person)
  return query
}

type Row = ReturnType<typeof visitsOf> extends SelectQueryBuilder<DB, 'visit', infer Selected> ? Selected : never

function toListed(row: Row): VisitListed {
  return {
    visit: toVisit(row),
    partner: { id: row.partner_id, name: row.partner ?? '' },
    person: row.person ?? '',
    reason: row.reason,
  }
}

/** Whoever ever was inside, by name. */
export async function listVisitors(tx: Transaction, customerId: OrganisationId): Promise<{ partners: Named[]; people: Named[] }> {
  const of = (column: 'partner_id' | 'person_id', name: 'organisation_name' | 'person_name') =>
    sql<Named>`select * from (select id, ${sql.raw(name)}(id) as name from (select distinct ${sql.ref(column)} as id from visit
      where customer_id = ${customerId}) visitor) named where name is not null order by name limit ${mostAtOnce}`.execute(tx)
  const [partners, people] = [await of('partner_id', 'organisation_name'), await of('person_id', 'person_name')]
  return { partners: [...partners.rows], people: [...people.rows] }
}

export type Done = { readonly reads: number; readonly changes: number; readonly refused: number; readonly endedByPerson: string | null }

/** How much was looked at, changed and refused, and who of the customer ended it: as the journal tells. */
export async function countDone(
  tx: Transaction,
  customerId: OrganisationId,
  visits: readonly VisitId[],
): Promise<ReadonlyMap<VisitId, Done>> {
  if (visits.length === 0) return new Map()
  const { rows } = await sql<{ visit_id: string; reads: number; changes: number; refused: number; ended_by: string | null }>`
    select j.visit_id, count(*) filter (where j.kind = 'visit.read')::int as reads,
      count(*) filter (where j.kind not like 'visit.%')::int as changes, count(*) filter (where j.kind = 'visit.refused')::int as refused,
      person_name((array_agg(j.person_id) filter (where j.kind = 'visit.ended'))[1]) as ended_by
    from journal j join journal_reader r on r.position = j.position and r.organisation_id = ${customerId}
    where j.visit_id in (${sql.join(visits)}) group by j.visit_id`.execute(tx)
  return new Map(rows.map(({ visit_id, ended_by, ...counts }) => [asId<VisitId>(visit_id), { ...counts, endedByPerson: ended_by }]))
}
