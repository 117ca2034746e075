// Stop at once, open again, or end for good.
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { asCustomer } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { carryOut } from '../partnerships/answer-as-customer.ts'
import { blockForCustomer } from '../partnerships/block-partner.ts'
import { calendar } from '../partnerships/calendar.ts'
import { conclude } from '../partnerships/conclude.ts'
import { endVisits } from '../partnerships/end-visits.ts'
import { listInvitedBy } from '../partnerships/handback-store.ts'
import { openReceipt } from '../partnerships/open-receipt.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { getOwnPartnership, lockOwnPartnership } from '../partnerships/own-partnership.ts'
import { previewEnding as previewOfEnding } from '../partnerships/preview-ending.ts'
import { removeInvited } from '../partnerships/remove-invited.ts'
import type { OwnWork } from '../work.ts'
import type * as changes from './change-contract.ts'
import type { previewEnding as previewContract } from './contract.ts'

type Nothing = Record<string, never>

/** One tap: every gate and every visit closes in the same transaction. */
export async function stopAccess(work: OwnWork, { params }: Input<typeof changes.stopAccess>): Promise<Answer<typeof changes.stopAccess>> {
  const partnership = await lockOwnPartnership(work, params.partnership)
  const around = { now: work.now, calendar, findProduct: noProducts }
  const stopped = decidePartnership(partnership, { kind: 'suspend', by: asCustomer(work), reason: null }, around)
  await carryOut(work, partnership, stopped)
  const visitsEnded = (await endVisits(work, partnership, 'customer')).length
  return { visitsEnded, receipt: await openReceipt(work, partnership) }
}

export async function resumeAccess(work: OwnWork, { params }: Input<typeof changes.resumeAccess>): Promise<Nothing> {
  const partnership = await lockOwnPartnership(work, params.partnership)
  const around = { now: work.now, calendar, findProduct: noProducts }
  await carryOut(work, partnership, decidePartnership(partnership, { kind: 'resume', by: asCustomer(work) }, around))
  return {}
}

export async function previewEnding(work: OwnWork, { params }: Input<typeof previewContract>): Promise<Answer<typeof previewContract>> {
  const partnership = await getOwnPartnership(work, params.partnership)
  const members = await listInvitedBy(work.tx, partnership)
  return { ...(await previewOfEnding(work, partnership)), members: [...members] }
}

export async function endPartnership(
  work: OwnWork,
  { params, body }: Input<typeof changes.endPartnership>,
): Promise<Answer<typeof changes.endPartnership>> {
  const partnership = await lockOwnPartnership(work, params.partnership)
  const around = { now: work.now, calendar, findProduct: noProducts }
  const ended = decidePartnership(partnership, { kind: 'end', by: asCustomer(work), reason: body.reason }, around)
  const { visits, handedBack } = await conclude(work, partnership, ended, 'customer')
  await removeInvited(work, partnership, body.removeMembers)
  if (body.block) await blockForCustomer(work, partnership.partnerId, partnership.customerId, asCustomer(work))
  return { visitsEnded: visits.length, receipt: await openReceipt(work, partnership, { handedBack }) }
}
