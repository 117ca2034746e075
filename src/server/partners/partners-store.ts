// What the Partners pages read: partnerships of a customer, visits and what happened in them, people, and open requests. In its own context.
import { type Kysely, sql } from 'kysely'
import { asId, type InvitationId, type OrganisationId, type PartnershipId, type PersonId, type VisitId } from '../../domain/ids.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
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
  const rows = await wanted.orderBy('started_at', 'desc').limit(20).execute()
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

export async function lastVisitAt(tx: Tx, customerId: OrganisationId, partnershipId: PartnershipId): Promise<Instant | null> {
  const row = await tx
    .selectFrom('visit')
    .select(({ fn }) => fn.max('started_at').as('at'))
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', partnershipId)
    .executeTakeFirst()
  return row?.at ? instant(new Date(row.at).getTime()) : null
}

export type DoneInVisit = { readonly reads: number; readonly changes: number }

/** How much was looked at and how much was changed, visit by visit, as the journal tells. */
export async function countDone(
  tx: Tx,
  customerId: OrganisationId,
  partnershipId: PartnershipId,
): Promise<ReadonlyMap<string, DoneInVisit>> {
  const { rows } = await sql<{ visit_id: string; reads: number; changes: number }>`
    select j.visit_id, count(*) filter (where j.kind = 'visit.read')::int as reads, count(*) filter (where j.kind not like 'visit.%')::int as changes
    from journal_reader r join journal j on j.position = r.position
    where r.organisation_id = ${customerId} and r.partnership_id = ${partnershipId} and j.visit_id is not null
    group by j.visit_id`.execute(tx)
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

export async function countPaidByPartner(tx: Tx, { customerId, partnerId }: Parties): Promise<number> {
  const row = await tx
    .selectFrom('product')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', customerId)
    .where('payer_id', '=', partnerId)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

export type WaitingRequest = {
  readonly id: InvitationId
  readonly partner: string
  readonly tokenGeneration: number
  readonly expiresAt: Instant
  readonly sentAt: Instant
}

/** Requests to this organisation's number, or to an address this person proved, that wait for an answer. */
export async function listWaitingRequests(tx: Tx, organisationId: OrganisationId, now: Instant): Promise<readonly WaitingRequest[]> {
  const { rows } = await sql<{ id: string; partner: string; token_generation: number; expires_at: Date; sent_at: Date }>`
    select i.id, o.name as partner, i.token_generation, i.expires_at, coalesce(i.sent_at, i.created_at) as sent_at
    from invitation i join organisation o on o.id = i.partner_id
    where i.partner_id <> ${organisationId} and i.state = 'open' and i.expires_at > ${new Date(now)}
      and (i.customer_number = (select number from organisation own where own.id = ${organisationId}) or (i.customer_number is null and proved_address(i.id)))
    order by i.expires_at limit 50`.execute(tx)
  return rows.map((row) => ({
    id: asId(row.id),
    partner: row.partner,
    tokenGeneration: row.token_generation,
    expiresAt: instant(row.expires_at.getTime()),
    sentAt: instant(row.sent_at.getTime()),
  }))
}

export type FoundPartner = { readonly id: OrganisationId; readonly partnershipId: PartnershipId | null }

/** Verified partners by name or domain, as people write them. */
export async function searchPartners(tx: Tx, customerId: OrganisationId, search: string): Promise<readonly FoundPartner[]> {
  const { rows } = await sql<{ id: string; partnership_id: string | null }>`
    select o.id, (select p.id from partnership p where p.customer_id = ${customerId} and p.partner_id = o.id and p.state in ('proposed', 'active')) as partnership_id
    from organisation o
    where o.verified_as_partner_at is not null and o.id <> ${customerId}
      and (fold_german(fold(o.name)) like '%' || fold_german(fold(${escaped(search)})) || '%' or lower(o.domain) like '%' || lower(${escaped(search)}) || '%')
    order by o.name limit 20`.execute(tx)
  return rows.map((row) => ({ id: asId(row.id), partnershipId: row.partnership_id === null ? null : asId(row.partnership_id) }))
}

const escaped = (search: string): string => search.replaceAll(/[\\%_]/g, '\\$&')
