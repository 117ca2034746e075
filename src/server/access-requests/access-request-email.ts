// What people of a partner read when a collaborator asks for access, and the collaborator when it is answered. Nothing of the why: that is on the page.

import { findListed, findMailReader, getOrganisationName, listMailReaders } from '../partnerships/mail-reader-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'

export async function customerAsked({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'assignment.asked' || !event.partnershipId) return []
  const [partnerId] = event.readers
  const listed = await findListed(tx, { partnershipId: event.partnershipId })
  const asker = await findMailReader(tx, { personId: event.data.personId })
  if (!partnerId || !listed || !asker) return []
  const organisation = await getOrganisationName(tx, partnerId)
  const { rights, hours } = event.data
  const url = `${publicUrl}/o/${partnerId}/people`
  const content = { id: 'customer-asked', person: asker.name, customer: listed.name, organisation, rights, hours, url } as const
  const readers = await listMailReaders(tx, partnerId, ['legal_representative', 'administrator'])
  return readers.filter(({ personId }) => personId !== event.data.personId).map(({ email, language }) => ({ to: email, language, content }))
}

export async function customerAnswered({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'assignment.answered' || !event.partnershipId) return []
  const [partnerId] = event.readers
  const listed = await findListed(tx, { partnershipId: event.partnershipId })
  const asker = await findMailReader(tx, { personId: event.data.personId })
  if (!partnerId || !listed || !asker) return []
  const { granted, rights, notAfter } = event.data
  const organisation = await getOrganisationName(tx, partnerId)
  const url = granted ? `${publicUrl}/c/${event.partnershipId}` : `${publicUrl}/o/${partnerId}/customers`
  const content = { id: 'customer-answered', customer: listed.name, organisation, granted, rights, until: notAfter, url } as const
  return [{ to: asker.email, language: asker.language, content }]
}
