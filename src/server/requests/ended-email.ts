// Mails about the end of a partnership, with a receipt, to both sides; and about a later version of a request that was taken back.
import { isPureExtension } from '../../domain/partnership/proposal.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { findOpenProposal } from '../partnerships/proposal-store.ts'
import { countKnownPasswords } from '../partnerships/ways-in-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import {
  clockOf,
  countVisits,
  findInList,
  listAssignedPeople,
  listReaders,
  listReadersAmong,
  nameOfOrganisation,
  positionOfEnd,
} from './mail-store.ts'
import { askedTerms } from './request-email.ts'

export async function partnershipEnded(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const { tx, publicUrl } = reacting
  const partnership = event.kind === 'partnership.ended' && event.partnershipId && (await findPartnershipById(tx, event.partnershipId))
  if (!partnership || event.kind !== 'partnership.ended') return []
  const { id, partnerId, customerId } = partnership
  const rights = rightsIn(partnership.grant?.rights ?? []).length
  const content = {
    id: 'partnership-ended',
    partner: await nameOfOrganisation(tx, partnerId),
    customer: await nameOfOrganisation(tx, customerId),
    by: event.data.by,
    at: partnership.endedAt ?? (await clockOf(tx)),
    receipt: { rights, visits: await countVisits(tx, id), position: await positionOfEnd(tx, id) },
  } as const
  const ofPartner = {
    ...content,
    reader: 'partner',
    url: `${publicUrl}/o/${partnerId}/customers/${(await findInList(tx, id))?.id ?? id}`,
  } as const
  const ofCustomer = {
    ...content,
    reader: 'customer',
    knownPasswords: await countKnownPasswords(tx, id),
    url: `${publicUrl}/o/${customerId}/partners/${id}`,
  } as const
  const leaders = await listReaders(tx, partnerId, ['legal_representative', 'administrator'])
  const assigned = await listReadersAmong(tx, partnerId, await listAssignedPeople(tx, id))
  const others = assigned.filter(({ email }) => !leaders.some((leader) => leader.email === email))
  const representatives = await listReaders(tx, customerId, ['legal_representative'])
  return [
    ...[...leaders, ...others].map(({ email, language }) => ({ to: email, language, content: ofPartner })),
    ...representatives.map(({ email, language }) => ({ to: email, language, content: ofCustomer })),
  ]
}

/** On a living partnership, or one that was about to begin. */
export async function proposalWithdrawn(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const { tx } = reacting
  if (event.kind !== 'proposal.withdrawn' || event.data.side !== 'partner' || !event.partnershipId || !event.customerId) return []
  const partnership = await findPartnershipById(tx, event.partnershipId)
  if (!partnership) return []
  const content = { id: 'request-withdrawn', partner: await nameOfOrganisation(tx, partnership.partnerId), at: await clockOf(tx) } as const
  const readers = await listReaders(tx, event.customerId, ['legal_representative'])
  return readers.map(({ email, language }) => ({ to: email, language, content }))
}

/** A further request that nobody has answered yet. */
export async function proposalReminder(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const { tx, publicUrl } = reacting
  if (event.kind !== 'proposal.reminded' || !event.customerId || !event.partnershipId) return []
  const proposal = await findOpenProposal(tx, { partnershipId: event.partnershipId })
  if (proposal?.id !== event.data.proposalId || proposal.side !== 'partner' || proposal.expiresAt === null) return []
  const { asker } = await getPartner(tx, proposal.partnerId)
  const url = `${publicUrl}/o/${event.customerId}/partners/${event.partnershipId}${isPureExtension(proposal) ? '/renew' : ''}`
  const request = { partner: asker, rights: rightsIn(proposal.rights), terms: askedTerms(proposal), until: proposal.expiresAt, url }
  const content = { id: 'request-reminder', daysLeft: event.data.daysLeft, reportUrl: url, ...request } as const
  const readers = await listReaders(tx, event.customerId, ['legal_representative'])
  return readers.map(({ email, language }) => ({ to: email, language, content }))
}
