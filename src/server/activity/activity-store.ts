// Reads the journal as its readers may: by organisation, newest first.
import { sql } from 'kysely'
import type { OrganisationId } from '../../domain/ids.ts'
import { type EntryRow, entryColumns, entryPeople } from '../journal/entries.ts'
import type { Transaction } from '../platform/transact.ts'

export type ActivityRow = EntryRow & {
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly partner_id: string | null
  readonly partner: string | null
  readonly customer_id: string | null
  readonly customer: string | null
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
    select ${entryColumns}, d.detail, s.partner_id, organisation_name(s.partner_id) as partner, s.customer_id,
      organisation_name(s.customer_id) as customer
    from journal_reader r
    join journal j on j.position = r.position
    left join journal_detail d on d.position = j.position ${entryPeople}
    left join lateral sides_of(j.partnership_id, ${organisationId}) s on true
    where r.organisation_id = ${organisationId} ${sql.join(narrowed, sql` `)}
    order by r.position ${sql.raw(filter.after === undefined ? 'desc' : 'asc')} limit ${filter.limit + 1}`.execute(tx)
  return rows
}
