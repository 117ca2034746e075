// Mails about being a verified partner: to the partner’s legal representatives, and to its customers’ when its name or its register number has changed.
import { asId, type OrganisationId } from '../../domain/ids.ts'
import { dayMs, instant } from '../../domain/time.ts'
import type { MailOf } from '../mails/mail-content.ts'
import type { PageUrl } from '../mails/partnership-mail-content.ts'
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

export function partnerRenamed(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partner.renamed' || !event.detail) return nobody
  const { before, after } = event.detail
  return toCustomers(reacting, event, (place) => ({ id: 'partner-renamed', before, after, ...place }))
}

export function partnerRenumbered(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partner.register_number_changed' || !event.detail) return nobody
  const { name: partner, before, after } = event.detail
  return toCustomers(reacting, event, (place) => ({ id: 'partner-number-changed', partner, before, after, ...place }))
}

const nobody: Promise<readonly Mail[]> = Promise.resolve([])

type Place = { readonly organisation: string; readonly url: PageUrl }

/** To the legal representatives of every customer that reads the event. */
async function toCustomers(
  { tx, publicUrl }: Reacting,
  { readers }: RecordedEvent,
  contentFor: (place: Place) => Mail['content'],
): Promise<readonly Mail[]> {
  const mails: Mail[] = []
  for (const customerId of readers) {
    const content = contentFor({ organisation: await getOrganisationName(tx, customerId), url: `${publicUrl}/o/${customerId}/partners` })
    const representatives = await listMailReaders(tx, asId<OrganisationId>(customerId), ['legal_representative'])
    mails.push(...representatives.map(({ email, language }) => ({ to: email, language, content })))
  }
  return mails
}
