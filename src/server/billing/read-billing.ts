// Billing at a glance: the address on invoices, payment methods, and what is due.
import type { RightId } from '../../domain/rights/catalogue.ts'
import { requireRight } from '../authorization/authorise.ts'
import { rightsHere } from '../authorization/rights-here.ts'
import type { Answer } from '../endpoint.ts'
import { dateOf } from '../partnerships/calendar.ts'
import type { TenantWork } from '../work.ts'
import { findProfile, listPaymentMethods } from './billing-store.ts'
import type { getBilling as contract } from './contract.ts'
import { sumDue } from './invoice-store.ts'

const billingRights: readonly RightId[] = ['billing.view', 'billing.manage', 'billing.pay']

export async function getBilling(work: TenantWork): Promise<Answer<typeof contract>> {
  requireRight(work, 'billing.view')
  const { organisationId } = work.context
  const methods = await listPaymentMethods(work.tx, organisationId)
  const due = await sumDue(work, dateOf(work.now))
  const profile = await findProfile(work.tx, organisationId)
  return {
    profile: { ...profile, recipients: [...profile.recipients] },
    paymentMethods: methods.map((method) => ({
      id: method.id,
      kind: method.kind as 'card',
      brand: method.brand,
      lastFour: method.last_four,
      // Who acts for a customer sees brand and last four digits, and nothing more.
      expiresOn: work.context.kind === 'own' ? method.expires_on : null,
      isDefault: method.is_default,
    })),
    due: due.map(({ currency, amount, count, overdue }) => ({ total: { amount, currency }, count, overdue })),
    ...rightsHere(work, billingRights),
  }
}
