// Mails about answers: what the customer made of our request, to whoever asked and whoever works with it.
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { Proposal } from '../../domain/partnership/proposal.ts'
import { granterOf, isPureExtension } from '../../domain/partnership/proposal.ts'
import { isSameEnd, isSameLimit, type Terms } from '../../domain/partnership/terms.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { lastDayOf } from '../partnerships/calendar.ts'
import { findInvitation } from '../partnerships/invitation-store.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { findOpenProposal, findProposal } from '../partnerships/proposal-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import {
  clockOf,
  findInList,
  listAssignedPeople,
  listReaders,
  listReadersAmong,
  nameOfOrganisation,
  nameOfPerson,
  type Reader,
} from './mail-store.ts'
import { askedTerms } from './request-email.ts'

/** `answer-granted` when everything was granted as asked, `answer-different` otherwise. */
export async function answerGranted(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'proposal.accepted' || event.data.side !== 'partner') return []
  const { leftOut, added, asAsked } = event.data
  const answered = await findAnswered(reacting, event.data.proposalId)
  if (!answered) return []
  const { proposal, partnership, answer } = answered
  // Extending says so itself, to both sides.
  if (isPureExtension(proposal)) return []
  const requested = rightsIn(proposal.rights)
  const granted = rightsIn([...requested.filter((right) => !leftOut.includes(right)), ...added].map((right) => ({ right })))
  const notAfter = partnership.grant?.notAfter ?? null
  const endsOn = notAfter === null ? null : lastDayOf(notAfter)
  const termsChanged = partnership.grant?.proposalId === proposal.id && !isAgreed(proposal.terms, partnership.grant.terms)
  const content = asAsked
    ? ({ id: 'answer-granted', granted, endsOn, ...answer } as const)
    : ({ id: 'answer-different', requested, granted, endsOn, termsChanged, ...answer } as const)
  const people = [proposal.releasedBy ?? proposal.personId, ...(await listAssignedPeople(reacting.tx, partnership.id))]
  return addressed(await listReadersAmong(reacting.tx, proposal.partnerId, people), content)
}

export async function answerCounter(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'proposal.countered' || event.data.side !== 'partner') return []
  const answered = await findAnswered(reacting, event.data.proposalId)
  const counter = await findProposal(reacting.tx, event.data.counterId)
  if (!answered || !counter || counter.expiresAt === null) return []
  const { proposal, answer } = answered
  const offered = rightsIn(counter.rights)
  const asked = rightsIn(proposal.rights)
  const required = rightsIn(proposal.rights.filter((right) => right.required))
  const content = {
    id: 'answer-counter',
    missingRequired: required.filter((right) => !offered.includes(right)),
    added: offered.filter((right) => !asked.includes(right)),
    partnerShouldPay: event.data.reasons.includes('partner_asked_to_pay'),
    until: counter.expiresAt,
    ...answer,
  } as const
  const sender = await listReadersAmong(reacting.tx, proposal.partnerId, [proposal.releasedBy ?? proposal.personId])
  const representatives = await listReaders(reacting.tx, proposal.partnerId, ['legal_representative'])
  return addressed(onceEach([...sender, ...representatives]), content)
}

export async function answerDeclined(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'proposal.declined' || event.data.side !== 'partner') return []
  const answered = await findAnswered(reacting, event.data.proposalId)
  if (!answered) return []
  const { proposal, answer } = answered
  const { by: _, ...content } = answer
  const invitation = proposal.invitationId && (await findInvitation(reacting.tx, proposal.invitationId))
  const address = invitation && invitation.email === answer.customer ? invitation.email : null
  const hasAccess = answered.partnership.state === 'active'
  const sender = await listReadersAmong(reacting.tx, proposal.partnerId, [proposal.releasedBy ?? proposal.personId])
  return addressed(sender, { id: 'answer-declined', address, hasAccess, ...content })
}

/** To the customer's person whose offer the partner took or declined. */
export async function offerAnswered(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'proposal.accepted' && event.kind !== 'proposal.declined') return []
  const proposal = event.data.side === 'customer' ? await findProposal(reacting.tx, event.data.proposalId) : undefined
  if (!proposal?.customerId || !proposal.partnershipId) return []
  const partner = await nameOfOrganisation(reacting.tx, proposal.partnerId)
  const at = proposal.answeredAt ?? (await clockOf(reacting.tx))
  const url = `${reacting.publicUrl}/o/${proposal.customerId}/partners/${proposal.partnershipId}`
  const inviter = await listReadersAmong(reacting.tx, proposal.customerId, [granterOf(proposal)])
  return addressed(inviter, { id: 'invitation-answered', partner, accepted: event.kind === 'proposal.accepted', at, url })
}

/** A further request on a partnership, the partner's own version in answer to an offer included. */
export async function moreRequested(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const { tx, publicUrl } = reacting
  if (event.kind !== 'proposal.made' || event.data.side !== 'partner' || !event.partnershipId || !event.customerId) return []
  const proposal = await findOpenProposal(tx, { partnershipId: event.partnershipId })
  if (proposal?.id !== event.data.proposalId) return []
  const { asker } = await getPartner(tx, proposal.partnerId)
  const content = {
    id: 'more-requested',
    organisation: await nameOfOrganisation(tx, event.customerId),
    partner: asker,
    rights: event.data.rights,
    terms: askedTerms(proposal),
    until: event.data.expiresAt,
    longer: isPureExtension(proposal),
    url: `${publicUrl}/o/${event.customerId}/partners/${event.partnershipId}${isPureExtension(proposal) ? '/renew' : ''}`,
  } as const
  return addressed(await listReaders(tx, event.customerId, ['legal_representative']), content)
}

type Answered = {
  readonly proposal: Proposal
  readonly partnership: Partnership
  readonly answer: {
    readonly customer: string
    readonly by: string
    readonly at: NonNullable<Proposal['answeredAt']>
    readonly url: string
  }
}

async function findAnswered({ tx, publicUrl }: Reacting, id: Proposal['id']): Promise<Answered | undefined> {
  const proposal = await findProposal(tx, id)
  const partnership = proposal?.partnershipId && (await findPartnershipById(tx, proposal.partnershipId))
  if (!partnership || proposal.answeredAt === null) return undefined
  const listed = await findInList(tx, partnership.id)
  if (!listed) return undefined
  const by = proposal.answeredBy === null ? listed.name : await nameOfPerson(tx, proposal.answeredBy)
  const url = `${publicUrl}/o/${proposal.partnerId}/customers/${listed.id}`
  return { proposal, partnership, answer: { customer: listed.name, by, at: proposal.answeredAt, url } }
}

/** With what the customer pays was for the customer to say. */
function isAgreed(asked: Terms, granted: Terms): boolean {
  const isPaymentSame = asked.payer === granted.payer && isSameLimit(asked.spendingLimit, granted.spendingLimit)
  return asked.startsOn === granted.startsOn && isSameEnd(asked.end, granted.end) && isPaymentSame
}

function addressed(readers: readonly Reader[], content: Mail['content']): readonly Mail[] {
  return readers.map(({ email, language }) => ({ to: email, language, content }))
}

function onceEach(readers: readonly Reader[]): readonly Reader[] {
  return readers.filter((reader, index) => readers.findIndex(({ email }) => email === reader.email) === index)
}
