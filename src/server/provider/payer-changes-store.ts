// Changes of payer that the provider's systems have not confirmed yet. Runs as prokura_system.
import { sql } from 'kysely'
import { asId, type OrganisationId, type ProductId } from '../../domain/ids.ts'
import { type Instant, type LocalDate, localDate } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type PayerChange = {
  readonly id: string
  readonly organisation: string
  readonly product: string | null
  readonly productId: string
  readonly from: string
  readonly payer: string
  readonly on: string
}

export async function listChanges(tx: Transaction): Promise<readonly PayerChange[]> {
  const { rows } = await sql<PayerChange>`
    select f.id, c.number as organisation, x.provider_reference as product, x.id as "productId", p.number as "from", c.number as payer,
      f.falls_back_on::text as "on"
    from payer_fallback f
    join organisation c on c.id = f.customer_id join organisation p on p.id = f.partner_id
    join product x on x.organisation_id = f.customer_id and x.id = f.product_id
    where f.confirmed_at is null and f.state <> 'dropped' order by f.falls_back_on, f.id limit 500`.execute(tx)
  return rows
}

export async function confirmChange(
  tx: Transaction,
  id: string,
  now: Instant,
): Promise<{ readonly customerId: OrganisationId; readonly productId: ProductId; readonly on: LocalDate } | undefined> {
  const row = await tx
    .updateTable('payer_fallback')
    .set({ confirmed_at: new Date(now) })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .returning(['customer_id', 'product_id', 'falls_back_on'])
    .executeTakeFirst()
  return row && { customerId: asId(row.customer_id), productId: asId(row.product_id), on: localDate(row.falls_back_on) }
}
