// The customer changes what a partner may do: less at once, anything else with a fresh authentication. Each change is a new version.
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { isSecured as isGrantSecured } from '../../domain/partnership/grant.ts'
import type { Surroundings } from '../../domain/partnership/grant-version.ts'
import type { PartnershipCommand } from '../../domain/partnership/partnership-command.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import { asCustomer } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { carryOut, chosenRights, isSecured, ownTerms } from '../partnerships/answer-as-customer.ts'
import { calendar } from '../partnerships/calendar.ts'
import { findAmong, listOwnProducts } from '../partnerships/customer-store.ts'
import { grantChanged } from '../partnerships/decided-already.ts'
import { openReceipt } from '../partnerships/open-receipt.ts'
import { lockOwnPartnership } from '../partnerships/own-partnership.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import type { OwnWork } from '../work.ts'
import type { changeGrant as changeContract, narrowRights as narrowContract, changePayment as paymentContract } from './change-contract.ts'

export async function narrowRights(work: OwnWork, { params, body }: Input<typeof narrowContract>): Promise<Answer<typeof narrowContract>> {
  const { partnership, around } = await lockVersion(work, params.partnership, body.version)
  const keep = chosenRights(body.keep, around.findProduct)
  const version = await change(work, partnership, { kind: 'narrow', by: asCustomer(work), keep, end: body.end }, around)
  return { version: version.grant?.version ?? body.version, receipt: await openReceipt(work, partnership) }
}

export async function changeGrant(work: OwnWork, { params, body }: Input<typeof changeContract>): Promise<Answer<typeof changeContract>> {
  const { partnership, around } = await lockVersion(work, params.partnership, body.version)
  const rights = chosenRights(body.rights, around.findProduct)
  const terms = await ownTerms(work.tx, partnership.customerId, body.terms)
  const command = { kind: 'change', by: asCustomer(work), rights, terms, renew: body.renew, isSecured: isSecured(work) } as const
  const changed = await change(work, partnership, command, around)
  const waits = !isGrantSecured(changed.securedAt, work.now) && rights.some(({ right }) => isSensitive(right))
  return { version: changed.grant?.version ?? body.version, needsSecureSignIn: waits, receipt: await openReceipt(work, partnership) }
}

export async function changePayment(
  work: OwnWork,
  { params, body }: Input<typeof paymentContract>,
): Promise<Answer<typeof paymentContract>> {
  const { partnership, around } = await lockVersion(work, params.partnership, body.version)
  const { paymentMethodId, spendingLimit } = body
  if (!partnership.grant) throw new Refusal('not_active')
  await ownTerms(work.tx, partnership.customerId, { ...partnership.grant.terms, payer: 'customer', paymentMethodId })
  const command = { kind: 'change_payer', by: asCustomer(work), payer: 'customer', paymentMethodId, spendingLimit } as const
  const changed = await change(work, partnership, command, around)
  return { version: changed.grant?.version ?? body.version }
}

async function change(work: OwnWork, partnership: StoredPartnership, command: PartnershipCommand, around: Surroundings) {
  return carryOut(work, partnership, decidePartnership(partnership, command, around))
}

/** Whoever saw another version than the one in force looks again before changing anything. */
export async function lockVersion(
  work: OwnWork,
  id: string,
  version: number,
): Promise<{ partnership: StoredPartnership; around: Surroundings }> {
  const partnership = await lockOwnPartnership(work, id)
  const at = { organisationId: work.context.organisationId, partnershipId: partnership.id }
  if (partnership.grant !== null && partnership.grant.version !== version) throw await grantChanged(work.tx, at, 'changed_meanwhile')
  const findProduct = findAmong(await listOwnProducts(work.tx, partnership.customerId))
  return { partnership, around: { now: work.now, calendar, findProduct } }
}
