// Mails about who pays on: to both sides when it is planned, and a week before the day.
import { findListed, getOrganisationName, listMailReaders } from '../partnerships/mail-reader-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'

export async function paymentFallsBack({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partnership.payment_falls_back' && event.kind !== 'partnership.fallback_reminded') return []
  const partnership = event.partnershipId && (await findPartnershipById(tx, event.partnershipId))
  if (!partnership) return []
  const { id, customerId, partnerId } = partnership
  const isPlanned = event.kind === 'partnership.payment_falls_back'
  const content = {
    id: 'payment-falls-back',
    customer: await getOrganisationName(tx, customerId),
    partner: await getOrganisationName(tx, partnerId),
    reason: isPlanned ? event.data.reason : 'reminder',
    products: event.data.products.length,
    on: isPlanned ? event.data.firstOn : event.data.on,
  } as const
  const listed = (await findListed(tx, { partnershipId: id }))?.id ?? id
  const ofCustomer = { ...content, reader: 'customer', url: `${publicUrl}/o/${customerId}/partners/${id}` } as const
  const ofPartner = { ...content, reader: 'partner', url: `${publicUrl}/o/${partnerId}/customers/${listed}` } as const
  const customers = await listMailReaders(tx, customerId, ['legal_representative'])
  const partners = await listMailReaders(tx, partnerId, ['legal_representative', 'administrator'])
  return [
    ...customers.map(({ email, language }) => ({ to: email, language, content: ofCustomer })),
    ...partners.map(({ email, language }) => ({ to: email, language, content: ofPartner })),
  ]
}
