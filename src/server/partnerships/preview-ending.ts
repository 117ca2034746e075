// What would end with a partnership, for either side, before anybody ends it.
import type { z } from 'zod'
import { type Partnership, rightsEffective } from '../../domain/partnership/partnership.ts'
import { stateOfProposal } from '../../domain/partnership/proposal.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { OwnWork } from '../work.ts'
import { listPeopleOfPartner } from './customer-store.ts'
import type { endingShown } from './ending-contract.ts'
import { listHandedBack } from './hand-back.ts'
import { listClosing } from './list-closing.ts'
import { listFalling } from './plan-fallbacks.ts'
import { findOpenProposal } from './proposal-store.ts'

export async function previewEnding(work: OwnWork, partnership: Partnership): Promise<z.output<typeof endingShown>> {
  const { tx, now, graceDays } = work
  const { id, customerId, partnerId } = partnership
  const falling = await listFalling(work, partnership)
  const open = await findOpenProposal(tx, { partnershipId: id })
  const closing = await listClosing(work, partnership)
  return asTenant(tx, customerId, async () => {
    const people = await listPeopleOfPartner(tx, partnerId, id)
    const { products } = await listHandedBack(work, partnership, falling)
    return {
      rights: rightsIn(rightsEffective(partnership, now)).length,
      products: products.length,
      people: people.map(({ name }) => name),
      assignments: people.filter(({ isAssigned }) => isAssigned).length,
      ...closing,
      openProposal: open !== undefined && stateOfProposal(open, now) === 'open',
      paid: falling.map(({ name, family, renewsOn, on }) => ({ name, family, renewsOn, customerPaysFrom: on })),
      graceDays,
    }
  })
}
