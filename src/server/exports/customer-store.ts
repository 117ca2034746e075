// What the files about one customer are written from, read in the partner's context. Times are local, as text with their offset.
import { sql } from 'kysely'
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import type { RequestedRight } from '../../domain/rights/scope.ts'
import type { Instant } from '../../domain/time.ts'
import { timeZone } from '../partnerships/calendar.ts'
import type { Transaction } from '../platform/transact.ts'

export type ListedCustomer = {
  readonly partnershipId: PartnershipId | null
  readonly customerId: OrganisationId | null
  readonly number: string | null
  readonly name: string
  readonly ownReference: string | null
  readonly partnerName: string
}

export async function findListed(tx: Transaction, partnerId: OrganisationId, id: string): Promise<ListedCustomer | undefined> {
  const { rows } =
    await sql<ListedCustomer>`select m.partnership_id as "partnershipId", m.customer_id as "customerId", m.customer_number as number, m.name,
    m.own_reference as "ownReference", organisation_name(m.partner_id) as "partnerName"
    from managed_customer m where m.partner_id = ${partnerId} and m.id = ${id}`.execute(tx)
  return rows[0]
}

export async function isAdmitted(
  tx: Transaction,
  customerId: OrganisationId,
  partnershipId: PartnershipId,
  personId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('admitted_person')
    .select('person_id')
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** From here on in this transaction times are written as the clocks at the provider show them. */
export async function writeTimesLocally(tx: Transaction): Promise<void> {
  await sql`select set_config('timezone', ${timeZone}, true)`.execute(tx)
}

export type ProductText = {
  readonly id: string
  readonly family: Family
  readonly name: string
  readonly status: string
  readonly payer: 'customer' | 'partner' | null
  readonly created_ms: Instant
  readonly created: string
  readonly renews_on: string | null
  readonly ends_on: string | null
  readonly renewal: string
  readonly price: number | null
  readonly price_currency: string | null
  readonly price_period: string | null
}

export async function listProducts(
  tx: Transaction,
  partnershipId: PartnershipId,
  partnerId: OrganisationId,
): Promise<readonly ProductText[]> {
  const { rows } = await sql<ProductText>`select x.id, x.family, x.name, x.status, x.created_at::text as created,
    round(extract(epoch from x.created_at) * 1000)::float8 as created_ms, x.renews_on, x.ends_on, x.renewal, x.price, x.price_currency, x.price_period,
    case x.payer_id when ${partnerId} then 'partner' when x.organisation_id then 'customer' end as payer
    from products_of_partnership(${partnershipId}) x order by x.family, x.name, x.id`.execute(tx)
  return rows
}

/** What the partner asked for: its last full request, and what it asked for more since. */
export async function listRequestedRights(tx: Transaction, partnershipId: PartnershipId): Promise<readonly RequestedRight[]> {
  const { rows } = await sql<{
    rights: RequestedRight[]
    base_version: number | null
    state: string
  }>`select p.rights, p.base_version, p.state from proposal p
    where p.side = 'partner' and (p.partnership_id = ${partnershipId} or p.invitation_id in (select i.id from invitation i where i.partnership_id = ${partnershipId}))
    order by p.created_at desc, p.number desc`.execute(tx)
  const full = rows.find(({ base_version }) => base_version === null)
  const more = rows.filter(({ base_version, state }) => base_version !== null && ['open', 'accepted', 'countered'].includes(state))
  return [...(full ? [full] : []), ...more].flatMap(({ rights }) => rights)
}

export type RightUse = {
  readonly right: string
  readonly scope_kind: string
  readonly scope_key: string
  readonly used: string | null
  readonly used_by: string | null
}

export async function listUses(tx: Transaction, customerId: OrganisationId, partnershipId: PartnershipId): Promise<readonly RightUse[]> {
  const { rows } =
    await sql<RightUse>`select g."right", g.scope_kind, g.scope_key, g.last_used_at::text as used, person_name(g.last_used_by) as used_by
    from granted_right g where g.customer_id = ${customerId} and g.partnership_id = ${partnershipId}`.execute(tx)
  return rows
}

export type InvoiceLineText = {
  readonly document: string
  readonly document_type: string
  readonly issued_on: string
  readonly due_on: string | null
  readonly paid_on: string | null
  readonly status: string
  readonly product_id: string | null
  readonly product_name: string | null
  readonly period_from: string | null
  readonly period_to: string | null
  readonly net: number
  readonly vat_rate: string
  readonly vat: number
  readonly gross: number
  readonly currency: string
  readonly payer: string | null
  readonly payment_method: string | null
  readonly ordered_by: string | null
}

export async function listInvoiceLines(tx: Transaction, partnershipId: PartnershipId): Promise<readonly InvoiceLineText[]> {
  const { rows } = await sql<InvoiceLineText>`select * from invoice_lines_of_partnership(${partnershipId})`.execute(tx)
  return rows
}

export async function nameOfPerson(tx: Transaction, id: string): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`select person_name(${id}) as name`.execute(tx)
  return rows[0]?.name ?? null
}
