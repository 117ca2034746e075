// Invoices, credit notes and orders line by line: all with billing.view in force, otherwise those the partner pays itself.
import { type CsvRow, csvAmount } from '../platform/csv.ts'
import type { Transaction } from '../platform/transact.ts'
import type { CustomerFile } from './customer-file.ts'
import { type InvoiceLineText, listInvoiceLines } from './customer-store.ts'
import { type ExportedCustomer, firstCells } from './exported-customer.ts'
import { columnsOf, type FileWords } from './file-words.ts'

const columns = {
  document: 'text',
  document_type: 'value',
  issued_on: 'value',
  due_on: 'value',
  paid_on: 'value',
  status: 'value',
  product_id: 'value',
  product_name: 'text',
  period_from: 'value',
  period_to: 'value',
  net: 'value',
  vat_rate: 'value',
  vat: 'value',
  gross: 'value',
  currency: 'value',
  payer: 'value',
  payment_method: 'text',
  ordered_by: 'text',
} as const

export async function billingFile(tx: Transaction, customer: ExportedCustomer, words: FileWords): Promise<CustomerFile> {
  const seesAll = customer.effective.some(({ right }) => right === 'billing.view')
  const lines = (await listInvoiceLines(tx, customer.partnershipId)).filter(({ payer }) => seesAll || payer === 'partner')
  const rows = lines.map((line) => rowOf(line, customer, words))
  return { name: 'billing', columns: columnsOf(columns, words), count: rows.length, rows: () => [rows] }
}

function rowOf(line: InvoiceLineText, customer: ExportedCustomer, words: FileWords): CsvRow {
  return [
    ...firstCells(customer),
    line.document,
    words.word('document', line.document_type),
    line.issued_on,
    line.due_on,
    line.paid_on,
    words.word('invoice_status', line.status),
    line.product_id,
    line.product_name,
    line.period_from,
    line.period_to,
    csvAmount(line.net),
    line.vat_rate,
    csvAmount(line.vat),
    csvAmount(line.gross),
    line.currency,
    line.payer && words.common(`common.payer.${line.payer}`, line.payer),
    line.payment_method,
    line.ordered_by,
  ]
}
