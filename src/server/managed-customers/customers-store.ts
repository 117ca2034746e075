// The rows of the list, read in the partner's context: a page in order, how many there are, and the names of people.
import { type RawBuilder, sql } from 'kysely'
import type { CustomerStatus } from '../../domain/managed-customer.ts'
import type { Role } from '../../domain/organisation.ts'
import type { Transaction } from '../platform/transact.ts'
import type { CustomerFilter } from './contract.ts'
import { type Order, orders, type Position } from './list-order.ts'

/** Whose list, as whom: collaborators have the customers assigned to them, everybody else has all. */
export type Viewer = { readonly partnerId: string; readonly personId: string; readonly role: Role; readonly now: Date }
export type Condition = RawBuilder<unknown>

export type CustomerRecord = {
  readonly id: string
  readonly partnership_id: string | null
  readonly customer_id: string | null
  readonly customer_number: string | null
  readonly name: string
  readonly former_name: string | null
  readonly renamed_at: Date | null
  readonly own_reference: string | null
  readonly status: CustomerStatus
  readonly status_since: Date
  readonly lapses_at: Date | null
  readonly lapses_to: CustomerStatus | null
  readonly release_needed: boolean
  readonly access: string | null
  readonly rights_requested: string[] | null
  readonly rights_granted: string[] | null
  readonly rights_removed: number
  readonly required_missing: string[]
  readonly payer: string | null
  readonly payment_method: string | null
  readonly limit_amount: number | null
  readonly limit_currency: string | null
  readonly limit_period: string | null
  readonly products: number | null
  readonly starts_at: Date | null
  readonly ends_at: Date | null
  readonly is_admitted: boolean
  readonly person_ids: string[]
  readonly teams: string[]
  readonly tags: string[]
  readonly note: string | null
  readonly last_visit_at: Date | null
  readonly last_visit_by: string | null
  readonly requested_at: Date | null
  readonly requested_by: string | null
  readonly sent_to: string | null
  readonly delivery: string | null
  readonly answered_at: Date | null
  readonly to_check: boolean
  readonly open_request: string | null
  readonly request_until: Date | null
  readonly language: string | null
  readonly country: string | null
  readonly sort_key: string
}

/** What is stored, and who has the customer for a time that includes now. */
const columnsAt = (now: Date) => sql`${columns},
  m.person_ids || array(select a.person_id from timed_assignment a where a.partnership_id = m.partnership_id and a.starts_at <= ${now} and a.ends_at > ${now}
    and a.person_id <> all (m.person_ids) group by a.person_id order by min(a.starts_at)) as person_ids`

const columns = sql`m.id, m.partnership_id, m.customer_id, m.customer_number, m.name, m.former_name, m.renamed_at, m.own_reference, m.status, m.status_since,
  m.lapses_at, m.lapses_to, m.release_needed, m.access, m.rights_requested, m.rights_granted, m.rights_removed, m.required_missing, m.payer, m.payment_method,
  m.limit_amount, m.limit_currency, m.limit_period, m.products, m.starts_at, m.ends_at, m.teams, m.tags, m.note, m.last_visit_at, m.last_visit_by,
  m.requested_at, m.requested_by, m.sent_to, m.delivery, m.answered_at, m.to_check, m.open_request, m.request_until, m.language, m.country`

/** The words of a search, folded as the stored ones are. */
export async function foldSearch(tx: Transaction, search: string | undefined): Promise<readonly string[]> {
  if (search === undefined || search.trim() === '') return []
  const { rows } = await sql<{ words: string[] }>`select search_words(${search.replaceAll('\0', '')}) as words`.execute(tx)
  return (rows[0]?.words ?? []).slice(0, 8)
}

/** Rows behind `after` in this order; `conditions` from `conditionsOf`. */
export async function listPage(
  tx: Transaction,
  viewer: Viewer,
  conditions: readonly Condition[],
  page: Order & { readonly after: Position | undefined; readonly limit: number },
): Promise<readonly CustomerRecord[]> {
  const { column, type } = orders[page.sort]
  const key = sql.ref(`m.${column}`)
  const descending = page.direction === 'descending'
  const towards = sql.raw(descending ? 'desc' : 'asc')
  const behind = page.after
    ? [sql`(${key}, m.id) ${sql.raw(descending ? '<' : '>')} (${page.after.key}::${sql.raw(type)}, ${page.after.id}::uuid)`]
    : []
  const { rows } = await sql<CustomerRecord>`select ${columnsAt(viewer.now)}, ${key}::text as sort_key, ${isAdmitted(viewer)} as is_admitted
    from managed_customer m where ${all([...conditions, ...behind])}
    order by ${key} ${towards}, m.id ${towards} limit ${page.limit}`.execute(tx)
  return rows
}

/** Rights in force that were sent from this template. */
export const hasTemplate = (template: string): Condition => sql`m.status = 'active' and m.partnership_id in (
  select p.partnership_id from proposal p where p.partner_id = m.partner_id and p.template_id = ${template} and p.state = 'accepted')`

export const isAmong = (ids: readonly string[]): Condition => sql`m.id = any(${ids}::uuid[])`

/** Only the ids, in this order. */
export async function listIds(
  tx: Transaction,
  conditions: readonly Condition[],
  order: Order,
  { among, limit }: { readonly among?: readonly string[]; readonly limit: number },
): Promise<readonly string[]> {
  const key = sql.ref(`m.${orders[order.sort].column}`)
  const towards = sql.raw(order.direction === 'descending' ? 'desc' : 'asc')
  const { rows } = await sql<{
    id: string
  }>`select m.id from managed_customer m where ${all(among ? [...conditions, isAmong(among)] : conditions)}
    order by ${key} ${towards}, m.id ${towards} limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function findCustomer(tx: Transaction, viewer: Viewer, id: string): Promise<CustomerRecord | undefined> {
  const { rows } = await sql<CustomerRecord>`select ${columnsAt(viewer.now)}, '' as sort_key, ${isAdmitted(viewer)} as is_admitted
    from managed_customer m where ${all([...visible(viewer), sql`m.id = ${id}`])}`.execute(tx)
  return rows[0]
}

function isAdmitted({ personId }: Viewer): Condition {
  return sql`(not m.named_people_only or exists (select from admitted_person a
    where a.customer_id = m.customer_id and a.partnership_id = m.partnership_id and a.person_id = ${personId}))`
}

/** What is in the list of this person at all. */
export function visible({ partnerId, personId, role, now }: Viewer): readonly Condition[] {
  const own = sql`m.partner_id = ${partnerId}`
  if (role !== 'collaborator') return [own]
  return [own, sql`m.partnership_id in (select p.id from partnerships_assigned(${partnerId}, ${personId}, ${now}) p(id))`]
}

/** What the filter leaves of it. */
export function conditionsOf(viewer: Viewer, filter: CustomerFilter, words: readonly string[]): readonly Condition[] {
  const { now } = viewer
  return [
    ...visible(viewer),
    ...conditionsOfSearch(viewer, words),
    ...(filter.status ? [hasStatus(filter.status, now)] : []),
    ...(filter.payer ? [hasPayer(filter.payer)] : []),
    ...(filter.access ? [sql`m.access = any(${filter.access})`] : []),
    ...(filter.until ? [ends(filter.until, now)] : []),
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

export const all = (conditions: readonly Condition[]): Condition => sql.join(conditions, sql` and `)

/** By range, which row-level security lets the index answer. */
function hasWord(partnerId: string, word: string): Condition {
  return sql`m.id in (select w.managed_customer_id from managed_customer_word w
    where w.partner_id = ${partnerId} and w.word >= ${word} and w.word < ${`${word}\u{10ffff}`})`
}

function hasStatus(statuses: readonly CustomerStatus[], now: Date): Condition {
  const stored = sql`m.status = any(${statuses}) and (m.lapses_at is null or m.lapses_at > ${now})`
  const single = statuses.length === 1 ? sql`m.status = ${statuses[0]} and (m.lapses_at is null or m.lapses_at > ${now})` : stored
  return statuses.includes('ended') || statuses.includes('expired')
    ? sql`((${stored}) or (m.lapses_to = any(${statuses}) and m.lapses_at <= ${now}))`
    : sql`(${single})`
}

function hasPayer(payers: readonly string[]): Condition {
  const nobody = payers.includes('none') ? sql`or m.payer is null` : sql``
  return sql`(m.payer = any(${payers}) ${nobody})`
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
