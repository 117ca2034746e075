// A customer that admits people by name is told who follows somebody of the partner, and decides whether to admit them.
import { findMailReader, getOrganisationName, listMailReaders } from '../partnerships/mail-reader-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'

export async function successorNamed({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partnership.successor_named' || !event.customerId) return []
  const partnerId = event.readers.find((id) => id !== event.customerId)
  const left = await findMailReader(tx, { personId: event.data.personId })
  const successor = await findMailReader(tx, { personId: event.data.successorId })
  if (!partnerId || !left || !successor) return []
  const content = {
    id: 'successor-named',
    partner: await getOrganisationName(tx, partnerId),
    organisation: await getOrganisationName(tx, event.customerId),
    person: left.name,
    successor: successor.name,
    url: `${publicUrl}/o/${event.customerId}/partners/${event.partnershipId ?? ''}`,
  } as const
  const readers = await listMailReaders(tx, event.customerId, ['legal_representative'])
  return readers.map(({ email, language }) => ({ to: email, language, content }))
}
