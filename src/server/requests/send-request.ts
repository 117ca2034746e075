// A partner asks somebody for access: sent at once by a legal representative, prepared for release by an administrator.
import type { InvitationId, OrganisationId, PersonId, ProposalId } from '../../domain/ids.ts'
import { makeProposal } from '../../domain/partnership/make-proposal.ts'
import { prepareInvitation } from '../../domain/partnership/prepare-invitation.ts'
import { Refusal } from '../../domain/refusal.ts'
import { presetAsked } from '../../domain/rights/asked-rights.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { emailKey } from '../identity/email-key.ts'
import { record } from '../journal/record.ts'
import { lockAsker } from '../partnerships/asked-before.ts'
import { refuseWhereBlocked } from '../partnerships/block-partner.ts'
import { calendar } from '../partnerships/calendar.ts'
import { insertInvitation, requestToken } from '../partnerships/invitation-store.ts'
import { findLivingCustomer } from '../partnerships/managed-customer-store.ts'
import { noProducts, type PartnerOrganisation } from '../partnerships/organisation-store.ts'
import { insertProposal } from '../partnerships/proposal-store.ts'
import { holdBack } from '../partnerships/request-code.ts'
import type { TemplateVersion } from '../partnerships/template-store.ts'
import { newId, type OwnWork } from '../work.ts'
import { askForMoreOf } from './ask-for-more.ts'
import { ownTerms, refuseForeignProducts } from './asked-rights.ts'
import type { sendRequest as contract, RequestBody } from './contract.ts'
import { type Expanded, expandAsked } from './expand-asked.ts'
import type { Known } from './known-store.ts'
import { lapseInvitation } from './lapse-request.ts'
import { requireRoomAt, requireRoomToday } from './limits.ts'
import { planForCustomer, planForRequest } from './plan-assignments.ts'
import { addAddress, findUnanswered, isOwnAddress, type Recipient } from './store.ts'

export function sendRequest(work: OwnWork, { body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  return sendRequestOf(work, body)
}

export type Sending = {
  /** Made beforehand, so that it is sent once however often it is tried. */
  readonly id?: InvitationId
  /** Whoever put it together, if somebody else releases it. */
  readonly preparedBy?: PersonId
  /** The partner, its row locked already in this transaction. */
  readonly partner?: PartnerOrganisation
  /** What was asked of this recipient since, for many at once. */
  readonly known?: Known
  /** The version that a list holds fast; otherwise the template is taken as it is now. */
  readonly template?: TemplateVersion
}

export async function sendRequestOf(work: OwnWork, body: RequestBody, sending: Sending = {}): Promise<Answer<typeof contract>> {
  const partner = sending.partner ?? (await lockAsker(work))
  if (!partner.isEnrolled) throw new Refusal('not_entitled', 'not a partner')
  await refuseOneself(work, partner, body.who, sending.known)
  const held = sending.template
  const { rights, template } = held ? { rights: held.rights, template: held } : await expandAsked(work, body)
  const living = body.who.customerNumber && (await findLivingCustomer(work.tx, partner.id, body.who.customerNumber))
  if (living) {
    const { state } = await askForMoreOf(work, living, { rights, terms: body.terms, validityDays: body.validityDays }, { template })
    if (body.plan) await planForCustomer(work, living, body.plan)
    return { managedCustomerId: living, state }
  }
  return newRequest(work, { ...sending, partner, body, rights, template })
}

type New = Omit<Sending, 'partner' | 'template'> & Expanded & { readonly partner: PartnerOrganisation; readonly body: RequestBody }

async function newRequest(work: OwnWork, asking: New): Promise<Answer<typeof contract>> {
  const { partner, body, rights } = asking
  const { who, validityDays } = body
  const terms = ownTerms(body.terms)
  const by = asPartner(work)
  const id = asking.id ?? newId<InvitationId>()
  const expiresAt = calendar.plusDays(work.now, validityDays)
  const about = { id, partnerId: partner.id, email: who.email ?? null, customerNumber: who.customerNumber ?? null }
  const invited = prepareInvitation({ ...about, language: who.language, expiresAt }, by, work.now)
  if (invited.kind === 'refused') throw new Refusal(invited.code)
  refuseForeignProducts(rights, noProducts)
  const draft = {
    ...{ id: newId<ProposalId>(), number: 1, partnerId: partner.id, customerId: null, invitationId: id, partnershipId: null },
    ...{ preset: presetAsked(rightsIn(rights), terms.payer), rights, terms, expiresAt, grant: null, isPartnerVerified: partner.isVerified },
  }
  const proposed = makeProposal(draft, by, { now: work.now, calendar, findProduct: noProducts })
  if (proposed.kind === 'refused') throw new Refusal(proposed.code)
  const key = who.email === undefined ? null : emailKey(who.email)
  if (asking.known?.isUnanswered !== false) await refuseWhileOpen(work, partner.id, { emailKey: key, customerNumber: about.customerNumber })
  if (asking.known?.isBlocked !== false) await refuseWhereBlocked(work, partner.id, { emailKey: key, customerNumber: about.customerNumber })
  const isSent = invited.invitation.state === 'open'
  if (isSent && key !== null) await requireRoomAt(work, key, asking.known?.pending)
  if (isSent) await requireRoomToday(work, partner)
  const preparedBy = asking.preparedBy ?? by.personId
  await insertInvitation(work.tx, {
    ...{
      ...invited.invitation,
      preparedBy,
      emailKey: key,
      ownReference: who.ownReference ?? null,
      listName: who.listName ?? null,
      validityDays,
    },
    tokenHash: work.secrets.hashToken(requestToken(work.secrets, invited.invitation)),
  })
  if (about.email !== null && key !== null) await addAddress(work.tx, id, { email: about.email, emailKey: key, now: work.now })
  const to = { emailKey: key, customerNumber: about.customerNumber }
  if (asking.known?.demandsCode !== false || who.requestCode !== undefined)
    await holdBack(work, { id, partnerId: partner.id, requestCode: null, to }, who.requestCode)
  await insertProposal(work.tx, { ...proposed.proposal, personId: preparedBy }, { validityDays, template: asking.template })
  for (const event of [...invited.events, ...proposed.events]) record(work, event)
  if (body.plan) await planForRequest(work, id, body.plan)
  return { managedCustomerId: id, state: isSent ? 'sent' : 'prepared' }
}

/** One request at a time to one address or number. What is overdue lapses first. */
async function refuseWhileOpen(work: OwnWork, partnerId: OrganisationId, recipient: Recipient): Promise<void> {
  const asked = await findUnanswered(work.tx, partnerId, recipient)
  if (asked && !(await lapseInvitation(work, asked))) throw new Refusal('already_open')
}

/** By number, or by the address of one's own people: nobody is their own customer. */
async function refuseOneself(work: OwnWork, partner: PartnerOrganisation, who: RequestBody['who'], known?: Known): Promise<void> {
  const isOwn =
    who.email === undefined
      ? who.customerNumber === partner.number
      : (known?.isOwn ?? (await isOwnAddress(work.tx, partner.id, emailKey(who.email))))
  if (isOwn) throw new Refusal('own_organisation')
}
