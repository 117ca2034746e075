// What the profile shows beside the rows both sides share: contact, products, payment, people, visits.
import { sql } from 'kysely'
import { asId, type InvitationId, type OrganisationId, type PartnershipId, type PersonId, type ProductId } from '../../domain/ids.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import type { ProductFacts } from '../../domain/rights/scope.ts'
import { instant } from '../../domain/time.ts'
import type { Visit } from '../../domain/visit.ts'
import { toVisit } from '../authorization/load-facts.ts'
import { type EntryRow, entryColumns, entryPeople } from '../journal/entries.ts'
import type { Transaction } from '../platform/transact.ts'

export async function getCustomer(tx: Transaction, id: OrganisationId) {
  return tx
    .selectFrom('organisation')
    .select(['name', 'street', 'postal_code', 'city', 'country', 'phone', 'contact_email', 'website'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export type ProductShown = ProductFacts & {
  readonly name: string
  readonly status: 'active' | 'locked' | 'cancelled'
  readonly payerId: OrganisationId
}

/** Everything the customer owns: which of it may be shown, the caller asks the domain. */
export async function listProducts(tx: Transaction, { id, customerId }: Partnership): Promise<readonly ProductShown[]> {
  const { rows } = await sql<{
    id: string
    name: string
    family: Family
    status: ProductShown['status']
    payer_id: string
    created_at: Date
  }>`
    select id, name, family, status, payer_id, created_at from products_of_partnership(${id}) where status <> 'cancelled' order by family, name, id`.execute(
    tx,
  )
  return rows.map((row) => ({
    productId: asId<ProductId>(row.id),
    ownerId: customerId,
    family: row.family,
    createdAt: instant(row.created_at.getTime()),
    name: row.name,
    status: row.status,
    payerId: asId(row.payer_id),
  }))
}

export type PaymentMethodShown = {
  readonly kind: 'card' | 'iban' | 'invoice' | 'prepaid'
  readonly brand: string
  readonly lastFour: string | null
}

export async function findPaymentMethod(tx: Transaction, partnershipId: PartnershipId): Promise<PaymentMethodShown | null> {
  const { rows } = await sql<{ kind: PaymentMethodShown['kind']; brand: string; last_four: string | null }>`
    select kind, brand, last_four from payment_method_in_use(${partnershipId})`.execute(tx)
  const [method] = rows
  return method ? { kind: method.kind, brand: method.brand, lastFour: method.last_four } : null
}

export type VisitShown = { readonly visit: Visit; readonly person: string; readonly reason: string | null }

/** The latest ones; `of`: only this person's. */
export async function listVisits(tx: Transaction, partnershipId: PartnershipId, of: PersonId | undefined): Promise<readonly VisitShown[]> {
  const all = tx
    .selectFrom('visit')
    .selectAll()
    .select(sql<string>`person_name(person_id)`.as('person'))
    .where('partnership_id', '=', partnershipId)
  const rows = await (of === undefined ? all : all.where('person_id', '=', of)).orderBy('started_at', 'desc').limit(20).execute()
  return rows.map((row) => ({ visit: toVisit(row), person: row.person, reason: row.reason }))
}

/** Whether the customer is known by name: it answered, or offered by itself. */
export async function isKnown(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx.selectFrom('managed_customer').select('customer_id').where('id', '=', id).executeTakeFirst()
  return row?.customer_id !== null && row !== undefined
}

export async function takeMarkAway(tx: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql<{ checked: boolean }>`select check_managed_customer(${id}) as checked`.execute(tx)
  return rows[0]?.checked ?? false
}

export type HistoryRow = EntryRow & { readonly detail: Readonly<Record<string, unknown>> | null }

const historyLength = 50

/** What happened with this customer, from the first request on, newest first: of the partnership, and of requests before there was one. */
export async function listHistory(
  tx: Transaction,
  organisationId: OrganisationId,
  { invitationId, partnershipId }: { readonly invitationId: InvitationId | undefined; readonly partnershipId: PartnershipId | undefined },
): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    with of_this as (
      (select r.position from journal_reader r
       where r.organisation_id = ${organisationId} and r.partnership_id = ${partnershipId ?? null} order by r.position desc limit ${historyLength})
      union
      (select j.position from journal j where j.kind like 'request.%' and j.body ->> 'invitationId' = ${invitationId ?? null}
         and exists (select from journal_reader r where r.organisation_id = ${organisationId} and r.position = j.position)
       order by j.position desc limit ${historyLength}))
    select ${entryColumns}, d.detail
    from of_this
    join journal j on j.position = of_this.position
    left join journal_detail d on d.position = j.position ${entryPeople}
    order by j.position desc limit ${historyLength}`.execute(tx)
  return rows
}

export async function personName(tx: Transaction, id: PersonId): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select person_name(${id}) as name`.execute(tx)
  return rows[0]?.name ?? ''
}
