// Mails that follow from what happens on the consent page: passed on, declined before it was claimed, reported.
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { findInvitation, requestToken } from '../partnerships/invitation-store.ts'
import { databaseClock, findListed, findMailReader, getOrganisationName } from '../partnerships/mail-reader-store.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import { findOpenProposal, findProposal } from '../partnerships/proposal-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'

/** To the one who may decide, with the same link; in their own language when they are known. */
export async function requestPassedOn(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const { tx, secrets, publicUrl } = reacting
  // Of the two entries about it the one that nobody reads: only that one says to whom.
  if (event.kind !== 'request.passed_on' || !event.detail || event.readers.length > 0) return []
  const invitation = await findInvitation(tx, event.data.invitationId)
  const proposal = invitation && (await findOpenProposal(tx, { invitationId: invitation.id }))
  if (!proposal || invitation.state !== 'open' || invitation.expiresAt === null) return []
  const { address } = event.detail
  const reader = await findMailReader(tx, { email: address })
  const by = event.by.personId === undefined ? undefined : await findMailReader(tx, { personId: event.by.personId })
  const { asker } = await getPartner(tx, invitation.partnerId)
  const { startsOn, end, payer, spendingLimit } = proposal.terms
  const url = `${publicUrl}/r/${requestToken(secrets, invitation)}`
  const content = {
    id: 'request-passed-on',
    by: by?.name ?? '',
    partner: asker,
    rights: rightsIn(proposal.rights),
    terms: { startsOn, end, payer, spendingLimit },
    until: invitation.expiresAt,
    url,
    reportUrl: `${url}#report`,
  } as const
  return [{ to: address, language: reader?.language ?? invitation.language, content }]
}

/** A request that was declined before it belonged to an organisation: whoever sent it learns that, and no name. */
export async function requestDeclined({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'proposal.declined' || event.partnershipId !== undefined) return []
  const proposal = await findProposal(tx, event.data.proposalId)
  const listed = proposal?.invitationId && (await findListed(tx, { id: proposal.invitationId }))
  if (!listed) return []
  const sender = await findMailReader(tx, { personId: proposal.releasedBy ?? proposal.personId })
  const at = proposal.answeredAt ?? (await databaseClock(tx))
  const url = `${publicUrl}/o/${proposal.partnerId}/customers/${listed.id}`
  const invitation = await findInvitation(tx, proposal.invitationId)
  const address = invitation?.email === listed.name ? invitation.email : null
  const content = { id: 'answer-declined', customer: listed.name, address, hasAccess: false, at, url } as const
  return sender ? [{ to: sender.email, language: sender.language, content }] : []
}

/** To the provider's operator, and to whoever reported when they were signed in. */
export async function reportReceived({ tx, operatorEmail }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'request.reported') return []
  const invitation = await findInvitation(tx, event.data.invitationId)
  if (!invitation) return []
  const partner = await getOrganisationName(tx, invitation.partnerId)
  const content = {
    id: 'report-received',
    partner,
    number: event.id.slice(-8).toUpperCase(),
    at: await databaseClock(tx),
    url: null,
  } as const
  const reporter = event.by.personId === undefined ? undefined : await findMailReader(tx, { personId: event.by.personId })
  return [
    ...(operatorEmail === undefined
      ? []
      : [{ to: operatorEmail, language: 'en' as const, content: { ...content, reader: 'operator' as const } }]),
    ...(reporter ? [{ to: reporter.email, language: reporter.language, content: { ...content, reader: 'reporter' as const } }] : []),
  ]
}
