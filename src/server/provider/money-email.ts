// Mails about money: to whoever pays what a partner ordered, to the customer also where it does not pay; and to both when a limit is nearly used up.
import type { Side } from '../../domain/organisation.ts'
import { findListed, getOrganisationName, listMailReaders } from '../partnerships/mail-reader-store.ts'
import { findPartnershipById, type StoredPartnership } from '../partnerships/partnership-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { findOrderShown } from './ordered-store.ts'

export async function orderPlaced(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'order.placed' || !event.data.byPartner || !event.partnershipId) return []
  const { payer, amount, currency, orderId } = event.data
  const partnership = await findPartnershipById(reacting.tx, event.partnershipId)
  const order = await findOrderShown(reacting.tx, orderId)
  if (!partnership || !order) return []
  const about = { ...(await namesOf(reacting, partnership)), ...order, total: { amount, currency }, payer }
  const sides: readonly Side[] = payer === 'partner' ? ['customer', 'partner'] : ['customer']
  return toSides(reacting, partnership, sides, (reader, urls) => ({
    ...{ id: 'order-placed', reader, ...about },
    url: reader === 'customer' ? urls.billing : urls.listed,
  }))
}

export async function limitNear(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'billing.limit_near' || !event.partnershipId) return []
  const { percent, amount, currency, limit, period } = event.data
  const partnership = await findPartnershipById(reacting.tx, event.partnershipId)
  if (!partnership) return []
  const about = {
    ...(await namesOf(reacting, partnership)),
    percent,
    spent: { amount, currency },
    limit: { amount: limit, currency, period },
  }
  return toSides(reacting, partnership, ['customer', 'partner'], (reader, urls) => ({
    ...{ id: 'limit-near', reader, ...about },
    url: reader === 'customer' ? urls.partner : urls.listed,
  }))
}

const namesOf = async ({ tx }: Reacting, { partnerId, customerId }: StoredPartnership) => ({
  partner: await getOrganisationName(tx, partnerId),
  customer: await getOrganisationName(tx, customerId),
})

type Urls = { readonly billing: string; readonly partner: string; readonly listed: string }

/** Those who lead either side. */
async function toSides(
  { tx, publicUrl }: Reacting,
  { id, partnerId, customerId }: StoredPartnership,
  sides: readonly Side[],
  write: (reader: Side, urls: Urls) => Mail['content'],
): Promise<readonly Mail[]> {
  const listed = await findListed(tx, { partnershipId: id })
  const urls: Urls = {
    billing: `${publicUrl}/o/${customerId}/billing`,
    partner: `${publicUrl}/o/${customerId}/partners/${id}`,
    listed: `${publicUrl}/o/${partnerId}/customers/${listed?.id ?? id}`,
  }
  const mails: Mail[] = []
  for (const side of sides) {
    const organisationId = side === 'customer' ? customerId : partnerId
    const readers = await listMailReaders(tx, organisationId, ['legal_representative', 'administrator'])
    mails.push(...readers.map(({ email, language }) => ({ to: email, language, content: write(side, urls) })))
  }
  return mails
}
