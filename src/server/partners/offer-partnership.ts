// The customer begins: it finds a verified partner and offers rights; or it asks a partner it has to take over payment.
import type { OrganisationId, PartnershipId, ProposalId } from '../../domain/ids.ts'
import { decideProposal } from '../../domain/partnership/decide-proposal.ts'
import { enlargementOfOffer } from '../../domain/partnership/enlargement.ts'
import { makeProposal, type ProposalDraft } from '../../domain/partnership/make-proposal.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { stateOfProposal } from '../../domain/partnership/proposal.ts'
import { startPartnership } from '../../domain/partnership/start-partnership.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { FindProduct, GrantedRight } from '../../domain/rights/scope.ts'
import { dayMs } from '../../domain/time.ts'
import { asCustomer } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { chosenRights, counterDays, ownTerms } from '../partnerships/answer-as-customer.ts'
import { beginStrictly } from '../partnerships/begin-strictly.ts'
import { calendar } from '../partnerships/calendar.ts'
import {
  findAmong,
  findPartnerShown,
  listChoosableProducts,
  listOwnProducts,
  listPaymentMethods,
  lockOrganisation,
} from '../partnerships/customer-store.ts'
import { insertPartnership, lockLivingPartnership } from '../partnerships/partnership-store.ts'
import { insertProposal, lockOpenProposal, nextProposalNumber, saveProposal } from '../partnerships/proposal-store.ts'
import { nothingSigned } from '../partnerships/signed-content.ts'
import { requireSecond } from '../partnerships/signing.ts'
import { newId, type OwnWork } from '../work.ts'
import type { offerPartnership as offerContract, askToPay as payContract } from './change-contract.ts'
import { lockVersion } from './change-rights.ts'
import type { beginOffer as beginContract, findPartners as findContract } from './contract.ts'
import { lapsePartnership } from './lapse-partnership.ts'
import { findLivingId, searchPartners } from './partners-to-be-store.ts'
import { partnerShown } from './show-partnership.ts'

const offersADay = { limit: 20, windowMs: dayMs }

export async function findPartners(work: OwnWork, { query }: Input<typeof findContract>): Promise<Answer<typeof findContract>> {
  const found = await searchPartners(work.tx, work.context.organisationId, query.search)
  const partners: Answer<typeof findContract>['partners'] = []
  for (const { id, partnershipId } of found) partners.push({ ...(await partnerShown(work.tx, { partnerId: id })), partnershipId })
  return { partners }
}

export async function beginOffer(work: OwnWork, { params }: Input<typeof beginContract>): Promise<Answer<typeof beginContract>> {
  const { tx, context } = work
  const partnerId = params.partner as OrganisationId
  const found = partnerId === context.organisationId ? undefined : await findPartnerShown(tx, partnerId)
  if (!found || found.verifiedAt === null) throw new Refusal('not_found')
  const { verifiedAt: _, ...partner } = found
  return {
    partner: { ...partner, partnershipId: await findLivingId(tx, { customerId: context.organisationId, partnerId }) },
    products: await listChoosableProducts(tx, context.organisationId),
    paymentMethods: [...(await listPaymentMethods(tx, context.organisationId))],
  }
}

export async function offerPartnership(work: OwnWork, { body }: Input<typeof offerContract>): Promise<Answer<typeof offerContract>> {
  const { partnershipId } = await offerOf(work, { ...body, partnerId: body.partnerId as OrganisationId, inPlaceOf: null })
  return { partnershipId }
}

type Offer = Pick<Input<typeof offerContract>['body'], 'rights'> & {
  readonly partnerId: OrganisationId
  readonly terms: Terms
  /** The partnership that this one would follow: never less strict, and signed as that one is. */
  readonly inPlaceOf: Partnership | null
}

export async function offerOf(
  work: OwnWork,
  { partnerId, inPlaceOf, ...offer }: Offer,
): Promise<{ readonly partnershipId: PartnershipId; readonly proposalId: ProposalId }> {
  const customerId = work.context.organisationId
  await work.limit(`offers:${customerId}`, offersADay)
  await lockOrganisation(work.tx, customerId)
  const partner = partnerId === customerId ? undefined : await findPartnerShown(work.tx, partnerId)
  if (partnerId === customerId) throw new Refusal('own_organisation')
  if (!partner || partner.verifiedAt === null) throw new Refusal('not_found')
  const living = await lockLivingPartnership(work.tx, { customerId, partnerId })
  if (living && (await lapsePartnership(work, living.id)) === null) throw new Refusal('already_customer')
  const id = newId<PartnershipId>()
  const started = startPartnership({ id, partnerId, customerId, startedBy: 'customer' })
  if (started.kind === 'refused') throw new Refusal(started.code)
  const findProduct = findAmong(await listOwnProducts(work.tx, customerId))
  const rights = chosenRights(offer.rights, findProduct).map((granted) => ({ ...granted, required: false, reason: null }))
  await insertPartnership(work.tx, started.partnership, { ownReference: null, now: work.now })
  for (const event of started.events) record(work, event)
  const partnership = await beginStrictly(work, started.partnership, inPlaceOf)
  const terms = await ownTerms(work.tx, customerId, offer.terms)
  await requireSignedOffer(work, { partnerId, rights, terms, inPlaceOf })
  return { partnershipId: id, proposalId: await propose(work, partnership, { rights, terms }, findProduct) }
}

/** The partner's yes alone makes a grant of it. */
async function requireSignedOffer(
  work: OwnWork,
  { partnerId, rights, terms, inPlaceOf }: Omit<Offer, 'rights'> & { readonly rights: readonly GrantedRight[] },
): Promise<void> {
  const offered = { ...nothingSigned, partner: partnerId, rights: rights.map(({ right, scope }) => ({ right, scope })), terms }
  const content = inPlaceOf === null ? offered : { ...offered, inPlaceOf: inPlaceOf.id }
  const enlargement = enlargementOfOffer(rights, terms, null)
  const enlarging = { customerId: work.context.organisationId, enlargement, content }
  await requireSecond(work, { ...enlarging, partnershipId: null })
  if (inPlaceOf !== null) await requireSecond(work, { ...enlarging, partnershipId: inPlaceOf.id })
}

/** The terms in force with the partner as payer: rights stay as they are, and nothing changes before the partner agrees. */
export async function askToPay(work: OwnWork, { params, body }: Input<typeof payContract>): Promise<Record<string, never>> {
  const { partnership, around } = await lockVersion(work, params.partnership, body.version)
  if (!partnership.grant) throw new Refusal('not_active')
  const open = await lockOpenProposal(work.tx, { partnershipId: partnership.id })
  if (open && stateOfProposal(open, work.now) !== 'expired') throw new Refusal('already_open')
  if (open) {
    const lapsed = decideProposal(open, { kind: 'lapse' }, work.now)
    if (lapsed.kind === 'refused') throw new Refusal(lapsed.code)
    await saveProposal(work.tx, lapsed.proposal)
    for (const event of lapsed.events) record(work, event)
  }
  const terms = { ...partnership.grant.terms, payer: 'partner' as const, paymentMethodId: null, spendingLimit: null }
  await propose(work, partnership, { rights: [], terms }, around.findProduct)
  return {}
}

async function propose(
  work: OwnWork,
  { id, partnerId, customerId, grant }: Partnership,
  what: Pick<ProposalDraft, 'rights' | 'terms'>,
  findProduct: FindProduct,
): Promise<ProposalId> {
  const draft: ProposalDraft = {
    ...what,
    id: newId<ProposalId>(),
    number: await nextProposalNumber(work.tx, { partnershipId: id }),
    partnerId,
    customerId,
    invitationId: null,
    partnershipId: id,
    preset: null,
    expiresAt: calendar.plusDays(work.now, counterDays),
    grant,
    isPartnerVerified: true,
  }
  const made = makeProposal(draft, asCustomer(work), { now: work.now, calendar, findProduct })
  if (made.kind === 'refused') throw new Refusal(made.code)
  await insertProposal(work.tx, made.proposal, { validityDays: counterDays })
  for (const event of made.events) record(work, event)
  return draft.id
}
