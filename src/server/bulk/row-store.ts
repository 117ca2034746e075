// The rows of a bulk job: what was given, what the dry run said of it, and what became of it.
import { type RawBuilder, sql } from 'kysely'
import type { BulkId, OrganisationId } from '../../domain/ids.ts'
import type { Because, BulkRow, Carried, Judged } from '../bulk-action.ts'
import type { Transaction } from '../platform/transact.ts'
import type { Waves } from './contract.ts'
import type { StoredJob } from './job-store.ts'

export type NewRow = Pick<BulkRow, 'position' | 'id' | 'managedCustomerId' | 'input'>
export type ListedRow = BulkRow & {
  readonly wave: number
  readonly verdict: string | null
  readonly result: string | null
  readonly because: Because | null
}
type Of = { readonly partnerId: OrganisationId; readonly id: BulkId }

/** Rows in their places; what stood there is replaced. */
export async function putRows(tx: Transaction, { partnerId, id }: Of, rows: readonly NewRow[]): Promise<void> {
  const given = rows.map((row) => ({ position: row.position, id: row.id, customer: row.managedCustomerId, input: row.input }))
  await sql`insert into bulk_row (partner_id, bulk_id, position, id, managed_customer_id, input)
    select ${partnerId}, ${id}, r.position, r.id, r.customer, r.input
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r (position integer, id uuid, customer uuid, input jsonb)
    on conflict (bulk_id, position) do update set id = excluded.id, managed_customer_id = excluded.managed_customer_id, input = excluded.input,
      verdict = null, explanation = null`.execute(tx)
}

export async function dropRowsFrom(tx: Transaction, { id }: Of, position: number): Promise<void> {
  await tx.deleteFrom('bulk_row').where('bulk_id', '=', id).where('position', '>=', position).execute()
}

export async function forgetVerdicts(tx: Transaction, { id }: Of): Promise<void> {
  await tx.updateTable('bulk_row').set({ verdict: null, explanation: null }).where('bulk_id', '=', id).execute()
}

export async function listUnjudged(tx: Transaction, { id }: Of, limit: number): Promise<readonly ListedRow[]> {
  const rows = await ofJob(tx, id).where('verdict', 'is', null).orderBy('position').limit(limit).execute()
  return rows.map(toRow)
}

/** The next rows to carry out, of this wave. */
export async function listOpen(tx: Transaction, { id, wave }: StoredJob, limit: number): Promise<readonly ListedRow[]> {
  const rows = await ofJob(tx, id)
    .where('result', 'is', null)
    .where('wave', '<=', wave)
    .orderBy('wave')
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(toRow)
}

export type Only = 'all' | 'going' | 'not_going' | 'failed'

/** With what the list of customers says of it now. */
export type NamedRow = ListedRow & {
  readonly name: string | null
  readonly number: string | null
  readonly reference: string | null
  readonly partnershipId: string | null
}

/** A page for people to read, behind that position. */
export async function listRows(
  tx: Transaction,
  { id }: Of,
  { after, limit, only }: { readonly after: number; readonly limit: number; readonly only: Only },
): Promise<readonly NamedRow[]> {
  const { rows } = await sql<Row & Omit<NamedRow, keyof ListedRow>>`
    select r.*, m.name, m.customer_number as number, m.own_reference as reference, m.partnership_id as "partnershipId"
    from bulk_row r left join managed_customer m on m.partner_id = r.partner_id and m.id = r.managed_customer_id
    where r.bulk_id = ${id} and r.position > ${after} ${narrowed(only)} order by r.position limit ${limit}`.execute(tx)
  return rows.map((row) => ({
    ...toRow(row),
    name: row.name,
    number: row.number,
    reference: row.reference,
    partnershipId: row.partnershipId,
  }))
}

function narrowed(only: Only): RawBuilder<unknown> {
  switch (only) {
    case 'all':
      return sql``
    case 'going':
      return sql`and (r.verdict in ('will_send', 'will_do') or r.explanation ->> 'code' = 'waits')`
    case 'not_going':
      return sql`and r.verdict is not null and r.verdict not in ('will_send', 'will_do')`
    case 'failed':
      return sql`and r.result is not null and r.result not in ('sent', 'done')`
  }
}

export async function saveVerdicts(
  tx: Transaction,
  { id }: Of,
  judged: readonly (Judged & { readonly position: number })[],
): Promise<void> {
  await sql`update bulk_row r set verdict = j.verdict, explanation = j.because
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as j (position integer, verdict text, because jsonb)
    where r.bulk_id = ${id} and r.position = j.position`.execute(tx)
}

export async function saveResults(
  tx: Transaction,
  { id }: Of,
  carried: readonly (Carried & { readonly position: number })[],
): Promise<void> {
  await sql`update bulk_row r set result = j.result, explanation = j.because, done_at = clock_timestamp(),
      managed_customer_id = coalesce(j."managedCustomerId", r.managed_customer_id)
    from jsonb_to_recordset(${JSON.stringify(carried)}::jsonb) as j (position integer, result text, because jsonb, "managedCustomerId" uuid)
    where r.bulk_id = ${id} and r.position = j.position and r.result is null`.execute(tx)
}

const isGoing = sql`(verdict in ('will_send', 'will_do') or explanation ->> 'code' = 'waits')`

/** At the start: what the dry run said no to is over with that, and the rest is spread over the waves. */
export async function settleRows(tx: Transaction, { id }: Of, waves: Waves | null): Promise<void> {
  await sql`update bulk_row set result = verdict, done_at = clock_timestamp() where bulk_id = ${id} and not ${isGoing}`.execute(tx)
  if (waves === null) return
  await sql`update bulk_row r set wave = case when n.place <= ${waves.pilot} then 0 else 1 + (n.place - ${waves.pilot} - 1) / ${waves.size} end
    from (select position, row_number() over (order by position)::integer as place from bulk_row where bulk_id = ${id} and result is null) n
    where r.bulk_id = ${id} and r.position = n.position`.execute(tx)
}

/** What was not done when it was called off. */
export async function cancelRows(tx: Transaction, { id }: Of): Promise<void> {
  await sql`update bulk_row set result = 'cancelled', done_at = clock_timestamp() where bulk_id = ${id} and result is null`.execute(tx)
}

export type Counts = {
  readonly rows: number
  readonly going: number
  readonly left: number
  readonly verdicts: Record<string, number>
  readonly results: Record<string, number>
}

export async function countRows(tx: Transaction, { id }: Of): Promise<Counts> {
  const { rows } = await sql<{ verdict: string | null; result: string | null; going: boolean; count: number }>`
    select verdict, result, coalesce(${isGoing}, false) as going, count(*)::integer as count from bulk_row where bulk_id = ${id} group by 1, 2, 3`.execute(
    tx,
  )
  const sum = (chosen: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(chosen).reduce((total, { count }) => total + Number(count), 0)
  const by = (name: 'verdict' | 'result') => {
    const names = [...new Set(rows.map((row) => row[name]).filter((one) => one !== null))]
    return Object.fromEntries(names.map((one) => [one, sum((row) => row[name] === one)]))
  }
  return {
    ...{ rows: sum(() => true), going: sum(({ going }) => going), left: sum(({ result }) => result === null) },
    ...{ verdicts: by('verdict'), results: by('result') },
  }
}

/** What this job did that may still be taken back, as rows of the list. */
export async function listDone(tx: Transaction, { id }: Of): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('bulk_row')
    .select('managed_customer_id')
    .where('bulk_id', '=', id)
    .where('result', 'in', ['sent', 'done'])
    .where('managed_customer_id', 'is not', null)
    .orderBy('position')
    .execute()
  return rows.flatMap((row) => (row.managed_customer_id === null ? [] : [row.managed_customer_id]))
}

function ofJob(tx: Transaction, id: string) {
  return tx.selectFrom('bulk_row').selectAll().where('bulk_id', '=', id)
}

type Row = Awaited<ReturnType<ReturnType<typeof ofJob>['executeTakeFirstOrThrow']>>

function toRow(row: Row): ListedRow {
  return {
    ...{ position: row.position, id: row.id, managedCustomerId: row.managed_customer_id, input: row.input, wave: row.wave },
    ...{ verdict: row.verdict, result: row.result, because: row.explanation as Because | null },
  }
}
