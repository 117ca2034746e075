// Mails about being a verified partner: to the partner’s legal representatives, and to its customers’ when its name has changed.
import { asId, type OrganisationId } from '../../domain/ids.ts'
import { dayMs, instant } from '../../domain/time.ts'
import type { MailOf } from '../mails/mail-content.ts'
import { databaseClock, getOrganisationName, listMailReaders } from '../partnerships/mail-reader-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'

type Told = Pick<MailOf<'partner-verification'>, 'result' | 'until'>

export async function partnerVerification({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const [id] = event.readers
  const told = id && toldOf(event, await databaseClock(tx))
  if (!id || !told) return []
  const content = {
    id: 'partner-verification',
    organisation: await getOrganisationName(tx, id),
    ...told,
    url: `${publicUrl}/o/${id}/verification`,
  } as const
  const readers = await listMailReaders(tx, id, ['legal_representative'])
  return readers.map(({ email, language }) => ({ to: email, language, content }))
}

function toldOf(event: RecordedEvent, now: number): Told | undefined {
  switch (event.kind) {
    case 'partner.verified':
      return { result: 'verified', until: event.data.until }
    case 'partner.refused':
      return { result: 'refused', until: null }
    case 'partner.verification_due':
      return { result: 'due', until: instant(now + event.data.daysLeft * dayMs) }
    case 'partner.verification_lapsed':
      return { result: 'lapsed', until: null }
    default:
      return undefined
  }
}

export async function partnerRenamed({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partner.renamed' || !event.detail) return []
  const mails: Mail[] = []
  for (const customerId of event.readers) {
    const content = {
      id: 'partner-renamed',
      ...event.detail,
      organisation: await getOrganisationName(tx, customerId),
      url: `${publicUrl}/o/${customerId}/partners`,
    } as const
    const readers = await listMailReaders(tx, asId<OrganisationId>(customerId), ['legal_representative'])
    mails.push(...readers.map(({ email, language }) => ({ to: email, language, content })))
  }
  return mails
}
