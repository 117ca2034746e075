// What a partner paid falls back to the customer: written down when the partner goes or stops paying, carried out on the day.
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { type FallbackReason, fallsBackOn } from '../../domain/partnership/payer-fallback.ts'
import type { Instant, LocalDate } from '../../domain/time.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import { record } from '../journal/record.ts'
import { enqueue } from '../platform/jobs.ts'
import { type AnyWork, newId } from '../work.ts'
import { calendar, dateOf } from './calendar.ts'
import { insertFallback, listPaidBy, type PaidProduct } from './fallback-store.ts'

export type Falling = PaidProduct & { readonly on: LocalDate }
export type FallbackDay = { readonly partnershipId: Partnership['id']; readonly on: LocalDate }

const remindDaysBefore = 7

/** From when on the customer pays what this partner pays today. */
export async function listFalling(
  { tx, graceDays, now }: Pick<AnyWork, 'tx' | 'graceDays' | 'now'>,
  { customerId, partnerId }: Partnership,
): Promise<readonly Falling[]> {
  const graceEndsOn = dateOf(calendar.plusDays(now, graceDays))
  const paid = await asTenant(tx, customerId, () => listPaidBy(tx, customerId, partnerId))
  return paid.map((product) => ({ ...product, on: fallsBackOn(product, graceEndsOn) }))
}

export async function planFallbacks(work: AnyWork, partnership: Partnership, reason: FallbackReason): Promise<readonly Falling[]> {
  const { id: partnershipId, customerId, partnerId } = partnership
  const falling = await listFalling(work, partnership)
  const [first, ...others] = falling.map(({ on }) => on).toSorted()
  if (first === undefined) return []
  await asTenant(work.tx, customerId, async () => {
    for (const { id: productId, on } of falling)
      await insertFallback(work.tx, { id: newId(), customerId, partnershipId, partnerId, productId, reason, on }, work.now)
  })
  for (const on of new Set([first, ...others])) await planDay(work, { partnershipId, on })
  record(work, {
    kind: 'partnership.payment_falls_back',
    readers: [customerId, partnerId],
    ...{ customerId, partnershipId },
    data: { reason, products: falling.map(({ id }) => id), firstOn: first },
  })
  return falling
}

async function planDay({ tx, now }: AnyWork, day: FallbackDay): Promise<void> {
  const at = calendar.startOf(day.on)
  const remindAt: Instant = calendar.plusDays(at, -remindDaysBefore)
  const key = `${day.partnershipId}:${day.on}`
  if (remindAt > now)
    await enqueue(tx, { kind: 'remind-of-fallback', payload: day, runAt: new Date(remindAt), uniqueKey: `remind-of-fallback:${key}` })
  await enqueue(tx, { kind: 'fall-back', payload: day, runAt: new Date(at), uniqueKey: `fall-back:${key}` })
}
