// The list of customers as PostgreSQL writes it by COPY: one moment, whatever changes meanwhile, in words already.
import { sql } from 'kysely'
import { timeZone } from '../partnerships/calendar.ts'
import { copiedCsv } from '../platform/copied-csv.ts'
import { copyOut } from '../platform/copy-out.ts'
import { type CsvAudience, type CsvColumn, csvForm, csvHead } from '../platform/csv.ts'
import type { Transaction } from '../platform/transact.ts'
import { all, type Condition, type Gate, rests, statusStored } from './customers-store.ts'
import { type ListFileColumn, type ListFileWords, listFileColumnNames, type Words } from './list-file.ts'
import type { Order } from './list-order.ts'
import { orderBy } from './list-order-store.ts'

export type ListFile = Order &
  Gate & {
    readonly conditions: readonly Condition[]
    readonly now: Date
    readonly audience: CsvAudience
    readonly language: string
    readonly columns: readonly CsvColumn[]
    /** Null: values as stored. */
    readonly words: ListFileWords | null
    /** Of people by id; others are looked up one by one. */
    readonly names: Words
  }

export async function* writeListFile(tx: Transaction, file: ListFile): AsyncGenerator<Uint8Array> {
  const form = csvForm(file.audience, file.language)
  await sql`select set_config('timezone', ${timeZone}, true)`.execute(tx)
  yield Buffer.from(csvHead(form, file.columns))
  const csv = copiedCsv(
    form,
    file.columns.map(({ holds }) => holds === 'text'),
  )
  for await (const _ of copyOut(tx, listed(file), `format csv, delimiter '${form.separator}'`, csv)) yield csv.flush()
  yield csv.flush()
}

function listed(file: ListFile): Condition {
  const cells = cellsOf(file)
  return sql`select ${sql.join(listFileColumnNames.map((name) => cells[name]))} from managed_customer m
    where ${all(file.conditions)} ${orderBy(file)}`
}

function cellsOf({ now, words, names, audience, ...file }: ListFile): Readonly<Record<ListFileColumn, Condition>> {
  const isOver = sql`m.lapses_at <= ${now}`
  const since = file.closedAt === null ? sql`m.status_since` : sql`case when ${rests(file)} then ${file.closedAt} else m.status_since end`
  const isOpen = sql`(m.request_until is null or m.request_until > ${now})`
  const time = (at: Condition) =>
    audience === 'machine' ? sql`replace(date_trunc('second', ${at})::text, ' ', 'T') || ':00'` : sql`left(${at}::text, 16)`
  const person = (id: Condition) => sql`coalesce(${JSON.stringify(names)}::jsonb ->> ${id}::text, person_name(${id}))`
  return {
    customer_number: sql`m.customer_number`,
    customer_name: sql`m.name`,
    your_reference: sql`nullif(m.own_reference, '')`,
    status: say(words?.status, sql`case when ${isOver} then m.lapses_to else ${statusStored(file)} end`),
    status_since: sql`(case when ${isOver} then m.lapses_at else ${since} end)::date`,
    to_check: words ? say(words.answer, sql`m.to_check::text`) : sql`case when m.to_check then 'yes' else 'no' end`,
    access: say(words?.access, sql`m.access`),
    rights_requested: sql`cardinality(m.rights_requested)`,
    rights_granted: sql`cardinality(m.rights_granted)`,
    required_missing: list(words?.right, sql`m.required_missing`),
    rights: list(words?.right, sql`m.rights_granted`),
    payer: say(words?.payer, sql`m.payer`),
    payment_method: sql`m.payment_method`,
    spending_limit: sql`(m.limit_amount / 100) || '.' || lpad((m.limit_amount % 100)::text, 2, '0')`,
    spending_limit_currency: sql`m.limit_currency`,
    spending_limit_period: say(words?.period, sql`m.limit_period`),
    products: sql`m.products`,
    starts_on: sql`m.starts_at::date`,
    ends_on: sql`(m.ends_at - interval '1 millisecond')::date`,
    people: people(person),
    teams: sql`nullif(array_to_string(m.teams, ', '), '')`,
    tags: sql`nullif(array_to_string(m.tags, ', '), '')`,
    last_visit_at: time(sql`m.last_visit_at`),
    last_visit_by: person(sql`m.last_visit_by`),
    requested_at: time(sql`m.requested_at`),
    requested_by: person(sql`m.requested_by`),
    sent_to: sql`m.sent_to`,
    delivery: say(words?.delivery, sql`nullif(m.delivery, 'queued')`),
    answered_at: time(sql`m.answered_at`),
    open_request: say(words?.openRequest, sql`case when ${isOpen} then m.open_request end`),
    request_until: sql`case when ${isOpen} then m.request_until::date end`,
    language: say(words?.language, sql`m.language::text`),
    country: say(words?.country, sql`m.country`),
    partnership_id: sql`m.partnership_id`,
  }
}

function say(words: Words | undefined, stored: Condition): Condition {
  return words === undefined ? stored : sql`${JSON.stringify(words)}::jsonb ->> (${stored})`
}

function list(words: Words | undefined, stored: Condition): Condition {
  if (words === undefined) return sql`nullif(array_to_string(${stored}, ', '), '')`
  return sql`(select string_agg(${JSON.stringify(words)}::jsonb ->> one, ', ' order by place) from unnest(${stored}) with ordinality as l (one, place))`
}

/** One or two are the rule; more take a query of their own. */
function people(person: (id: Condition) => Condition): Condition {
  return sql`case cardinality(m.person_ids) when 0 then null when 1 then ${person(sql`m.person_ids[1]`)}
    when 2 then ${person(sql`m.person_ids[1]`)} || ', ' || ${person(sql`m.person_ids[2]`)}
    else (select string_agg(${person(sql`one`)}, ', ' order by place) from unnest(m.person_ids) with ordinality as p (one, place)) end`
}
