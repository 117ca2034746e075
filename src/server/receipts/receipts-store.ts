// Receipts as they are read and completed. Reading in the customer's context stands on its policies; completing runs as prokura_system.
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { Side } from '../../domain/organisation.ts'
import type { Revoked } from '../partnerships/receipt-store.ts'
import type { DB } from '../platform/tables.ts'
import type { Named, ReceiptFacts } from './receipt-facts.ts'

export type StoredReceipt = {
  readonly id: string
  readonly customer: Named | null
  readonly partner: Named
  readonly partnershipId: string | null
  readonly isByPartner: boolean
  readonly revoked: Omit<Revoked, 'people'> & { readonly people: readonly Named[] }
  readonly by: Named
  readonly at: string
  readonly visits: ReceiptFacts['visitsEnded']
  readonly tokens: number
  readonly waysIn: readonly (NonNullable<ReceiptFacts['waysIn']>[number] & {
    readonly isOpen: boolean
    /** Its product is not in use: nobody gets in, and nobody can change anything of it. */
    readonly isLocked: boolean
    readonly mailboxId: string | null
    readonly passwordSetAt: string | null
  })[]
  readonly closedAt: string | null
  readonly doors: ReceiptFacts['doors'] | null
  readonly facts: ReceiptFacts | null
  readonly signed: string | null
  /** Where it stands in the journal; known once it is committed, to prokura_system. */
  readonly position: number | null
}

type Row = {
  id: string
  customer: Named | null
  partner: Named
  partnership_id: string | null
  by_partner: boolean
  revoked: StoredReceipt['revoked']
  by: Named
  at: Date
  visits: StoredReceipt['visits']
  tokens: number
  ways_in: StoredReceipt['waysIn']
  closed_at: Date | null
  doors: ReceiptFacts['doors'] | null
  facts: ReceiptFacts | null
  signed: string | null
}

const named = (id: string, name: string) => `json_build_object('id', ${id}, 'name', coalesce(${name}(${id}), ''))`
const columns = `r.id, case when r.customer_id is not null then ${named('r.customer_id', 'organisation_name')} end as customer,
  ${named('coalesce(p.partner_id, r.partner_id)', 'organisation_name')} as partner, r.partnership_id, r.partner_id is not null as by_partner,
  ${named('r.person_id', 'person_name')} as by, r.revoked_at as at, r.tokens, r.closed_at, r.doors, r.facts, r.signed,
  json_strip_nulls(json_build_object('handedBack', r.revoked ->> 'handedBack', 'what', r.revoked ->> 'what', 'rights', r.revoked -> 'rights', 'people', (
    select coalesce(json_agg(${named('x.id', 'person_name')}), '[]') from (select x::uuid as id from json_array_elements_text(r.revoked -> 'people') x) x))) as revoked,
  (select coalesce(json_agg(json_build_object('id', v ->> 'id', 'person', ${named("(v ->> 'personId')::uuid", 'person_name')}, 'since', v ->> 'startedAt')), '[]')
    from json_array_elements(r.visits) v) as visits,
  (select coalesce(json_agg(json_build_object('id', w ->> 'id', 'kind', w ->> 'kind', 'name', w ->> 'name', 'product', ${named("(w ->> 'productId')::uuid", 'product_name')},
      'madeBy', ${named("(w ->> 'personId')::uuid", 'person_name')}, 'closed', (w ->> 'closed')::boolean,
      'mailboxId', (select k.mailbox_id from known_password k where k.id = (w ->> 'id')::uuid),
      'passwordSetAt', (select m.password_set_at from known_password k join mailbox m on m.id = k.mailbox_id where k.id = (w ->> 'id')::uuid),
      'isLocked', exists (select from product p where p.id = (w ->> 'productId')::uuid and p.status = 'locked'),
      'isOpen', exists (select from way_in o join product p on p.id = o.product_id and p.status <> 'cancelled' where o.id = (w ->> 'id')::uuid and (o.stays or o.closes_at is null or o.closes_at > clock_timestamp())
        and (o.until is null or o.until >= (clock_timestamp() at time zone 'Europe/Zurich')::date)))), '[]')
    from json_array_elements(r.ways_in) w) as ways_in`

const toReceipt = ({ partnership_id, by_partner, at, closed_at, ways_in, ...row }: Row, position: number | null = null): StoredReceipt => ({
  ...row,
  partnershipId: partnership_id,
  isByPartner: by_partner,
  waysIn: ways_in,
  closedAt: closed_at?.toISOString() ?? null,
  at: at.toISOString(),
  position,
})

type Wanted = {
  readonly organisationId: string
  readonly id?: string
  readonly partnershipId?: string | undefined
  readonly side?: Side | undefined
}

/** What this organisation took back, and what its partners ended; the latest first. */
export async function listOwnReceipts(
  tx: Kysely<DB>,
  { organisationId, id, partnershipId, side }: Wanted,
): Promise<readonly StoredReceipt[]> {
  const asCustomer = sql`r.customer_id = ${organisationId} and (r.partner_id is null or r.revoked ->> 'what' = 'partnership')`
  const asPartner = sql`r.partner_id = ${organisationId}`
  const own = side === 'customer' ? asCustomer : side === 'partner' ? asPartner : sql`(${asPartner} or (${asCustomer}))`
  const { rows } = await sql<Row>`select ${sql.raw(columns)} from receipt r left join partnership p on p.id = r.partnership_id
    where ${own} and r.id = coalesce(${id ?? null}, r.id) and (${partnershipId ?? null}::uuid is null or r.partnership_id = ${partnershipId ?? null}::uuid)
    order by r.revoked_at desc, r.id desc limit 20`.execute(tx)
  return rows.map((row) => toReceipt(row))
}

/** With where the journal has it; without a trace there (a database restored meanwhile), at its head. */
export async function findReceipt(pool: pg.Pool, id: string): Promise<{ receipt: StoredReceipt; at: number } | undefined> {
  const { rows } = await pool.query<Row & { position: number; journal_at: Date }>(
    `select ${columns}, j.position, j.at as journal_at from receipt r left join partnership p on p.id = r.partnership_id
     join journal j on j.position = coalesce((select max(f.position) from fact_change f where f.transaction = r.transaction), journal_head())
     where r.id = $1`,
    [id],
  )
  const [row] = rows
  if (!row) return undefined
  const { position, journal_at, ...rest } = row
  return { receipt: toReceipt(rest, position), at: journal_at.getTime() }
}

/** Whether mails about it are still to be written. */
export async function isBeingTold(pool: pg.Pool, id: string): Promise<boolean> {
  const { rows } = await pool.query<{ waiting: boolean }>(
    "select exists (select from job where payload ? 'receiptIds' and payload -> 'receiptIds' ? $1 and done_at is null and failed_at is null) as waiting",
    [id],
  )
  return rows[0]?.waiting ?? false
}

export async function listTold(pool: pg.Pool, id: string): Promise<readonly Named[]> {
  const { rows } = await pool.query<Named>(
    'select p.id, p.name from receipt_told t join person p on p.id = t.person_id where t.receipt_id = $1 order by p.name, p.id',
    [id],
  )
  return rows
}

/** False when somebody saw it before: what they saw stands. */
export async function saveClosed(
  pool: pg.Pool,
  id: string,
  { closedAt, doors }: { readonly closedAt: string; readonly doors: ReceiptFacts['doors'] },
): Promise<boolean> {
  const { rowCount } = await pool.query('update receipt set closed_at = $2, doors = $3 where id = $1 and closed_at is null', [
    id,
    closedAt,
    JSON.stringify(doors),
  ])
  return rowCount === 1
}

export async function saveFacts(pool: pg.Pool, facts: ReceiptFacts, signed: string): Promise<void> {
  const { rowCount } = await pool.query('update receipt set facts = $2, signed = $3 where id = $1 and facts is null', [
    facts.id,
    JSON.stringify(facts),
    signed,
  ])
  if (rowCount === 1) await pool.query('delete from receipt_told where receipt_id = $1', [facts.id])
}
