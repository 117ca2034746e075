// Invoices, credit notes and orders, newest first, page by page; and one of them with its lines.

import type { z } from 'zod'
import { standingOf } from '../../domain/billing/invoice.ts'
import { Refusal } from '../../domain/refusal.ts'
import { requireRight } from '../authorization/authorise.ts'
import type { Answer, Input } from '../endpoint.ts'
import { dateOf } from '../partnerships/calendar.ts'
import type { TenantWork } from '../work.ts'
import type {
  billingDocument,
  getInvoice as getContract,
  listInvoices as invoicesContract,
  listOrders as ordersContract,
} from './contract.ts'
import { type DocumentRow, findDocument, listDocuments, listLines, type Shown } from './invoice-store.ts'

type Document = z.input<typeof billingDocument>

export async function listInvoices(work: TenantWork, { query }: Input<typeof invoicesContract>): Promise<Answer<typeof invoicesContract>> {
  const kinds = query.show === 'due' ? (['invoice'] as const) : (['invoice', 'credit_note'] as const)
  const status = query.show && ({ due: 'open', paid: 'paid' } as const)[query.show]
  const { documents, next } = await pageOf(work, { kinds, year: query.year, ...(status ? { status } : {}) }, query)
  return { invoices: documents, next }
}

export async function listOrders(work: TenantWork, { query }: Input<typeof ordersContract>): Promise<Answer<typeof ordersContract>> {
  const { documents, next } = await pageOf(work, { kinds: ['order'] }, query)
  return { orders: documents, next }
}

export async function getInvoice(work: TenantWork, { params }: Input<typeof getContract>): Promise<Answer<typeof getContract>> {
  requireRight(work, 'billing.view')
  const row = uuid.test(params.invoice) ? await findDocument(work, params.invoice) : undefined
  if (!row) throw new Refusal('not_found')
  const lines = await listLines(work.tx, row.id)
  const sum = (amounts: readonly number[]) => ({ amount: amounts.reduce((total, one) => total + one, 0), currency: row.currency })
  return {
    ...shown(work, row),
    net: sum(lines.map(({ net }) => net)),
    vat: sum(lines.map(({ vat }) => vat)),
    lines: lines.map(({ period_from, period_to, vat_rate, ...line }) => ({
      ...line,
      periodFrom: period_from,
      periodTo: period_to,
      vatRate: Number(vat_rate),
    })),
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

type Asked = { readonly after?: string | undefined; readonly limit: number }
async function pageOf(work: TenantWork, wanted: Shown, { after, limit }: Asked): Promise<{ documents: Document[]; next: string | null }> {
  requireRight(work, 'billing.view')
  const [issuedOn = '', id = ''] = after?.split('_') ?? []
  const rows = await listDocuments(work, wanted, { after: after === undefined ? undefined : { issuedOn, id }, limit })
  const documents = rows.slice(0, limit).map((row) => shown(work, row))
  const last = documents.at(-1)
  return { documents, next: rows.length > limit && last ? `${last.issuedOn}_${last.id}` : null }
}

function shown(work: TenantWork, row: DocumentRow): Document {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    standing: standingOf({ status: row.status, dueOn: row.due_on }, dateOf(work.now)),
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    paidOn: row.paid_on,
    total: { amount: row.gross, currency: row.currency },
    owner: row.owner,
    payer: row.payer,
    payerIsOwner: row.payer_id === row.organisation_id,
    paymentMethod: row.method_brand === null ? null : { brand: row.method_brand, lastFour: row.method_last_four },
    orderedBy: row.ordered_by,
  }
}
