// Whether the operator keeps the sensitive rights of all partners of a customer from working: one mark on the customer, a fact of decisions.
import { asId, type OrganisationId } from '../../domain/ids.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

/** Null: they work. The context must be one that sees the customer. */
export async function sensitiveSuspendedAt(tx: Transaction, customerId: OrganisationId): Promise<Instant | null> {
  const row = await tx.selectFrom('organisation').select('sensitive_suspended_at').where('id', '=', customerId).executeTakeFirst()
  return row?.sensitive_suspended_at ? instant(row.sensitive_suspended_at.getTime()) : null
}

/** Sets the mark, or takes it away (`at` null); false when nothing changes by it. As prokura_system. */
export async function setSensitiveSuspended(tx: Transaction, customerId: OrganisationId, at: Instant | null): Promise<boolean> {
  const row = await tx
    .updateTable('organisation')
    .set({ sensitive_suspended_at: at === null ? null : new Date(at) })
    .where('id', '=', customerId)
    .where('sensitive_suspended_at', at === null ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The partners who have this customer now: who reads of it besides the customer. */
export async function listPartnersOf(tx: Transaction, customerId: OrganisationId): Promise<readonly OrganisationId[]> {
  const rows = await tx
    .selectFrom('partnership')
    .select('partner_id')
    .distinct()
    .where('customer_id', '=', customerId)
    .where('state', '=', 'active')
    .execute()
  return rows.map((row) => asId(row.partner_id))
}
