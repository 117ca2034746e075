// The mails to a customer whose partner would like to hand over to a successor: the question, and the reminder of it.

import { getOrganisationName, listMailReaders } from '../partnerships/mail-reader-store.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { lockQuestion, lockSuccession } from '../partnerships/succession-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'

export async function successionAsked(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  return event.kind === 'succession.asked' ? askedMails(reacting, event, undefined) : []
}

/** Whoever answered since is left in peace. */
export async function successionReminder(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'succession.reminded' || !event.partnershipId) return []
  const question = await lockQuestion(reacting.tx, event.partnershipId)
  const isOpen = question?.successionId === event.data.successionId && question.state === 'asked'
  return isOpen ? askedMails(reacting, event, event.data.daysLeft) : []
}

type Asked = Extract<RecordedEvent, { readonly kind: 'succession.asked' | 'succession.reminded' }>

async function askedMails({ tx, publicUrl }: Reacting, event: Asked, daysLeft: number | undefined): Promise<readonly Mail[]> {
  const partnership = event.partnershipId ? await findPartnershipById(tx, event.partnershipId) : undefined
  const succession = await lockSuccession(tx, event.data.successionId)
  if (!partnership || !succession || succession.until === null) return []
  const { customerId, partnerId, id } = partnership
  const content = {
    id: 'succession-asked',
    partner: await getOrganisationName(tx, partnerId),
    successor: (await getPartner(tx, succession.successorId)).asker,
    organisation: await getOrganisationName(tx, customerId),
    until: succession.until,
    ...(daysLeft === undefined ? {} : { daysLeft }),
    url: `${publicUrl}/o/${customerId}/partners/${id}`,
  } as const
  const readers = await listMailReaders(tx, customerId, ['legal_representative'])
  return readers.map(({ email, language }) => ({ to: email, language, content }))
}
