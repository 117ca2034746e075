// A request on its way: sent again, sent to another address, taken back, or handed over as a link.
import { decideInvitation } from '../../domain/partnership/decide-invitation.ts'
import { decideProposal } from '../../domain/partnership/decide-proposal.ts'
import { stateOfInvitation } from '../../domain/partnership/invitation.ts'
import type { InvitationCommand } from '../../domain/partnership/invitation-command.ts'
import type { Proposal } from '../../domain/partnership/proposal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { emailKey } from '../identity/email-key.ts'
import { record } from '../journal/record.ts'
import { refuseAskedBefore } from '../partnerships/asked-before.ts'
import { refuseWhereBlocked } from '../partnerships/block-partner.ts'
import { calendar } from '../partnerships/calendar.ts'
import { requestToken, type StoredInvitation, saveAddress, saveInvitation } from '../partnerships/invitation-store.ts'
import { lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { lockPartner } from '../partnerships/organisation-store.ts'
import { lockOpenProposal, saveProposal } from '../partnerships/proposal-store.ts'
import { holdBack } from '../partnerships/request-code.ts'
import type { OwnWork } from '../work.ts'
import type { correctAddress as correctContract, showLink as linkContract, resendRequest as resendContract } from './contract.ts'
import { requireResendRoom, requireRoomAt } from './limits.ts'
import { findUnanswered, isOwnAddress, replaceAddress } from './store.ts'

export async function resendRequest(work: OwnWork, { params, body }: Input<typeof resendContract>): Promise<Record<string, never>> {
  await resendRequestOf(work, params.managedCustomer, body.requestCode)
  return {}
}

export async function resendRequestOf(work: OwnWork, id: string, requestCode?: string): Promise<void> {
  const invitation = await lockRequest(work, id)
  const expiresAt = calendar.plusDays(work.now, invitation.validityDays)
  const resent = decide(work, invitation, { kind: 'resend', by: asPartner(work), expiresAt })
  await refuseToGoOn(work, invitation)
  await refuseWhereBlocked(work, invitation.partnerId, reachedBy(invitation))
  await requireResendRoom(work, invitation.id)
  await holdBack(work, { ...invitation, to: reachedBy(invitation) }, requestCode)
  await saveInvitation(work.tx, resent)
  await followInvitation(work, invitation, (proposal) => ({ ...proposal, expiresAt }))
}

export async function correctAddress(work: OwnWork, { params, body }: Input<typeof correctContract>): Promise<Record<string, never>> {
  const partner = await lockPartner(work.tx, work.context.organisationId)
  const invitation = await lockRequest(work, params.managedCustomer)
  const corrected = decide(work, invitation, { kind: 'correct_address', by: asPartner(work), email: body.email })
  await refuseToGoOn(work, invitation)
  const key = emailKey(body.email)
  if (await isOwnAddress(work.tx, partner.id, key)) throw new Refusal('own_organisation')
  const asked = await findUnanswered(work.tx, partner.id, { emailKey: key, customerNumber: null })
  if (asked !== undefined && asked !== invitation.id) throw new Refusal('already_open')
  await refuseWhereBlocked(work, partner.id, { emailKey: key })
  if (corrected.state === 'open') await requireResendRoom(work, invitation.id)
  if (corrected.state === 'open' && asked === undefined) await requireRoomAt(work, key)
  const token = requestToken(work.secrets, corrected)
  await saveInvitation(work.tx, corrected)
  await saveAddress(work.tx, invitation.id, { email: body.email, emailKey: key, tokenHash: work.secrets.hashToken(token) })
  await replaceAddress(work.tx, invitation.id, { email: body.email, emailKey: key, now: work.now })
  const to = { emailKey: key, customerNumber: null }
  await holdBack(work, { ...invitation, to }, body.requestCode)
  return {}
}

/** Whom a request reaches: an address, or a customer number. */
export const reachedBy = ({ email, customerNumber }: StoredInvitation) => ({
  emailKey: email === null ? null : emailKey(email),
  customerNumber,
})

/** For a counter or a chat. The link alone shows nothing and decides nothing. */
export async function showLink(work: OwnWork, { params }: Input<typeof linkContract>): Promise<Answer<typeof linkContract>> {
  const invitation = await lockRequest(work, params.managedCustomer)
  const state = stateOfInvitation(invitation, work.now)
  if (state === 'prepared') throw new Refusal('request_not_released')
  if (state === 'claimed') throw new Refusal('already_claimed')
  if (state !== 'open' || invitation.expiresAt === null) throw new Refusal(state === 'withdrawn' ? 'request_withdrawn' : 'request_expired')
  record(work, { kind: 'request.link_shown', readers: [invitation.partnerId], data: { invitationId: invitation.id } })
  return { url: `${work.publicUrl}/r/${requestToken(work.secrets, invitation)}`, until: new Date(invitation.expiresAt).toISOString() }
}

/** A request that a customer started has no invitation of ours. */
export async function lockRequest(work: OwnWork, id: string): Promise<StoredInvitation> {
  const { invitation } = await lockManagedCustomer(work, id)
  if (!invitation) throw new Refusal('not_found')
  return invitation
}

export function decide(work: OwnWork, invitation: StoredInvitation, command: InvitationCommand): StoredInvitation {
  const decided = decideInvitation(invitation, command, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  for (const event of decided.events) record(work, event)
  return { ...invitation, ...decided.invitation }
}

/** What nobody can answer any more is not sent to anybody. */
async function refuseToGoOn(work: OwnWork, { id }: StoredInvitation): Promise<void> {
  const proposal = await lockOpenProposal(work.tx, { invitationId: id })
  if (proposal) await refuseAskedBefore(work, proposal)
}

/** Until it is claimed, a request's proposal goes where its invitation goes. */
async function followInvitation(work: OwnWork, { id }: StoredInvitation, follow: (proposal: Proposal) => Proposal): Promise<void> {
  const proposal = await lockOpenProposal(work.tx, { invitationId: id })
  if (proposal) await saveProposal(work.tx, follow(proposal))
}

/** Takes back a request that nobody claimed. */
export async function withdrawInvitation(work: OwnWork, invitation: StoredInvitation): Promise<void> {
  const by = asPartner(work)
  const withdrawn = decide(work, invitation, { kind: 'withdraw', by })
  await saveInvitation(work.tx, withdrawn)
  await followInvitation(work, invitation, (proposal) => {
    const decided = decideProposal(proposal, { kind: 'withdraw', by }, work.now)
    if (decided.kind === 'refused') throw new Refusal(decided.code)
    return decided.proposal
  })
}
