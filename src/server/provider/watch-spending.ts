// After each order of a partner: both sides are told when its spending limit is nearly used up, and when it is, once in each period.
import { periodAround, stepsReached } from '../../domain/billing/spending.ts'
import { localDate } from '../../domain/time.ts'
import { record } from '../journal/record.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import type { OpenWork } from '../work.ts'
import type { ToldDocument } from './document-store.ts'
import { noteLimitTold, type Ordered, orderedSoFar } from './ordered-store.ts'

export async function watchSpending(work: OpenWork, ordered: Ordered, order: ToldDocument): Promise<void> {
  const { tx } = work
  const { customerId, partnershipId, partnerId } = ordered
  const terms = (await findPartnershipById(tx, partnershipId))?.grant?.terms
  const limit = terms?.spendingLimit
  const payerId = terms?.payer === 'partner' ? partnerId : customerId
  if (!limit || order.orderedByPartner !== partnerId || order.payerId !== payerId || order.currency !== limit.currency) return
  const period = periodAround(limit, localDate(order.issuedOn))
  const spent = await orderedSoFar(tx, ordered, { payerId, currency: limit.currency, period, orderId: order.id })
  const { percent, steps } = stepsReached(limit, spent)
  const key = period?.from ?? order.id
  let isNew = false
  for (const step of steps) {
    const told = { period: key, amount: limit.amount, currency: limit.currency, step, at: new Date(work.now) }
    isNew = (await noteLimitTold(tx, ordered, told)) || isNew
  }
  if (!isNew) return
  record(work, {
    kind: 'billing.limit_near',
    readers: [customerId, partnerId],
    ...{ customerId, partnershipId },
    data: { percent, amount: spent, currency: limit.currency, limit: limit.amount, period: limit.period },
  })
}
