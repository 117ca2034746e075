// Reminding a customer of what waits for an answer: the request again, or a word about a later version of it.
import { stateOfProposal } from '../../domain/partnership/proposal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { dayMs } from '../../domain/time.ts'
import { mayDo } from '../../domain/who-may.ts'
import { asPartner } from '../actor.ts'
import { record } from '../journal/record.ts'
import { refuseAskedBefore } from '../partnerships/asked-before.ts'
import { lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { lockOpenProposal } from '../partnerships/proposal-store.ts'
import type { OwnWork } from '../work.ts'
import { resendRequestOf } from './keep-asking.ts'
import { requireResendRoom } from './limits.ts'

export async function remindOf(work: OwnWork, id: string): Promise<void> {
  if (!mayDo('resend', asPartner(work))) throw new Refusal('not_entitled')
  const { partnership } = await lockManagedCustomer(work, id)
  if (!partnership) return resendRequestOf(work, id)
  const proposal = await lockOpenProposal(work.tx, { partnershipId: partnership.id })
  if (proposal?.side !== 'partner' || proposal.expiresAt === null) throw new Refusal('already_answered')
  if (stateOfProposal(proposal, work.now) !== 'open') throw new Refusal('request_not_released')
  await refuseAskedBefore(work, proposal)
  await requireResendRoom(work, id)
  const { partnerId } = proposal
  const about = { readers: [partnerId, partnership.customerId], partnershipId: partnership.id, customerId: partnership.customerId }
  const daysLeft = Math.max(1, Math.ceil((proposal.expiresAt - work.now) / dayMs))
  record(work, { ...about, kind: 'proposal.reminded', data: { proposalId: proposal.id, side: 'partner', daysLeft } })
}
