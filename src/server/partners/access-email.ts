// Mails about the access a customer gave: granted, changed, paid by somebody else, stopped, opened again, offered.
import type { PersonId } from '../../domain/ids.ts'
import { type Grant, rightsCounting } from '../../domain/partnership/grant.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { notIn, rightsIn } from '../../domain/rights/rights-set.ts'
import { dateOf, lastDayOf } from '../partnerships/calendar.ts'
import { findGrantVersion } from '../partnerships/grant-store.ts'
import {
  databaseClock,
  findListed,
  findMailReader,
  findMethodShown,
  getOrganisationName,
  listAssignedReaders,
  listMailReaders,
  type MailReader,
} from '../partnerships/mail-reader-store.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { findProposal } from '../partnerships/proposal-store.ts'
import { answersSuccession } from '../partnerships/succession-store.ts'
import { countKnownPasswords } from '../partnerships/ways-in-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'

/** A grant began or grew: every legal representative of the customer learns it, whoever granted. */
export async function accessGranted(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partnership.granted' || event.data.added.length === 0) return []
  const about = await aboutPartnership(reacting, event)
  if (!about?.partnership.grant) return []
  const { tx } = reacting
  const { partnership, partner, customer, at, customerUrl } = about
  const { grant } = about.partnership
  const content = {
    id: 'access-granted',
    partner,
    organisation: customer,
    by: (await findMailReader(tx, { personId: grant.grantedBy }))?.name ?? '',
    at,
    rights: rightsIn(grant.rights),
    startsOn: grant.notBefore > at ? dateOf(grant.notBefore) : null,
    endsOn: grant.notAfter === null ? null : lastDayOf(grant.notAfter),
    url: customerUrl,
  } as const
  return addressed(await listMailReaders(tx, partnership.customerId, ['legal_representative']), content)
}

/** The customer changed rights or their end: whoever works with them learns it. A first grant is an answer, which has mails of its own. */
export async function rightsChanged(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partnership.granted' && event.kind !== 'partnership.narrowed') return []
  if (event.kind === 'partnership.narrowed' && event.data.by === 'partner') return []
  const about = await aboutPartnership(reacting, event)
  const grant = about?.partnership.grant
  if (!about || !grant || grant.version !== event.data.version || grant.reason === 'granted') return []
  const { partnership, customer, at, partnerUrl } = about
  const content = {
    id: 'rights-changed',
    customer,
    at,
    added: event.kind === 'partnership.granted' ? event.data.added : [],
    removed: event.data.removed,
    inForce: rightsIn(rightsCounting(grant, partnership.securedAt, at)).length,
    endsOn: grant.notAfter === null ? null : lastDayOf(grant.notAfter),
    payment: null,
    url: partnerUrl,
  } as const
  return addressed(await partnerReaders(reacting, partnership), content)
}

/** Other rights in the same version have an event, and so a mail, of their own. */
export async function isToldAlready({ tx }: Reacting, { id, customerId }: Partnership, { version, rights }: Grant): Promise<boolean> {
  const before = await findGrantVersion(tx, { partnershipId: id, customerId }, version - 1)
  return before !== null && notIn(rights, before.rights, noProducts).length + notIn(before.rights, rights, noProducts).length > 0
}

export async function payerChanged(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partnership.payer_changed') return []
  const about = await aboutPartnership(reacting, event)
  const grant = about?.partnership.grant
  if (!about || !grant || grant.version === 1) return []
  const { tx } = reacting
  const { partnership, partner, customer, at, partnerUrl, customerUrl } = about
  const representatives = await listMailReaders(tx, partnership.customerId, ['legal_representative'])
  const isByCustomer = representatives.some(({ personId }) => personId === event.by.personId)
  const { payer } = event.data
  const content = {
    id: 'payer-changed',
    customer,
    partner,
    payer,
    paymentMethod: await findMethodShown(tx, event.data.paymentMethodId),
    spendingLimit: grant.terms.spendingLimit,
    at,
  } as const
  return isByCustomer
    ? addressed(await partnerLeaders(reacting, partnership), { ...content, reader: 'partner', url: partnerUrl })
    : addressed(representatives, { ...content, reader: 'customer', url: customerUrl })
}

/** Stopped or opened again: whoever works with it, and the customer's other legal representatives. */
export async function accessGate(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partnership.suspended' && event.kind !== 'partnership.resumed') return []
  const about = await aboutPartnership(reacting, event)
  if (!about) return []
  const { tx } = reacting
  const { partnership, partner, customer, at, partnerUrl, customerUrl } = about
  const isProvider = event.data.by === 'operator'
  const by =
    isProvider || event.by.personId === undefined ? null : ((await findMailReader(tx, { personId: event.by.personId }))?.name ?? null)
  const content = { id: event.kind === 'partnership.suspended' ? 'access-suspended' : 'access-resumed', customer, partner, by, at } as const
  const others = without(await listMailReaders(tx, partnership.customerId, ['legal_representative']), event.by.personId)
  return [
    ...addressed(await partnerReaders(reacting, partnership), { ...content, reader: 'partner', url: partnerUrl }),
    ...addressed(others, { ...content, reader: 'customer', url: customerUrl, ...(await known(reacting, event, partnership)) }),
  ]
}

const known = async ({ tx }: Reacting, { kind }: RecordedEvent, { id }: Partnership) =>
  kind === 'partnership.suspended' ? { knownPasswords: await countKnownPasswords(tx, id) } : {}

/** A dispute about access that rests already suspends nothing: the same people learn of it, and that it rests on. */
export async function accessDisputed(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const about = event.kind === 'partnership.disputed' && event.data.wasClosed ? await aboutPartnership(reacting, event) : undefined
  if (!about) return []
  const { partnership, partner, customer, at, partnerUrl, customerUrl } = about
  const content = { id: 'access-suspended', customer, partner, by: null, at, isDisputed: true } as const
  const others = without(await listMailReaders(reacting.tx, partnership.customerId, ['legal_representative']), event.by.personId)
  return [
    ...addressed(await partnerReaders(reacting, partnership), { ...content, reader: 'partner', url: partnerUrl }),
    ...addressed(others, { ...content, reader: 'customer', url: customerUrl }),
  ]
}

/** The customer offers a partnership of its own accord. */
export async function invitationReceived(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'proposal.made' || event.data.side !== 'customer') return []
  const about = await aboutPartnership(reacting, event)
  const proposal = await findProposal(reacting.tx, event.data.proposalId)
  if (!about || !proposal || about.partnership.startedBy !== 'customer' || proposal.number !== 1 || proposal.expiresAt === null) return []
  const { partnership, partner, customer, partnerUrl } = about
  const { startsOn, end, payer, spendingLimit } = proposal.terms
  if (payer !== 'partner' && (await answersSuccession(reacting.tx, partnership.id))) return []
  const content = {
    id: 'invitation-received',
    customer,
    organisation: partner,
    rights: rightsIn(proposal.rights),
    terms: { startsOn, end, payer, spendingLimit },
    until: proposal.expiresAt,
    url: partnerUrl,
  } as const
  return addressed(await listMailReaders(reacting.tx, partnership.partnerId, ['legal_representative']), content)
}

export async function aboutPartnership({ tx, publicUrl }: Reacting, event: RecordedEvent) {
  const partnership = event.partnershipId && (await findPartnershipById(tx, event.partnershipId))
  if (!partnership) return undefined
  const { partnerId, customerId, id } = partnership
  return {
    partnership,
    partner: await getOrganisationName(tx, partnerId),
    customer: await getOrganisationName(tx, customerId),
    at: await databaseClock(tx),
    partnerUrl: `${publicUrl}/o/${partnerId}/customers/${(await findListed(tx, { partnershipId: id }))?.id ?? id}`,
    customerUrl: `${publicUrl}/o/${customerId}/partners/${id}`,
  }
}

const partnerLeaders = ({ tx }: Reacting, { partnerId }: Partnership) =>
  listMailReaders(tx, partnerId, ['legal_representative', 'administrator'])

export async function partnerReaders(reacting: Reacting, partnership: Partnership): Promise<readonly MailReader[]> {
  const administrators = await listMailReaders(reacting.tx, partnership.partnerId, ['administrator'])
  const leaders = administrators.length > 0 ? administrators : await partnerLeaders(reacting, partnership)
  const assigned = await listAssignedReaders(reacting.tx, partnership.partnerId, partnership.id)
  return [...leaders, ...assigned.filter(({ personId }) => !leaders.some((leader) => leader.personId === personId))]
}

const without = (readers: readonly MailReader[], personId: PersonId | undefined) => readers.filter((reader) => reader.personId !== personId)

export function addressed(readers: readonly MailReader[], content: Mail['content']): readonly Mail[] {
  return readers.map(({ email, language }) => ({ to: email, language, content }))
}
