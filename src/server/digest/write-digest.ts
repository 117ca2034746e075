// The partner's digest: on weekdays at seven each person reads what happened to their own customers and was not told them at once.
import type { OrganisationId } from '../../domain/ids.ts'
import { type CustomerInNews, type Digest, digestFor, type News } from '../../domain/mails/digest.ts'
import { wayOf } from '../../domain/mails/mail-kinds.ts'
import type { House } from '../house.ts'
import type { MailContent } from '../mails/mail-content.ts'
import { sealMail } from '../mails/mail-job.ts'
import { findChosen } from '../mails/recipient-store.ts'
import { dateOf, lastDayOf } from '../partnerships/calendar.ts'
import { getOrganisationName } from '../partnerships/mail-reader-store.ts'
import { enqueue } from '../platform/jobs.ts'
import { type Transaction, transact } from '../platform/transact.ts'
import { newId } from '../work.ts'
import { listPartnersInNews, listPeople, type PartnerPerson, type TakenNews, takeNews } from './digest-store.ts'

type Writer = Pick<House, 'pools' | 'secrets' | 'publicUrl'>
/** In a mail; the link leads to all. */
const shownOfSection = 12

/** `write-digests`: one job for each partner with news. */
export async function writeDigests({ pools }: Writer, payload: unknown): Promise<void> {
  const { day } = payload as { day: string }
  await transact(pools.system, {}, async (tx) => {
    for (const partnerId of await listPartnersInNews(tx))
      await enqueue(tx, { kind: 'write-digest', payload: { partnerId }, uniqueKey: `digest:${day}:${partnerId}` })
    return { result: undefined, closing: undefined }
  })
}

/** `write-digest`: in one transaction the news are taken and the mails are ordered, so both happen once, however many nodes try. */
export async function writeDigest(writer: Writer, payload: unknown): Promise<void> {
  const { partnerId } = payload as { partnerId: OrganisationId }
  await transact(writer.pools.system, {}, async (tx) => {
    await writeFor(writer, tx, partnerId)
    return { result: undefined, closing: undefined }
  })
}

async function writeFor({ secrets, publicUrl }: Writer, tx: Transaction, partnerId: OrganisationId): Promise<void> {
  const customers = byCustomer(await takeNews(tx, partnerId))
  const people = await listPeople(tx, partnerId)
  const chosen = await findChosen(
    tx,
    people.map(({ personId }) => personId),
  )
  const organisation = await getOrganisationName(tx, partnerId)
  const list = `${publicUrl}/o/${partnerId}/customers`
  for (const { personId, role, email, language } of people satisfies readonly PartnerPerson[]) {
    const reader = { personId, role, wayOf: (kind: News['kind']) => wayOf(kind, 'partner', chosen(personId, kind, 'partner')) }
    const digest = digestFor(reader, customers)
    if (digest.length === 0) continue
    const id = newId<string>()
    const mail = sealMail(secrets, id, { to: email, language, content: contentOf(digest, organisation, list) })
    await enqueue(tx, { kind: 'send-mail', payload: mail, uniqueKey: id })
  }
}

function contentOf(digest: Digest, organisation: string, list: string): MailContent {
  const sections = digest.map(({ section, customers }) => ({
    section,
    count: customers.length,
    url: `${list}${filterOf[section]}`,
    customers: customers.slice(0, shownOfSection).map(({ id, name, news }) => ({ customer: name, url: `${list}/${id}`, news })),
  }))
  const count = sections.reduce((sum, section) => sum + section.count, 0)
  return { id: 'partner-digest', organisation, count, sections, url: list }
}

/** The list of managed customers, filtered to what the section is about. */
const filterOf: Readonly<Record<Digest[number]['section'], string>> = {
  answer: '?status=awaiting_partner',
  check: '?toCheck=true',
  soon: '?until=30',
  changed: '?sort=status',
  over: '?status=ended&status=expired&status=declined',
}

function byCustomer(taken: readonly TakenNews[]): readonly CustomerInNews[] {
  const customers = new Map<string, CustomerInNews & { readonly news: News[] }>()
  for (const one of taken.filter(isStillSo)) {
    const { customerId, name, assigned, what, kind, told } = one
    const customer = customers.get(customerId) ?? { id: customerId, name, assigned, news: [] }
    customer.news.push({ what, kind, told, on: dayOf(one) })
    customers.set(customerId, customer)
  }
  return [...customers.values()]
}

/** Nobody is asked for what is done by now. */
function isStillSo({ what, status, toCheck, openRequest, delivery, requestUntil, endsAt }: TakenNews): boolean {
  switch (what) {
    case 'countered':
    case 'offered':
      return openRequest === 'from_customer'
    case 'answered':
      return toCheck
    case 'not_delivered':
      return delivery === 'not_delivered' && status === 'requested'
    case 'ends':
      return endsAt !== null && (status === 'active' || status === 'suspended')
    case 'rights_end':
      return status === 'active' || status === 'suspended'
    case 'lapses':
      return requestUntil !== null && openRequest === 'from_partner'
    case 'suspended':
    case 'ended':
      return status === what
    case 'resumed':
      return status === 'active'
    default:
      return true
  }
}

function dayOf({ what, endsAt, requestUntil }: TakenNews): News['on'] {
  if (what === 'ends' && endsAt !== null) return lastDayOf(endsAt)
  return what === 'lapses' && requestUntil !== null ? dateOf(requestUntil) : null
}
