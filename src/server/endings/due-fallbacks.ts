// The clock's part in who pays on: both sides are reminded a week before, and on the day the customer is the payer.
import { record } from '../journal/record.ts'
import { calendar } from '../partnerships/calendar.ts'
import { type Fallback, lockFallbacks } from '../partnerships/fallback-store.ts'
import { lockLivingPartnership } from '../partnerships/partnership-store.ts'
import type { FallbackDay } from '../partnerships/plan-fallbacks.ts'
import { enqueue } from '../platform/jobs.ts'
import type { SystemWork } from '../work.ts'
import { closeFallback, takeOverPayment } from './fallback-day-store.ts'

export async function remindOfFallback(work: SystemWork, payload: unknown): Promise<void> {
  const { partnershipId, on } = payload as FallbackDay
  const planned = await lockFallbacks(work.tx, partnershipId, on)
  const [first] = planned
  if (first) record(work, { ...about(first), kind: 'partnership.fallback_reminded', data: { products: productsOf(planned), on } })
}

/** Where somebody else pays by then, nothing falls back. */
export async function fallBack(work: SystemWork, payload: unknown): Promise<void> {
  const { partnershipId, on } = payload as FallbackDay
  if (calendar.startOf(on) > work.now)
    return enqueue(work.tx, { kind: 'fall-back', payload: { partnershipId, on }, runAt: new Date(calendar.startOf(on)) })
  const planned = await lockFallbacks(work.tx, partnershipId, on)
  const fallen: Fallback[] = []
  for (const fallback of planned) {
    const isTaken = !(await isAgreedAnew(work, fallback)) && (await takeOverPayment(work.tx, fallback))
    await closeFallback(work.tx, fallback.id, isTaken ? 'done' : 'dropped', work.now)
    if (isTaken) fallen.push(fallback)
  }
  const [first] = fallen
  if (first) record(work, { ...about(first), kind: 'partnership.payment_fell_back', data: { products: productsOf(fallen), on } })
}

/** They have agreed again that the partner pays: the newer word counts. */
async function isAgreedAnew(work: SystemWork, { customerId, partnerId }: Fallback): Promise<boolean> {
  const living = await lockLivingPartnership(work.tx, { customerId, partnerId })
  return living?.state === 'active' && living.grant?.terms.payer === 'partner'
}

const productsOf = (fallbacks: readonly Fallback[]) => fallbacks.map(({ productId }) => productId)

function about({ customerId, partnerId, partnershipId }: Fallback) {
  return { readers: [customerId, partnerId], customerId, partnershipId }
}
