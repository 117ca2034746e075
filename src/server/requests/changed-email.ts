// Mails about a further version: the partner's own in answer to the customer's, and one side asking the other to pay.
import type { Proposal } from '../../domain/partnership/proposal.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { findOpenProposal } from '../partnerships/proposal-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { findInList, listReaders, nameOfOrganisation, type Reader } from './mail-store.ts'
import { askedTerms } from './request-email.ts'

/** The customer's version was answered with another one: whoever has to decide learns what it is now. */
export async function requestChanged(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'proposal.countered' || event.data.side !== 'customer' || !event.partnershipId || !event.customerId) return []
  const { tx, publicUrl } = reacting
  const proposal = await findOpenProposal(tx, { partnershipId: event.partnershipId })
  if (proposal?.id !== event.data.counterId || proposal.expiresAt === null) return []
  const { asker } = await getPartner(tx, proposal.partnerId)
  const content = {
    id: 'request-changed',
    organisation: await nameOfOrganisation(tx, event.customerId),
    partner: asker,
    rights: rightsIn(proposal.rights),
    terms: askedTerms(proposal),
    until: proposal.expiresAt,
    url: `${publicUrl}/o/${event.customerId}/partners/${event.partnershipId}`,
  } as const
  return addressed(await listReaders(tx, event.customerId, ['legal_representative']), content)
}

/** A proposal on a grant in force that leaves the rights as they are and names another payer: the side that is to pay is asked. */
export async function payerAsked(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'proposal.made' || event.data.rights.length > 0 || !event.partnershipId) return []
  const { tx, publicUrl } = reacting
  const partnership = await findPartnershipById(tx, event.partnershipId)
  const proposal = await findOpenProposal(tx, { partnershipId: event.partnershipId })
  if (!partnership?.grant || proposal?.id !== event.data.proposalId || proposal.expiresAt === null) return []
  const reader = askedToPay(proposal, partnership.grant.terms.payer)
  if (!reader) return []
  const { partnerId, customerId, id } = partnership
  const content = {
    id: 'payer-asked',
    reader,
    customer: await nameOfOrganisation(tx, customerId),
    partner: await nameOfOrganisation(tx, partnerId),
    until: proposal.expiresAt,
    url:
      reader === 'partner'
        ? `${publicUrl}/o/${partnerId}/customers/${(await findInList(tx, id))?.id ?? id}`
        : `${publicUrl}/o/${customerId}/partners/${id}`,
  } as const
  return addressed(await listReaders(tx, reader === 'partner' ? partnerId : customerId, ['legal_representative']), content)
}

/** Whoever proposes asks the other side, never itself. */
function askedToPay({ side, terms }: Proposal, payer: string | null): 'customer' | 'partner' | undefined {
  return terms.payer !== null && terms.payer !== payer && terms.payer !== side ? terms.payer : undefined
}

const addressed = (readers: readonly Reader[], content: Mail['content']): readonly Mail[] =>
  readers.map(({ email, language }) => ({ to: email, language, content }))
