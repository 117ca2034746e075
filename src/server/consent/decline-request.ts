// No to a request, without a reason and without telling for whom: one step, as short as the yes.
import { declineInvitation } from '../../domain/partnership/decline-invitation.ts'
import type { InvitationState } from '../../domain/partnership/invitation.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { saveInvitation } from '../partnerships/invitation-store.ts'
import { lockOpenProposal, saveProposal } from '../partnerships/proposal-store.ts'
import type { PersonalWork } from '../work.ts'
import { blockAfter } from './block-after.ts'
import type { declineRequest as contract } from './decline-contract.ts'
import { refuseAskers } from './refuse-askers.ts'
import { isAddressed, listOwnOrganisations, lockRequest } from './request-store.ts'

export async function declineRequest(work: PersonalWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const invitation = await lockRequest(work.tx, params.token)
  const own = await listOwnOrganisations(work.tx, work.person.id)
  const chosen = own.find(({ id }) => id === body.organisationId)
  if (body.organisationId !== null && !chosen) throw new Refusal('not_found')
  const asked = invitation.customerNumber === null ? chosen : own.find(({ number }) => number === invitation.customerNumber)
  if (asked && asked.role !== 'legal_representative') throw new Refusal('not_entitled')
  const isProven = await isAddressed(work.tx, invitation, own)
  const proposal = await lockOpenProposal(work.tx, { invitationId: invitation.id })
  if (!proposal) throw new Refusal(noLonger[invitation.state])
  await refuseAskers(work, invitation)
  const declined = declineInvitation(invitation, proposal, { by: work.person.id, isProven }, work.now)
  if (declined.kind === 'refused') throw new Refusal(declined.code)
  await saveInvitation(work.tx, declined.invitation)
  await saveProposal(work.tx, declined.proposal)
  for (const event of declined.events) record(work, event)
  if (body.block) await blockAfter(work, invitation, asked)
  return {}
}

const noLonger = {
  prepared: 'not_found',
  open: 'already_answered',
  claimed: 'already_answered',
  withdrawn: 'request_withdrawn',
  expired: 'request_expired',
} as const satisfies Record<InvitationState, RefusalCode>
