// The rows of what a partner paid and the customer pays from a day on. Written in the customer's context, or as prokura_system.
import { asId, type OrganisationId, type PartnershipId, type ProductId } from '../../domain/ids.ts'
import type { FallbackReason, Renewing } from '../../domain/partnership/payer-fallback.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import { type Instant, type LocalDate, localDate } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type PaidProduct = Renewing & { readonly id: ProductId; readonly name: string; readonly family: Family }

/** Products of the customer that this partner pays today, and nobody has planned another payer for. */
export async function listPaidBy(tx: Transaction, customerId: OrganisationId, partnerId: OrganisationId): Promise<readonly PaidProduct[]> {
  const rows = await tx
    .selectFrom('product')
    .select(['id', 'name', 'family', 'renews_on', 'price_period'])
    .where('organisation_id', '=', customerId)
    .where('payer_id', '=', partnerId)
    .where('status', '<>', 'cancelled')
    .where('id', 'not in', tx.selectFrom('payer_fallback').select('product_id').where('state', '=', 'planned'))
    .orderBy('family')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    id: asId(row.id),
    name: row.name,
    family: row.family as Family,
    renewsOn: row.renews_on === null ? null : localDate(row.renews_on),
    period: row.price_period as Renewing['period'],
  }))
}

export type Fallback = {
  readonly id: string
  readonly customerId: OrganisationId
  readonly partnershipId: PartnershipId
  readonly partnerId: OrganisationId
  readonly productId: ProductId
  readonly reason: FallbackReason
  readonly on: LocalDate
}

export async function insertFallback(tx: Transaction, fallback: Fallback, now: Instant): Promise<void> {
  await tx
    .insertInto('payer_fallback')
    .values({
      id: fallback.id,
      customer_id: fallback.customerId,
      partnership_id: fallback.partnershipId,
      partner_id: fallback.partnerId,
      product_id: fallback.productId,
      reason: fallback.reason,
      state: 'planned',
      falls_back_on: fallback.on,
      created_at: new Date(now),
    })
    .execute()
}

/** What is planned for that day, locked. */
export async function lockFallbacks(tx: Transaction, partnershipId: PartnershipId, on: LocalDate): Promise<readonly Fallback[]> {
  const rows = await tx
    .selectFrom('payer_fallback')
    .selectAll()
    .where('partnership_id', '=', partnershipId)
    .where('falls_back_on', '=', on)
    .where('state', '=', 'planned')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    customerId: asId(row.customer_id),
    partnershipId: asId(row.partnership_id),
    partnerId: asId(row.partner_id),
    productId: asId(row.product_id),
    reason: row.reason as FallbackReason,
    on,
  }))
}
