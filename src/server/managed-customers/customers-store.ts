// The rows of the list, read in the partner's context: a page in order, how many there are, and the names of people.
import { type RawBuilder, sql } from 'kysely'
import type { CustomerStatus } from '../../domain/managed-customer.ts'
import type { Role } from '../../domain/organisation.ts'
import type { Transaction } from '../platform/transact.ts'
import type { Order, Position } from './list-order.ts'
import { isBehind, orderBy, sortKeys } from './list-order-store.ts'

/** Whose list, as whom: collaborators have the customers assigned to them, everybody else has all. */
export type Viewer = {
  readonly partnerId: string
  readonly personId: string
  readonly role: Role
  readonly now: Date
  /** Since when the gate at the partner is closed: until it opens, what is stored as active rests if it was granted before. */
  readonly closedAt: Date | null
}
export type Condition = RawBuilder<unknown>

export async function closedAtOf(tx: Transaction, partnerId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select partner_closed_at(${partnerId}) as at`.execute(tx)
  return rows[0]?.at ?? null
}

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
  readonly rests: boolean
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
  readonly sort_keys: string[]
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

/** Rows behind `after` in this order; `conditions` from `conditionsOf`. Which they are is found in an index; only then are they read. */
export async function listPage(
  tx: Transaction,
  viewer: Viewer,
  conditions: readonly Condition[],
  page: Order & { readonly after: Position | undefined; readonly offset: number; readonly limit: number },
): Promise<readonly CustomerRecord[]> {
  const behind = page.after ? [isBehind(page, page.after)] : []
  const { rows } =
    await sql<CustomerRecord>`select ${columnsAt(viewer.now)}, ${sortKeys(page)} as sort_keys, ${isAdmitted(viewer)} as is_admitted, ${rests(viewer)} as rests
    from (select m.id as found from managed_customer m where ${all([...conditions, ...behind])}
      ${orderBy(page)} limit ${page.limit} offset ${page.offset}) page
    join managed_customer m on m.partner_id = ${viewer.partnerId} and m.id = page.found ${orderBy(page)}`.execute(tx)
  return rows
}

export type Gate = Pick<Viewer, 'partnerId' | 'closedAt'>

/** Stored as active, and resting with its partner. */
export const rests = ({ partnerId, closedAt }: Gate): Condition =>
  closedAt === null
    ? sql`false`
    : sql`(m.status = 'active' and m.partnership_id not in (select p.id from partnership p
        where p.partner_id = ${partnerId} and p.activated_at > ${closedAt} and closed_with_partner(p) is null))`

export const statusStored = (gate: Gate): Condition =>
  gate.closedAt === null ? sql`m.status` : sql`case when ${rests(gate)} then 'suspended' else m.status end`

/** Rights in force that were sent from this template. */
export const hasTemplate = (template: string): Condition => sql`m.status = 'active' and m.partnership_id in (
  select p.partnership_id from proposal p where p.partner_id = m.partner_id and p.template_id = ${template} and p.state = 'accepted')`

export const isAmong = (ids: readonly string[]): Condition => sql`m.id = any(${ids}::uuid[])`
export const isNotAmong = (ids: readonly string[]): Condition => sql`m.id <> all(${ids}::uuid[])`

/** Only the ids, in this order. */
export async function listIds(
  tx: Transaction,
  conditions: readonly Condition[],
  order: Order,
  { among, limit }: { readonly among?: readonly string[]; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string
  }>`select m.id from managed_customer m where ${all(among ? [...conditions, isAmong(among)] : conditions)}
    ${orderBy(order)} limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function findCustomer(tx: Transaction, viewer: Viewer, id: string): Promise<CustomerRecord | undefined> {
  const { rows } =
    await sql<CustomerRecord>`select ${columnsAt(viewer.now)}, '{}'::text[] as sort_keys, ${isAdmitted(viewer)} as is_admitted, ${rests(viewer)} as rests
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

export const all = (conditions: readonly Condition[]): Condition => sql.join(conditions, sql` and `)
