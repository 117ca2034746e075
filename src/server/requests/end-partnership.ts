// The partner ends a partnership: with a look at the consequences first, and at once.
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { rightsEffective } from '../../domain/partnership/partnership.ts'
import { Refusal } from '../../domain/refusal.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { isVisitOver } from '../../domain/visit.ts'
import type { Answer, Input } from '../endpoint.ts'
import { carryOut } from '../partnerships/answer-as-customer.ts'
import { calendar } from '../partnerships/calendar.ts'
import { endVisits } from '../partnerships/end-visits.ts'
import { getManagedCustomer, lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { closeProposals, findOpenProposal } from '../partnerships/proposal-store.ts'
import type { OwnWork } from '../work.ts'
import { actorOf } from './actor.ts'
import type { endPartnership as endContract, previewEnding as previewContract } from './contract.ts'
import { countProductsOf, listAssigned, listVisitsNow } from './ending-store.ts'

export async function previewEnding(work: OwnWork, { params }: Input<typeof previewContract>): Promise<Answer<typeof previewContract>> {
  const { partnership } = await getManagedCustomer(work, params.managedCustomer)
  if (!partnership) throw new Refusal('not_found')
  const visits = (await listVisitsNow(work.tx, partnership.id)).filter(({ visit }) => !isVisitOver(visit, work.now))
  const products = await countProductsOf(work.tx, partnership)
  return {
    rights: rightsIn(rightsEffective(partnership, work.now)).length,
    products: products.all,
    visitsNow: visits.map(({ visit, person }) => ({ person, startedAt: new Date(visit.startedAt).toISOString() })),
    people: [...(await listAssigned(work.tx, partnership.id))],
    openProposal: (await findOpenProposal(work.tx, { partnershipId: partnership.id })) !== undefined,
    paidProducts: products.paid,
  }
}

export function endPartnership(work: OwnWork, { params, body }: Input<typeof endContract>): Promise<Answer<typeof endContract>> {
  return endPartnershipOf(work, params.managedCustomer, body.reason ?? null)
}

export async function endPartnershipOf(work: OwnWork, id: string, reason: string | null): Promise<Answer<typeof endContract>> {
  const { partnership } = await lockManagedCustomer(work, id)
  if (!partnership) throw new Refusal('not_found')
  const around = { now: work.now, calendar, findProduct: noProducts }
  const ended = decidePartnership(partnership, { kind: 'end', by: actorOf(work), reason }, around)
  await carryOut(work, partnership, ended)
  await closeProposals(work.tx, partnership.id)
  return { visitsEnded: (await endVisits(work, partnership, 'partner')).length }
}
