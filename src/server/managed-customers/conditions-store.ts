// What a search and filters leave of the list, as conditions of SQL on managed_customer m.
import { sql } from 'kysely'
import type { CustomerStatus } from '../../domain/managed-customer.ts'
import { type Instant, instant, localDate } from '../../domain/time.ts'
import { calendar } from '../partnerships/calendar.ts'
import type { CustomerFilter } from './contract.ts'
import { type Condition, statusStored, type Viewer, visible } from './customers-store.ts'
import type { Order } from './list-order.ts'

/** What the filter leaves of it. */
export function conditionsOf(viewer: Viewer, filter: Omit<CustomerFilter, keyof Order>, words: readonly string[]): readonly Condition[] {
  const { now } = viewer
  return [
    ...visible(viewer),
    ...conditionsOfSearch(viewer, words),
    ...(filter.status ? [hasStatus(viewer, filter.status)] : []),
    ...(filter.payer ? [hasPayer(filter.payer)] : []),
    ...(filter.access ? [sql`m.access = any(${filter.access})`] : []),
    ...(filter.until ? [ends(filter.until, now)] : []),
    ...(filter.endsFrom || filter.endsTo ? [endsBetween(filter, now)] : []),
    ...(filter.visited ? [wasVisited(filter.visited, now)] : []),
    ...(filter.people ? [hasPeople(viewer, filter.people)] : []),
    ...(filter.teams ? [sql`m.team_ids && ${filter.teams}::uuid[]`] : []),
    ...(filter.tags ? [sql`m.tags && ${filter.tags}::text[]`] : []),
    ...(filter.toCheck ? [sql`m.to_check`] : []),
  ]
}

/** Every word begins a word of the row. */
export function conditionsOfSearch({ partnerId }: Viewer, words: readonly string[]): readonly Condition[] {
  return words.map((word) => hasWord(partnerId, word))
}

/** By range, which row-level security lets the index answer. */
function hasWord(partnerId: string, word: string): Condition {
  return sql`m.id in (select w.managed_customer_id from managed_customer_word w
    where w.partner_id = ${partnerId} and w.word >= ${word} and w.word < ${`${word}\u{10ffff}`})`
}

function hasStatus(viewer: Viewer, statuses: readonly CustomerStatus[]): Condition {
  const { now } = viewer
  const status = statusStored(viewer)
  const stored = sql`${status} = any(${statuses}) and (m.lapses_at is null or m.lapses_at > ${now})`
  const single = statuses.length === 1 ? sql`${status} = ${statuses[0]} and (m.lapses_at is null or m.lapses_at > ${now})` : stored
  return statuses.includes('ended') || statuses.includes('expired')
    ? sql`((${stored}) or (m.lapses_to = any(${statuses}) and m.lapses_at <= ${now}))`
    : sql`(${single})`
}

function hasPayer(payers: readonly string[]): Condition {
  return sql`m.payer_key = any(${payers.map((payer) => (payer === 'none' ? '~' : payer))})`
}

/** Whoever is assigned, also for a time that includes now. */
function hasPeople({ partnerId, now }: Viewer, people: readonly string[]): Condition {
  return sql`(m.person_ids && ${people}::uuid[] or m.partnership_id in (select a.partnership_id from timed_assignment a
    where a.partner_id = ${partnerId} and a.person_id = any(${people}::uuid[]) and a.starts_at <= ${now} and a.ends_at > ${now}))`
}

function ends(until: NonNullable<CustomerFilter['until']>, now: Date): Condition {
  if (until === 'over') return sql`(m.status = 'ended' or (m.lapses_to = 'ended' and m.lapses_at <= ${now}))`
  if (until === 'none') return sql`(m.status in ('active', 'suspended') and m.ends_at is null)`
  const limit = new Date(now.getTime() + Number(until) * 86_400_000)
  return sql`(m.status in ('active', 'suspended') and m.until_key > ${now} and m.until_key <= ${limit})`
}

/** By the last day, which begins when the day before is over. */
function endsBetween({ endsFrom, endsTo }: Pick<CustomerFilter, 'endsFrom' | 'endsTo'>, now: Date): Condition {
  const from = endsFrom === undefined ? instant(now.getTime()) : calendar.startOf(localDate(endsFrom))
  const last = endsTo === undefined ? sql`m.until_key < 'infinity'` : sql`m.until_key <= ${dateAt(calendar.endOf(localDate(endsTo)))}`
  return sql`(m.status in ('active', 'suspended') and m.until_key > ${now} and m.until_key > ${dateAt(from)} and ${last})`
}

const dayMs = 86_400_000
const visitedWithin = { week: [0, 7], month: [7, 30], quarter: [30, 90] } as const

function wasVisited(visited: NonNullable<CustomerFilter['visited']>, now: Date): Condition {
  if (visited === 'never') return sql`m.visit_key = '-infinity'`
  const ago = (days: number) => new Date(now.getTime() - days * dayMs)
  if (visited === 'older') return sql`(m.visit_key > '-infinity' and m.visit_key <= ${ago(90)})`
  const [newest, oldest] = visitedWithin[visited]
  const before = newest === 0 ? sql`` : sql`and m.visit_key <= ${ago(newest)}`
  return sql`(m.visit_key > ${ago(oldest)} ${before})`
}

const dateAt = (at: Instant): Date => new Date(at)
