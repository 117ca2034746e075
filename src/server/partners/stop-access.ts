// Stop at once, open again, or end for good.
import { asId } from '../../domain/ids.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { stateOfProposal } from '../../domain/partnership/proposal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { carryOut } from '../partnerships/answer-as-customer.ts'
import { calendar } from '../partnerships/calendar.ts'
import { listPeopleOfPartner } from '../partnerships/customer-store.ts'
import { endVisits } from '../partnerships/end-visits.ts'
import { openReceipt } from '../partnerships/open-receipt.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { closeProposals, findOpenProposal } from '../partnerships/proposal-store.ts'
import type { OwnWork } from '../work.ts'
import { actorOf } from './actor.ts'
import type * as changes from './change-contract.ts'
import type { previewEnding as previewContract } from './contract.ts'
import { lockOwnPartnership, ownPartnership } from './get-partnership.ts'
import { countPaidByPartner, listVisits } from './partners-store.ts'
import { rightsNow } from './show-partnership.ts'

type Nothing = Record<string, never>

/** One tap: every gate and every visit closes in the same transaction. */
export async function stopAccess(work: OwnWork, { params }: Input<typeof changes.stopAccess>): Promise<Answer<typeof changes.stopAccess>> {
  const partnership = await lockOwnPartnership(work, params.partnership)
  const around = { now: work.now, calendar, findProduct: noProducts }
  const stopped = decidePartnership(partnership, { kind: 'suspend', by: actorOf(work), reason: null }, around)
  await carryOut(work, partnership, stopped)
  const visitsEnded = (await endVisits(work, partnership, 'customer')).length
  return { visitsEnded, receipt: await openReceipt(work, partnership) }
}

export async function resumeAccess(work: OwnWork, { params }: Input<typeof changes.resumeAccess>): Promise<Nothing> {
  const partnership = await lockOwnPartnership(work, params.partnership)
  const around = { now: work.now, calendar, findProduct: noProducts }
  await carryOut(work, partnership, decidePartnership(partnership, { kind: 'resume', by: actorOf(work) }, around))
  return {}
}

export async function previewEnding(work: OwnWork, { params }: Input<typeof previewContract>): Promise<Answer<typeof previewContract>> {
  const { tx, context, now } = work
  const partnership = ownPartnership(work, await findPartnershipById(tx, asId(params.partnership)))
  const underWay = await listVisits(tx, context.organisationId, { underWay: true })
  const open = await findOpenProposal(tx, { partnershipId: partnership.id })
  return {
    rights: rightsNow(partnership, now).length,
    visitsNow: underWay.filter(({ partnershipId }) => partnershipId === partnership.id).map(({ person }) => person),
    people: (await listPeopleOfPartner(tx, partnership.partnerId, partnership.id)).length,
    openProposal: open !== undefined && stateOfProposal(open, now) === 'open',
    paidByPartner: await countPaidByPartner(tx, partnership),
  }
}

export async function endPartnership(
  work: OwnWork,
  { params, body }: Input<typeof changes.endPartnership>,
): Promise<Answer<typeof changes.endPartnership>> {
  const partnership = await lockOwnPartnership(work, params.partnership)
  const around = { now: work.now, calendar, findProduct: noProducts }
  await carryOut(work, partnership, decidePartnership(partnership, { kind: 'end', by: actorOf(work), reason: body.reason }, around))
  await closeProposals(work.tx, partnership.id)
  const visitsEnded = (await endVisits(work, partnership, 'customer')).length
  return { visitsEnded, receipt: await openReceipt(work, partnership) }
}
