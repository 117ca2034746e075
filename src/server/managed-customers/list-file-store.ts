// The list of customers read for a file, in pieces from one cursor: one moment, whatever changes meanwhile.
import { sql } from 'kysely'
import { timeZone } from '../partnerships/calendar.ts'
import type { Transaction } from '../platform/transact.ts'
import { all, type Condition } from './customers-store.ts'
import type { ListedText } from './list-file.ts'
import { type Order, orders } from './list-order.ts'

const rowsAtOnce = 2000

/** How many rows the file will have. */
export async function countRows(tx: Transaction, conditions: readonly Condition[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from managed_customer m where ${all(conditions)}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Times are local, as text with their offset. */
export async function* readList(
  tx: Transaction,
  conditions: readonly Condition[],
  { sort, direction, now }: Order & { readonly now: Date },
): AsyncGenerator<readonly ListedText[]> {
  const key = sql.ref(`m.${orders[sort].column}`)
  const towards = sql.raw(direction === 'descending' ? 'desc' : 'asc')
  const isOver = sql`m.lapses_at <= ${now}`
  await sql`select set_config('timezone', ${timeZone}, true)`.execute(tx)
  await sql`declare listed no scroll cursor for select
    m.customer_number as number, m.name, m.own_reference as reference,
    case when ${isOver} then m.lapses_to else m.status end as status, (case when ${isOver} then m.lapses_at else m.status_since end)::text as since,
    m.to_check::text as to_check, m.access, cardinality(m.rights_requested)::text as requested, cardinality(m.rights_granted)::text as granted,
    array_to_string(m.required_missing, ',') as missing, array_to_string(m.rights_granted, ',') as rights, m.payer, m.payment_method as method,
    m.limit_amount::text as amount, m.limit_currency as currency, m.limit_period as period, m.products::text as products,
    m.starts_at::text as starts, (m.ends_at - interval '1 millisecond')::text as ends, array_to_string(m.person_ids, ',') as people,
    array_to_string(m.teams, ', ') as teams, array_to_string(m.tags, ', ') as tags, m.last_visit_at::text as visit_at, m.last_visit_by::text as visit_by,
    m.requested_at::text as requested_at, m.requested_by::text as requested_by, m.sent_to, m.delivery, m.answered_at::text as answered,
    case when m.request_until <= ${now} then null else m.open_request end as open,
    case when m.request_until > ${now} then m.request_until::text end as until, m.language::text as language, m.country, m.partnership_id::text as partnership
    from managed_customer m where ${all(conditions)} order by ${key} ${towards}, m.id ${towards}`.execute(tx)
  for (;;) {
    const { rows } = await sql<ListedText>`${sql.raw(`fetch ${rowsAtOnce} from listed`)}`.execute(tx)
    if (rows.length > 0) yield rows
    if (rows.length < rowsAtOnce) return
  }
}
