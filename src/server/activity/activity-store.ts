// Reads the journal as its readers may: by organisation, newest first.
import { sql } from 'kysely'
import type { OrganisationId } from '../../domain/ids.ts'
import { isUnnamed } from '../journal/unnamed.ts'
import type { Transaction } from '../platform/transact.ts'

export type ActivityRow = {
  readonly position: number
  readonly at: Date
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly person_id: string | null
  readonly person: string | null
  readonly about_id: string | null
  readonly about: string | null
  readonly organisation_id: string | null
  readonly organisation: string | null
  readonly operator: boolean
  readonly acting: boolean
  readonly partnership_id: string | null
  readonly partner_id: string | null
  readonly partner: string | null
  readonly customer_id: string | null
  readonly customer: string | null
  readonly visit_id: string | null
  readonly product_id: string | null
  readonly product: string | null
}

export type ActivityFilter = {
  readonly partnership?: string | undefined
  readonly person?: string | undefined
  readonly product?: string | undefined
  readonly visit?: string | undefined
  readonly partnerActing?: OrganisationId | 'any' | undefined
  readonly before?: number | undefined
  readonly after?: number | undefined
  readonly limit: number
}

/** Personal sign-in events of members are told to the person, on the account page, and not here. */
export async function listEntries(
  tx: Transaction,
  organisationId: OrganisationId,
  filter: ActivityFilter,
): Promise<readonly ActivityRow[]> {
  const narrowed = [
    filter.before ? sql`and r.position < ${filter.before}` : sql``,
    filter.after === undefined ? sql`` : sql`and r.position > ${filter.after}`,
    filter.partnership ? sql`and r.partnership_id = ${filter.partnership}` : sql``,
    filter.person ? sql`and j.person_id = ${filter.person}` : sql``,
    filter.product ? sql`and j.product_id = ${filter.product}` : sql``,
    filter.visit ? sql`and j.visit_id = ${filter.visit}` : sql``,
    filter.partnerActing === 'any' ? sql`and j.body -> 'by' ->> 'partnerId' is not null` : sql``,
    filter.partnerActing && filter.partnerActing !== 'any' ? sql`and j.body -> 'by' ->> 'partnerId' = ${filter.partnerActing}` : sql``,
  ]
  const { rows } = await sql<ActivityRow>`
    select j.position, j.at, j.kind, j.body, d.detail, doer.id as person_id, person_name(doer.id) as person,
      about.id as about_id, person_name(about.id) as about,
      actor.id as organisation_id, organisation_name(actor.id) as organisation, coalesce(j.body -> 'by' ->> 'operator' = 'true', false) as operator, j.body -> 'by' ->> 'partnerId' is not null as acting,
      j.partnership_id, s.partner_id, organisation_name(s.partner_id) as partner, s.customer_id, organisation_name(s.customer_id) as customer,
      j.visit_id, j.product_id, product_name(j.product_id) as product
    from journal_reader r
    join journal j on j.position = r.position
    left join journal_detail d on d.position = j.position
    cross join lateral (select case when not ${isUnnamed} then coalesce(j.person_id, case when j.kind like 'member.signed%' or j.kind like 'person.%' then (j.body ->> 'personId')::uuid end) end as id) doer
    cross join lateral (select coalesce(j.body -> 'by' ->> 'partnerId', j.body -> 'by' ->> 'organisationId')::uuid as id) actor
    cross join lateral (select coalesce(j.body ->> 'personId', j.body ->> 'toPersonId')::uuid as id) about
    left join lateral sides_of(j.partnership_id, ${organisationId}) s on true
    where r.organisation_id = ${organisationId} ${sql.join(narrowed, sql` `)}
    order by r.position ${sql.raw(filter.after === undefined ? 'desc' : 'asc')} limit ${filter.limit + 1}`.execute(tx)
  return rows
}
