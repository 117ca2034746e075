// The partner's daily digest: of all news about customers what one person is told, each customer once, under what matters most about it.

import type { ManagedCustomerId, PersonId } from '../ids.ts'
import type { Role } from '../organisation.ts'
import type { LocalDate } from '../time.ts'
import type { MailKindId, MailWay } from './mail-kinds.ts'

/** By what the reader has to do, the most pressing first. */
export const digestSections = ['answer', 'check', 'soon', 'changed', 'over'] as const
export type DigestSection = (typeof digestSections)[number]

/** What can be told of a customer → where it stands. */
export const digestNews = {
  countered: 'answer',
  offered: 'answer',
  answered: 'check',
  not_delivered: 'check',
  ends: 'soon',
  rights_end: 'soon',
  lapses: 'soon',
  changed: 'changed',
  payer: 'changed',
  extended: 'changed',
  suspended: 'changed',
  resumed: 'changed',
  ordered: 'changed',
  limit: 'changed',
  declined: 'over',
  lapsed: 'over',
  ended: 'over',
} as const satisfies Readonly<Record<string, DigestSection>>

export type DigestWhat = keyof typeof digestNews

export type News = {
  readonly what: DigestWhat
  /** The kind of mail that would have said it: whoever does not want that kind is not told here either. */
  readonly kind: MailKindId
  readonly on: LocalDate | null
  /** Who knows: whoever did it, and whoever got a mail of it. */
  readonly told: readonly PersonId[]
}

export type CustomerInNews = {
  readonly id: ManagedCustomerId
  readonly name: string
  readonly assigned: readonly PersonId[]
  /** In the order in which it happened. */
  readonly news: readonly News[]
}

export type DigestReader = {
  readonly personId: PersonId
  readonly role: Role
  readonly wayOf: (kind: MailKindId) => MailWay
}

export type Told = Pick<CustomerInNews, 'id' | 'name'> & { readonly news: readonly Pick<News, 'what' | 'on'>[] }
export type Digest = readonly { readonly section: DigestSection; readonly customers: readonly Told[] }[]

/** Collaborators are told of the customers assigned to them, everybody else of all. Empty when there is nothing to say. */
export function digestFor(reader: DigestReader, customers: readonly CustomerInNews[]): Digest {
  if (reader.wayOf('partner-digest') === 'off') return []
  const told = customers.filter((customer) => isTheirs(reader, customer)).flatMap((customer) => tellOf(reader, customer))
  return digestSections
    .map((section) => ({ section, customers: told.filter(({ news }) => sectionOf(news) === section) }))
    .filter((part) => part.customers.length > 0)
}

const isTheirs = ({ role, personId }: DigestReader, { assigned }: CustomerInNews) => role !== 'collaborator' || assigned.includes(personId)

function tellOf({ personId, wayOf }: DigestReader, { id, name, news }: CustomerInNews): readonly Told[] {
  const unheard = news.filter(({ kind, told }) => wayOf(kind) !== 'off' && !told.includes(personId))
  const each = new Map(unheard.map(({ what, on }) => [what, { what, on }])) // said twice, it is said as it was said last
  return each.size === 0 ? [] : [{ id, name, news: [...each.values()] }]
}

function sectionOf(news: Told['news']): DigestSection {
  const at = Math.min(...news.map(({ what }) => digestSections.indexOf(digestNews[what])))
  return digestSections[at] ?? 'changed'
}
