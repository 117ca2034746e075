// Who represents an organisation decides who signs for it: where two sign, both sign who else does, and who does no more.
import type { OrganisationId } from '../../domain/ids.ts'
import { type SignatureRule, whyTwo } from '../../domain/partnership/enlargement.ts'
import type { Transaction } from '../platform/transact.ts'
import type { OwnWork } from '../work.ts'
import { countRepresentatives, findSignatureRule, hasTwoApproversAnywhere } from './signature-store.ts'
import { nothingSigned, type SignedRepresentatives } from './signed-content.ts'
import { requireSecondUnder } from './signing.ts'

/** Somebody who is the only one left names another one alone. To be called before anything is written. */
export async function requireSecondForRepresentative(work: OwnWork, representatives: SignedRepresentatives): Promise<void> {
  const customerId = work.context.organisationId
  const content = { ...nothingSigned, representatives }
  await requireSecondUnder(work, () => ruleFor(work.tx, customerId), { customerId, enlargement: 'money', content })
}

/** Whether one representative alone names another one. */
export async function isNamedByOne(tx: Transaction, customerId: OrganisationId): Promise<boolean> {
  return whyTwo('money', await ruleFor(tx, customerId)) === null
}

/** The strictest of all: whoever is one more representative signs everywhere. */
async function ruleFor(tx: Transaction, customerId: OrganisationId): Promise<SignatureRule> {
  if ((await countRepresentatives(tx, customerId)) < 2) return { twoSignatures: false, twoApproversForMoney: false, isDisputed: false }
  const rule = await findSignatureRule(tx, { customerId, partnershipId: null, partnerId: null })
  return { ...rule, twoApproversForMoney: rule.twoApproversForMoney || (await hasTwoApproversAnywhere(tx, customerId)) }
}
