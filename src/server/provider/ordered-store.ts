// In which partnership something was ordered, and what was ordered in it so far. Runs as prokura_system.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { NamedProduct } from '../mails/partnership-mail-content.ts'
import type { Transaction } from '../platform/transact.ts'

/** `isByPartner`: somebody of the partner ordered it for the customer; otherwise the partner only pays. */
export type Ordered = {
  readonly customerId: OrganisationId
  readonly partnershipId: PartnershipId
  readonly partnerId: OrganisationId
  readonly isByPartner: boolean
}

type Order = {
  readonly customerId: OrganisationId
  readonly named: string | null
  readonly orderedBy: PersonId | null
  readonly payerId: OrganisationId
}

/** The one that is named; else that of the newest visit of whoever ordered and is no member of the customer; else that of a partner that pays. */
export async function inWhichPartnership(tx: Transaction, { customerId, named, orderedBy, payerId }: Order): Promise<Ordered | null> {
  const { rows } = await sql<{ id: string; partner_id: string; by_partner: boolean }>`
    with found as (
      select p.id, p.partner_id, true as by_partner, 1 as rank from partnership p where p.customer_id = ${customerId} and p.id = ${named}::uuid
      union all
      (select p.id, p.partner_id, true, 2 from visit v join partnership p on p.customer_id = v.customer_id and p.id = v.partnership_id
        where ${named}::uuid is null and v.customer_id = ${customerId} and v.person_id = ${orderedBy}::uuid
          and not exists (select from member m where m.organisation_id = v.customer_id and m.person_id = v.person_id)
        order by v.started_at desc limit 1)
      union all
      select p.id, p.partner_id, ${orderedBy}::uuid is null or exists (
          select from member m where m.organisation_id = p.partner_id and m.person_id = ${orderedBy}::uuid), 3
        from partnership p where ${named}::uuid is null and p.customer_id = ${customerId} and p.partner_id = ${payerId} and p.state = 'active'
    )
    select id, partner_id, by_partner from found order by rank limit 1`.execute(tx)
  const [row] = rows
  return row ? { customerId, partnershipId: asId(row.id), partnerId: asId(row.partner_id), isByPartner: row.by_partner } : null
}

type Spending = {
  readonly payerId: OrganisationId
  readonly currency: string
  /** Null: this order alone. */
  readonly period: { readonly from: string; readonly before: string } | null
  readonly orderId: string
}

/** What the partner ordered for this customer, taxes included, in minor units; what was cancelled does not count. */
export async function orderedSoFar(tx: Transaction, { customerId, partnerId }: Ordered, spending: Spending): Promise<number> {
  const { payerId, currency, period, orderId } = spending
  const which =
    period === null ? sql`and i.id = ${orderId}` : sql`and i.issued_on >= ${period.from}::date and i.issued_on < ${period.before}::date`
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(l.gross), 0)::float8 as total from invoice i join invoice_line l on l.invoice_id = i.id
    where i.organisation_id = ${customerId} and i.ordered_by_partner_id = ${partnerId} and i.payer_id = ${payerId} and i.kind = 'order'
      and i.status = 'placed' and i.currency = ${currency} ${which}`.execute(tx)
  return rows[0]?.total ?? 0
}

/** True when it had not been told before: of this limit, in this period, at this step. */
export async function noteLimitTold(
  tx: Transaction,
  { customerId, partnershipId }: Ordered,
  told: { readonly period: string; readonly amount: number; readonly currency: string; readonly step: number; readonly at: Date },
): Promise<boolean> {
  const rows = await tx
    .insertInto('limit_told')
    .values({ customer_id: customerId, partnership_id: partnershipId, ...told })
    .onConflict((conflict) => conflict.doNothing())
    .returning('step')
    .execute()
  return rows.length > 0
}

export type OrderShown = {
  readonly product: NamedProduct | null
  readonly description: string
  readonly more: number
  readonly at: Instant
}

/** The first line of an order, how many there are beside it, and when it was told. */
export async function findOrderShown(tx: Transaction, orderId: string): Promise<OrderShown | undefined> {
  const { rows } = await sql<{ description: string; name: string | null; family: string | null; lines: number; created_at: Date }>`
    select l.description, x.name, x.family, (count(*) over ())::int as lines, i.created_at
    from invoice i join invoice_line l on l.invoice_id = i.id left join product x on x.id = l.product_id
    where i.id = ${orderId} order by l.number limit 1`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { name, family, description, lines, created_at } = row
  const product = name === null || family === null ? null : { name, family: family as Family }
  return { product, description, more: lines - 1, at: instant(created_at.getTime()) }
}
