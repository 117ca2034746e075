// The mail to a customer whose partner would like to hand over to a successor.

import { getOrganisationName, listMailReaders } from '../partnerships/mail-reader-store.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { lockSuccession } from '../partnerships/succession-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'

export async function successionAsked({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'succession.asked' || !event.partnershipId) return []
  const partnership = await findPartnershipById(tx, event.partnershipId)
  const succession = await lockSuccession(tx, event.data.successionId)
  if (!partnership || !succession) return []
  const { customerId, partnerId, id } = partnership
  const content = {
    id: 'succession-asked',
    partner: await getOrganisationName(tx, partnerId),
    successor: (await getPartner(tx, succession.successorId)).asker,
    organisation: await getOrganisationName(tx, customerId),
    until: event.data.expiresAt,
    url: `${publicUrl}/o/${customerId}/partners/${id}`,
  } as const
  const readers = await listMailReaders(tx, customerId, ['legal_representative'])
  return readers.map(({ email, language }) => ({ to: email, language, content }))
}
