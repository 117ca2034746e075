// The day a product's payer changes. Runs as prokura_system.
import type { Instant } from '../../domain/time.ts'
import type { Fallback } from '../partnerships/fallback-store.ts'
import type { Transaction } from '../platform/transact.ts'

/** False when the partner does not pay it any more. */
export async function takeOverPayment(tx: Transaction, { customerId, partnerId, productId }: Fallback): Promise<boolean> {
  const changed = await tx
    .updateTable('product')
    .set({ payer_id: customerId })
    .where('organisation_id', '=', customerId)
    .where('id', '=', productId)
    .where('payer_id', '=', partnerId)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function closeFallback(tx: Transaction, id: string, state: 'done' | 'dropped', now: Instant): Promise<void> {
  await tx
    .updateTable('payer_fallback')
    .set({ state, done_at: new Date(now) })
    .where('id', '=', id)
    .execute()
}
