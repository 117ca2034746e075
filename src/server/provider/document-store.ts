// The rows of invoices, credit notes and orders as the provider tells them.
import type { DocumentKind, DocumentStatus } from '../../domain/billing/invoice.ts'
import type { InvoiceId, OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export type ToldLine = {
  readonly description: string
  readonly productId: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly net: number
  readonly vatRate: number
  readonly vat: number
  readonly gross: number
}

export type ToldDocument = {
  readonly id: InvoiceId
  readonly kind: DocumentKind
  readonly number: string
  readonly status: DocumentStatus
  readonly issuedOn: string
  readonly dueOn: string | null
  readonly paidOn: string | null
  readonly currency: string
  readonly payerId: OrganisationId
  readonly paymentMethodId: string | null
  readonly orderedBy: PersonId | null
  /** The partner that ordered it for the customer. */
  readonly orderedByPartner: OrganisationId | null
  readonly lines: readonly ToldLine[]
}

type Key = { readonly organisationId: OrganisationId; readonly reference: string }

export async function findToldDocument(tx: Transaction, { organisationId, reference }: Key): Promise<ToldDocument | undefined> {
  const row = await tx
    .selectFrom('invoice')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('provider_reference', '=', reference)
    .executeTakeFirst()
  return (
    row && {
      id: row.id as InvoiceId,
      kind: row.kind as DocumentKind,
      number: row.number,
      status: row.status as DocumentStatus,
      issuedOn: row.issued_on,
      dueOn: row.due_on,
      paidOn: row.paid_on,
      currency: row.currency,
      payerId: row.payer_id as OrganisationId,
      paymentMethodId: row.payment_method_id,
      orderedBy: row.ordered_by as PersonId | null,
      orderedByPartner: row.ordered_by_partner_id as OrganisationId | null,
      lines: await listToldLines(tx, row.id),
    }
  )
}

async function listToldLines(tx: Transaction, invoiceId: string): Promise<readonly ToldLine[]> {
  const rows = await tx.selectFrom('invoice_line').selectAll().where('invoice_id', '=', invoiceId).orderBy('number').execute()
  return rows.map((row) => ({
    description: row.description,
    productId: row.product_id,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    net: row.net,
    vatRate: Number(row.vat_rate),
    vat: row.vat,
    gross: row.gross,
  }))
}

export async function saveToldDocument(
  tx: Transaction,
  { organisationId, reference }: Key,
  document: ToldDocument,
  at: Date,
): Promise<void> {
  const columns = {
    number: document.number,
    status: document.status,
    issued_on: document.issuedOn,
    due_on: document.dueOn,
    paid_on: document.paidOn,
    currency: document.currency,
    payer_id: document.payerId,
    payment_method_id: document.paymentMethodId,
    ordered_by: document.orderedBy,
    ordered_by_partner_id: document.orderedByPartner,
  }
  await tx
    .insertInto('invoice')
    .values({
      ...columns,
      id: document.id,
      kind: document.kind,
      organisation_id: organisationId,
      provider_reference: reference,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'provider_reference']).doUpdateSet(columns))
    .execute()
  await tx.deleteFrom('invoice_line').where('invoice_id', '=', document.id).execute()
  const lines = document.lines.map((line, at) => ({
    organisation_id: organisationId,
    invoice_id: document.id,
    number: at + 1,
    description: line.description,
    product_id: line.productId,
    period_from: line.periodFrom,
    period_to: line.periodTo,
    net: line.net,
    vat_rate: line.vatRate,
    vat: line.vat,
    gross: line.gross,
  }))
  await tx.insertInto('invoice_line').values(lines).execute()
}
