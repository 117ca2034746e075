// A partner changes a request before anybody answered: the link stays and opens the new version, and the one before stays on record.
import type { ProposalId } from '../../domain/ids.ts'
import type { InvitationState } from '../../domain/partnership/invitation.ts'
import type { Proposal } from '../../domain/partnership/proposal.ts'
import { reviseRequest as revise } from '../../domain/partnership/revise-request.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import { presetAsked } from '../../domain/rights/asked-rights.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { lockAsker } from '../partnerships/asked-before.ts'
import { refuseWhereBlocked } from '../partnerships/block-partner.ts'
import { calendar } from '../partnerships/calendar.ts'
import { type StoredInvitation, saveInvitation, saveValidityDays } from '../partnerships/invitation-store.ts'
import { lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { noProducts, type PartnerOrganisation } from '../partnerships/organisation-store.ts'
import { insertProposal, lockOpenProposal, saveProposal } from '../partnerships/proposal-store.ts'
import { holdBack } from '../partnerships/request-code.ts'
import { newId, type OwnWork } from '../work.ts'
import { ownTerms, refuseForeignProducts } from './asked-rights.ts'
import { type Expanded, expandAsked } from './expand-asked.ts'
import { reachedBy } from './keep-asking.ts'
import { requireResendRoom } from './limits.ts'
import type { reviseRequest as contract } from './revise-contract.ts'

type Body = Input<typeof contract>['body']

export async function reviseRequest(work: OwnWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  return reviseRequestOf(work, params.managedCustomer, body)
}

export async function reviseRequestOf(work: OwnWork, id: string, body: Body): Promise<Answer<typeof contract>> {
  const partner = await lockAsker(work)
  const { invitation, partnership } = await lockManagedCustomer(work, id)
  if (!invitation) throw new Refusal('not_found')
  if (partnership) throw new Refusal('already_claimed')
  const before = await lockOpenProposal(work.tx, { invitationId: invitation.id })
  if (!before) throw new Refusal(closed[invitation.state])
  if (before.number !== body.number) throw new Refusal('changed_meanwhile')
  const asked = await expandAsked(work, body)
  refuseForeignProducts(asked.rights, noProducts)
  const draft = draftOf(work, { partner, invitation, before, body, asked })
  const revised = revise({ invitation, before }, draft, asPartner(work), { now: work.now, calendar, findProduct: noProducts })
  if (revised.kind === 'refused') throw new Refusal(revised.code)
  await refuseWhereBlocked(work, invitation.partnerId, reachedBy(invitation))
  if (before.state === 'open') await requireResendRoom(work, invitation.id)
  await holdBack(work, { ...invitation, to: reachedBy(invitation) }, body.requestCode)
  await saveProposal(work.tx, revised.replaced)
  await saveInvitation(work.tx, revised.invitation)
  await saveValidityDays(work.tx, invitation.id, body.validityDays)
  await insertProposal(work.tx, revised.proposal, { validityDays: body.validityDays, template: asked.template })
  for (const event of revised.events) record(work, event)
  return { number: revised.proposal.number, state: before.state === 'open' ? 'sent' : 'prepared' }
}

type Drafted = {
  readonly partner: PartnerOrganisation
  readonly invitation: StoredInvitation
  readonly before: Proposal
  readonly body: Body
  readonly asked: Expanded
}

function draftOf(work: OwnWork, { partner, invitation, before, body, asked: { rights } }: Drafted) {
  const terms = ownTerms(body.terms)
  return {
    ...{ id: newId<ProposalId>(), number: before.number + 1, partnerId: partner.id, customerId: null, partnershipId: null },
    ...{ invitationId: invitation.id, preset: presetAsked(rightsIn(rights), terms.payer), rights, terms },
    ...{ expiresAt: calendar.plusDays(work.now, body.validityDays), grant: null, isPartnerVerified: partner.isVerified },
  }
}

const closed = {
  prepared: 'not_found',
  open: 'already_answered',
  claimed: 'already_claimed',
  withdrawn: 'request_withdrawn',
  expired: 'request_expired',
} as const satisfies Record<InvitationState, RefusalCode>
