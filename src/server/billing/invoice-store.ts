// The rows of invoices, credit notes and orders: of what an organisation owns, and of what it pays for others.
import { sql } from 'kysely'
import type { DocumentKind, DocumentStatus } from '../../domain/billing/invoice.ts'
import type { LocalDate } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import type { TenantWork } from '../work.ts'

export type DocumentRow = {
  readonly id: string
  readonly organisation_id: string
  readonly number: string
  readonly kind: DocumentKind
  readonly status: DocumentStatus
  readonly issued_on: LocalDate
  readonly due_on: LocalDate | null
  readonly paid_on: LocalDate | null
  readonly currency: string
  readonly payer_id: string
  readonly owner: string
  readonly payer: string
  readonly ordered_by: string | null
  readonly gross: number
  readonly method_brand: string | null
  readonly method_last_four: string | null
}

export type Page = { readonly after: { readonly issuedOn: string; readonly id: string } | undefined; readonly limit: number }
export type Shown = { readonly kinds: readonly DocumentKind[]; readonly status?: DocumentStatus; readonly year?: number | undefined }

/** One row more than the page holds, when there is one. */
export async function listDocuments(
  work: TenantWork,
  { kinds, status, year }: Shown,
  { after, limit }: Page,
): Promise<readonly DocumentRow[]> {
  const narrowed = [
    sql`i.kind = any(${kinds})`,
    ...(status ? [sql`i.status = ${status}`] : []),
    ...(year ? [sql`i.issued_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)`] : []),
    ...(after ? [sql`(i.issued_on, i.id) < (${after.issuedOn}::date, ${after.id}::uuid)`] : []),
  ]
  const { rows } = await sql<DocumentRow>`
    ${documentsOf(work)} where ${belongs(work)} and ${sql.join(narrowed, sql` and `)}
    order by i.issued_on desc, i.id desc limit ${limit + 1}`.execute(work.tx)
  return rows
}

export async function findDocument(work: TenantWork, id: string): Promise<DocumentRow | undefined> {
  const { rows } = await sql<DocumentRow>`${documentsOf(work)} where ${belongs(work)} and i.id = ${id}`.execute(work.tx)
  return rows[0]
}

const documentsOf = ({ context }: TenantWork) => sql`
  select i.id, i.organisation_id, i.number, i.kind, i.status, i.issued_on, i.due_on, i.paid_on, i.currency, i.payer_id,
    organisation_name(i.organisation_id) as owner, coalesce(payer_name(i.payer_id), '–') as payer, orderer_name(i.ordered_by) as ordered_by,
    (select coalesce(sum(l.gross), 0)::bigint from invoice_line l where l.invoice_id = i.id) as gross,
    m.brand as method_brand, m.last_four as method_last_four
  from invoice i left join payment_method m on m.id = i.payment_method_id and m.organisation_id = ${context.organisationId}`

/** Acting, only what the customer owns; in the own Manager also what one pays for others. */
function belongs({ context }: TenantWork) {
  const owned = sql`i.organisation_id = ${context.organisationId}`
  return context.kind === 'acting' ? owned : sql`(${owned} or i.payer_id = ${context.organisationId})`
}

export type LineRow = {
  readonly description: string
  readonly product: string | null
  readonly period_from: string | null
  readonly period_to: string | null
  readonly net: number
  readonly vat_rate: string
  readonly vat: number
  readonly gross: number
}

export async function listLines(tx: Transaction, invoiceId: string): Promise<readonly LineRow[]> {
  const { rows } = await sql<LineRow>`
    select l.description, product_name(l.product_id) as product, l.period_from, l.period_to, l.net, l.vat_rate, l.vat, l.gross
    from invoice_line l where l.invoice_id = ${invoiceId} order by l.number`.execute(tx)
  return rows
}

export type DueRow = { readonly currency: string; readonly amount: number; readonly count: number; readonly overdue: number }

/** What the organisation of the context has to pay itself, whoever owns what it is for. */
export async function sumDue(work: TenantWork, today: LocalDate): Promise<readonly DueRow[]> {
  const { rows } = await sql<DueRow>`
    select i.currency, sum(l.gross)::bigint as amount, count(distinct i.id) as count, count(distinct i.id) filter (where i.due_on < ${today}::date) as overdue
    from invoice i join invoice_line l on l.invoice_id = i.id
    where ${belongs(work)} and i.payer_id = ${work.context.organisationId} and i.kind = 'invoice' and i.status = 'open'
    group by i.currency order by i.currency`.execute(work.tx)
  return rows
}
