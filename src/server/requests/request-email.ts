// Mails about requests: to whoever is asked, and to the partner's own people.
import type { InvitationId, OrganisationId, PartnershipId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import { stateOfInvitation } from '../../domain/partnership/invitation.ts'
import type { Proposal } from '../../domain/partnership/proposal.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import type { Instant } from '../../domain/time.ts'
import { findInvitation, requestToken, type StoredInvitation } from '../partnerships/invitation-store.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import { findOpenProposal, findProposal } from '../partnerships/proposal-store.ts'
import { isRequestHeldBack } from '../partnerships/request-code-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import {
  clockOf,
  countWaiting,
  listAddressesOf,
  listReaders,
  listReadersAmong,
  nameOfOrganisation,
  nameOfPerson,
  organisationOfNumber,
} from './mail-store.ts'

type To = { readonly email: string; readonly language: Language }

/** request.sent, request.resent, and request.address_corrected where it had gone out already. */
export async function requestReceived(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const open = await findOpen(reacting, event)
  if (!open) return []
  const { invitation, content } = open
  const to =
    invitation.email === null ? await readersOf(reacting, invitation) : [{ email: invitation.email, language: invitation.language }]
  return to.map(({ email, language }) => ({
    to: email,
    language,
    content: { id: 'request-received', reportUrl: `${content.url}#report`, ...content },
    about: { invitationId: invitation.id },
  }))
}

export async function requestReminder(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const open = event.kind === 'request.reminded' ? await findOpen(reacting, event) : undefined
  if (!open || event.kind !== 'request.reminded') return []
  const { content } = open
  const { daysLeft } = event.data
  return (await readersOf(reacting, open.invitation)).map(({ email, language }) => ({
    to: email,
    language,
    content: { id: 'request-reminder', daysLeft, reportUrl: `${content.url}#report`, ...content },
  }))
}

/** Whoever got it, unless it never went out or never arrived. */
export async function requestWithdrawn(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'request.withdrawn') return []
  const invitation = await findInvitation(reacting.tx, event.data.invitationId)
  if (!invitation || invitation.sentAt === null || invitation.delivery === 'not_delivered') return []
  if (await isRequestHeldBack(reacting.tx, invitation.id)) return []
  const { name } = await getPartner(reacting.tx, invitation.partnerId)
  const at = await clockOf(reacting.tx)
  return (await readersOf(reacting, invitation)).map(({ email, language }) => ({
    to: email,
    language,
    content: { id: 'request-withdrawn', partner: name, at },
  }))
}

export async function requestUndeliverable(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'request.not_delivered') return []
  const invitation = await findInvitation(reacting.tx, event.data.invitationId)
  if (!invitation) return []
  const senders = await listReadersAmong(reacting.tx, invitation.partnerId, [invitation.releasedBy ?? invitation.preparedBy])
  const address = invitation.email ?? invitation.customerNumber ?? ''
  const url = customerUrl(reacting, invitation.partnerId, invitation.id)
  return senders.map(({ email, language }) => ({
    to: email,
    language,
    content: { id: 'request-undeliverable', address, reason: 'refused', url },
  }))
}

/** request.prepared, and proposal.prepared on a living partnership: legal representatives have something to release. */
export async function releaseNeeded(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const partnerId = await preparedFor(reacting, event)
  if (!partnerId) return []
  const organisation = await nameOfOrganisation(reacting.tx, partnerId)
  const by = event.by.personId === undefined ? organisation : await nameOfPerson(reacting.tx, event.by.personId)
  const count = Math.max(1, await countWaiting(reacting.tx, partnerId))
  const url = `${reacting.publicUrl}/o/${partnerId}/customers?status=prepared`
  const readers = await listReaders(reacting.tx, partnerId, ['legal_representative'])
  return readers.map(({ email, language }) => ({ to: email, language, content: { id: 'release-needed', by, organisation, count, url } }))
}

/** bulk.prepared: a whole list waits for one release. */
export async function listNeedsRelease(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const [partnerId] = event.readers
  if (event.kind !== 'bulk.prepared' || !partnerId) return []
  const organisation = await nameOfOrganisation(reacting.tx, partnerId)
  const by = event.by.personId === undefined ? organisation : await nameOfPerson(reacting.tx, event.by.personId)
  const url = `${reacting.publicUrl}/o/${partnerId}/lists/${event.data.bulkId}`
  const readers = await listReaders(reacting.tx, partnerId, ['legal_representative'])
  const content = { id: 'release-needed', by, organisation, count: event.data.rows, url } as const
  return readers.map(({ email, language }) => ({ to: email, language, content }))
}

export function customerUrl({ publicUrl }: Reacting, partnerId: OrganisationId, id: InvitationId | PartnershipId): string {
  return `${publicUrl}/o/${partnerId}/customers/${id}`
}

export function askedTerms({ terms: { startsOn, end, payer, spendingLimit } }: Pick<Proposal, 'terms'>) {
  return { startsOn, end, payer, spendingLimit }
}

async function preparedFor({ tx }: Reacting, event: RecordedEvent): Promise<OrganisationId | undefined> {
  if (event.kind === 'request.prepared') return (await findInvitation(tx, event.data.invitationId))?.partnerId
  if (event.kind !== 'proposal.prepared' || event.data.side !== 'partner') return undefined
  return (await findProposal(tx, event.data.proposalId))?.partnerId
}

type Content = {
  partner: Awaited<ReturnType<typeof getPartner>>['asker']
  rights: ReturnType<typeof rightsIn>
  terms: ReturnType<typeof askedTerms>
  until: Instant
  url: string
}

/** What may have changed since: it is read now, and nothing is sent for what is no longer open. */
export async function findOpen(
  reacting: Reacting,
  event: RecordedEvent,
): Promise<{ invitation: StoredInvitation; content: Content } | undefined> {
  const { tx, secrets, publicUrl } = reacting
  if (!('invitationId' in event.data)) return undefined
  const invitation = await findInvitation(tx, event.data.invitationId)
  const proposal = invitation && (await findOpenProposal(tx, { invitationId: invitation.id }))
  if (!proposal || invitation.expiresAt === null) return undefined
  if (stateOfInvitation(invitation, await clockOf(tx)) !== 'open') return undefined
  if (await isRequestHeldBack(tx, invitation.id)) return undefined
  const { asker } = await getPartner(tx, invitation.partnerId)
  const url = `${publicUrl}/r/${requestToken(secrets, invitation)}`
  return {
    invitation,
    content: { partner: asker, rights: rightsIn(proposal.rights), terms: askedTerms(proposal), until: invitation.expiresAt, url },
  }
}

/** The invited address and those it was passed on to; with a customer number, the customer's legal representatives. */
export async function readersOf({ tx }: Reacting, invitation: StoredInvitation): Promise<readonly To[]> {
  if (invitation.email !== null) {
    return (await listAddressesOf(tx, invitation.id)).map((email) => ({ email, language: invitation.language }))
  }
  const customerId = invitation.customerNumber === null ? undefined : await organisationOfNumber(tx, invitation.customerNumber)
  return customerId === undefined ? [] : listReaders(tx, customerId, ['legal_representative'])
}
