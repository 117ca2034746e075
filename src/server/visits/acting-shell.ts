// The frame while acting: for whom, as whom, with which rights, until when.

import { Refusal } from '../../domain/refusal.ts'
import { rightIds } from '../../domain/rights/catalogue.ts'
import { heldIn, needingSecondFactorIn } from '../authorization/authorise.ts'
import { countProducts, getNaming, nameOfOrganisation } from '../authorization/naming-store.ts'
import type { Answer } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import type { getActingShell as contract } from './contract.ts'
import { actingContext, shown } from './enter-visit.ts'
import { findReason } from './visit-store.ts'

export async function getActingShell(work: TenantWork): Promise<Answer<typeof contract>> {
  const { partnershipId, partnerId, organisationId, facts } = actingContext(work)
  const visit = facts.acting?.visit
  if (!visit) throw new Refusal('visit_needed')
  const held = heldIn(work)
  const rights = rightIds.filter((right) => held.some((one) => one.right === right))
  const customer = await getNaming(work.tx, organisationId)
  return {
    partnershipId,
    customer: { id: customer.id, name: customer.name, number: customer.number },
    partner: { id: partnerId, name: await nameOfOrganisation(work.tx, partnerId) },
    person: { name: work.person.name },
    visit: { ...shown(visit), reason: await findReason(work.tx, visit.id) },
    rights,
    needSecondFactor: [...needingSecondFactorIn(work)],
    families: (await countProducts(work)).map(({ family }) => family),
    maySeeBilling: rights.includes('billing.view'),
    maySeeMembers: rights.includes('members.view'),
    maySeeOrganisation: rights.includes('organisation.view'),
  }
}
