// The hand-over under way, as the customer sees it, and the part of it that each partner may know.
import type { Answer, Input } from '../endpoint.ts'
import { findPartnerShown } from '../partnerships/customer-store.ts'
import { findForPartner, findHandovers } from '../partnerships/handover-store.ts'
import { getManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { getOwnPartnership } from '../partnerships/own-partnership.ts'
import type { OwnWork } from '../work.ts'
import type { getHandover as getContract, getHandoverAsPartner as partnerContract } from './contract.ts'

export async function getHandover(work: OwnWork, { params }: Input<typeof getContract>): Promise<Answer<typeof getContract>> {
  const partnership = await getOwnPartnership(work, params.partnership)
  const [handover] = await findHandovers(work.tx, partnership.id)
  if (!handover) return { handover: null }
  const { id, state, overlapDays, namesTold, endsAt } = handover
  const isFrom = handover.from === partnership.id
  const other = await findPartnerShown(work.tx, isFrom ? handover.toPartnerId : handover.fromPartnerId)
  return {
    handover: {
      ...{ id, state, overlapDays, namesTold, role: isFrom ? 'from' : 'to' },
      other: { partnershipId: isFrom ? handover.to : handover.from, name: other?.name ?? '' },
      endsAt: endsAt === null ? null : new Date(endsAt).toISOString(),
    },
  }
}

export async function getHandoverAsPartner(
  work: OwnWork,
  { params }: Input<typeof partnerContract>,
): Promise<Answer<typeof partnerContract>> {
  const { partnership } = await getManagedCustomer(work, params.managedCustomer)
  const found = partnership && (await findForPartner(work.tx, partnership.id))
  return { handover: found ? { ...found, endsAt: new Date(found.endsAt).toISOString() } : null }
}
