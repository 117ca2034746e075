// What administrators prepared goes out: a legal representative releases any number of requests with one confirmation.
import type { InvitationId, PartnershipId } from '../../domain/ids.ts'
import { decideInvitation } from '../../domain/partnership/decide-invitation.ts'
import { decideProposal } from '../../domain/partnership/decide-proposal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { emailKey } from '../identity/email-key.ts'
import { record } from '../journal/record.ts'
import { refuseAskedBefore } from '../partnerships/asked-before.ts'
import { refuseWhereBlocked } from '../partnerships/block-partner.ts'
import { calendar } from '../partnerships/calendar.ts'
import { type StoredInvitation, saveInvitation } from '../partnerships/invitation-store.ts'
import { lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { lockPartner, type PartnerOrganisation } from '../partnerships/organisation-store.ts'
import { lockOpenProposal, saveProposal, validityDaysOf } from '../partnerships/proposal-store.ts'
import { holdBack } from '../partnerships/request-code.ts'
import type { OwnWork } from '../work.ts'
import type { releaseRequests as contract } from './contract.ts'
import { reachedBy } from './keep-asking.ts'
import { requireRoomAt, requireRoomToday } from './limits.ts'

type Result = Answer<typeof contract>['results'][number]['result']

export async function releaseRequests(work: OwnWork, { body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const partner = await lockPartner(work.tx, work.context.organisationId)
  const results: { id: string; result: Result }[] = []
  for (const id of new Set(body.ids)) results.push({ id, result: await releaseOne(work, partner, id) })
  return { results }
}

/** Nothing was written when it is refused, so that the others go out all the same. */
async function releaseOne(work: OwnWork, partner: PartnerOrganisation, id: string): Promise<Result> {
  try {
    const { invitation, partnership } = await lockManagedCustomer(work, id)
    if (partnership) await releaseProposal(work, partner, { partnershipId: partnership.id })
    else if (invitation) await releaseInvitation(work, partner, invitation)
    return 'sent'
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure
    const { code } = failure
    return code === 'already_released' || code === 'not_found' || code === 'limit_reached' ? code : 'refused'
  }
}

async function releaseInvitation(work: OwnWork, partner: PartnerOrganisation, invitation: StoredInvitation): Promise<void> {
  const expiresAt = calendar.plusDays(work.now, invitation.validityDays)
  const released = decideInvitation(invitation, { kind: 'release', by: asPartner(work), expiresAt }, work.now)
  if (released.kind === 'refused') throw new Refusal(released.code)
  await refuseWhereBlocked(work, invitation.partnerId, reachedBy(invitation))
  if (invitation.email !== null) await requireRoomAt(work, emailKey(invitation.email))
  await requireRoomToday(work, partner)
  await releaseProposal(work, partner, { invitationId: invitation.id })
  await holdBack(work, { ...invitation, to: reachedBy(invitation) }, undefined)
  await saveInvitation(work.tx, released.invitation)
  for (const event of released.events) record(work, event)
}

type About = { readonly invitationId: InvitationId } | { readonly partnershipId: PartnershipId }

async function releaseProposal(work: OwnWork, partner: PartnerOrganisation, about: About): Promise<void> {
  const proposal = await lockOpenProposal(work.tx, about)
  if (!proposal) throw new Refusal('not_found')
  await refuseAskedBefore(work, proposal)
  const expiresAt = calendar.plusDays(work.now, await validityDaysOf(work.tx, proposal.id))
  const released = decideProposal(proposal, { kind: 'release', by: asPartner(work), expiresAt }, work.now)
  if (released.kind === 'refused') throw new Refusal(released.code)
  if ('partnershipId' in about) await requireRoomToday(work, partner)
  await saveProposal(work.tx, released.proposal)
  for (const event of released.events) record(work, event)
}
