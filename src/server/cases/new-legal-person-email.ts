// The mail to a customer whose partner is a new legal person: the same question as at a succession.

import { getOrganisationName, listMailReaders } from '../partnerships/mail-reader-store.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'

export async function newLegalPerson({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const partnership = event.partnershipId && (await findPartnershipById(tx, event.partnershipId))
  if (event.kind !== 'partnership.new_legal_person' || !partnership) return []
  const { customerId, partnerId, id } = partnership
  const { asker } = await getPartner(tx, partnerId)
  const content = {
    id: 'succession-asked',
    partner: event.detail?.before ?? asker.name,
    successor: asker,
    organisation: await getOrganisationName(tx, customerId),
    until: event.data.expiresAt,
    rests: true,
    url: `${publicUrl}/o/${customerId}/partners/${id}`,
  } as const
  const readers = await listMailReaders(tx, customerId, ['legal_representative'])
  return readers.map(({ email, language }) => ({ to: email, language, content }))
}
