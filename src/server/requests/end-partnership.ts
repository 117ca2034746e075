// The partner ends a partnership, or stops paying: with a look at the consequences first, and at once.
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { Refusal } from '../../domain/refusal.ts'
import { asPartner } from '../actor.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { Answer, Input } from '../endpoint.ts'
import { carryOut } from '../partnerships/answer-as-customer.ts'
import { calendar } from '../partnerships/calendar.ts'
import { conclude } from '../partnerships/conclude.ts'
import { getManagedCustomer, lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { openReceipt } from '../partnerships/open-receipt.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { planFallbacks } from '../partnerships/plan-fallbacks.ts'
import { previewEnding as previewOfEnding } from '../partnerships/preview-ending.ts'
import type { OwnWork } from '../work.ts'
import type { endPartnership as endContract, stopPaying as payContract, previewEnding as previewContract } from './contract.ts'

export async function previewEnding(work: OwnWork, { params }: Input<typeof previewContract>): Promise<Answer<typeof previewContract>> {
  const { partnership } = await getManagedCustomer(work, params.managedCustomer)
  if (!partnership) throw new Refusal('not_found')
  return previewOfEnding(work, partnership)
}

export function endPartnership(work: OwnWork, { params, body }: Input<typeof endContract>): Promise<Answer<typeof endContract>> {
  return endPartnershipOf(work, params.managedCustomer, body.reason ?? null)
}

export async function endPartnershipOf(work: OwnWork, id: string, reason: string | null): Promise<Answer<typeof endContract>> {
  const { partnership } = await lockManagedCustomer(work, id)
  if (!partnership) throw new Refusal('not_found')
  const around = { now: work.now, calendar, findProduct: noProducts }
  const ended = decidePartnership(partnership, { kind: 'end', by: asPartner(work), reason }, around)
  const { visits, handedBack } = await conclude(work, partnership, ended, 'partner')
  return { visitsEnded: visits.length, receipt: await openReceipt(work, partnership, { handedBack, byPartner: true }) }
}

/** The access stays; what the partner pays falls back to the customer, who has its time of grace. Written in the customer's context. */
export async function stopPaying(work: OwnWork, { params }: Input<typeof payContract>): Promise<Answer<typeof payContract>> {
  const { partnership } = await lockManagedCustomer(work, params.managedCustomer)
  if (!partnership) throw new Refusal('not_found')
  const command = { kind: 'change_payer', by: asPartner(work), payer: 'customer', paymentMethodId: null, spendingLimit: null } as const
  const changed = decidePartnership(partnership, command, { now: work.now, calendar, findProduct: noProducts })
  await asTenant(work.tx, partnership.customerId, () => carryOut(work, partnership, changed))
  const falling = await planFallbacks(work, partnership, 'stopped_paying')
  return { products: falling.map(({ name, on }) => ({ name, customerPaysFrom: on })) }
}
