// What this partner's people did at this customer, in plain words.
import type { CsvRow } from '../platform/csv.ts'
import type { Transaction } from '../platform/transact.ts'
import { type ActivityText, countActivity, readActivity } from './activity-store.ts'
import type { CustomerFile } from './customer-file.ts'
import { describeEvent } from './describe-event.ts'
import { type ExportedCustomer, firstCells } from './exported-customer.ts'
import { columnsOf, type FileWords } from './file-words.ts'

const columns = {
  position: 'value',
  at: 'value',
  person: 'text',
  action: 'value',
  description: 'text',
  product_id: 'value',
  product_name: 'text',
  result: 'value',
  visit_id: 'value',
} as const

export async function activityFile(tx: Transaction, customer: ExportedCustomer, words: FileWords): Promise<CustomerFile> {
  const { partnerId, partnershipId } = customer
  return {
    name: 'activity',
    columns: columnsOf(columns, words),
    count: await countActivity(tx, partnerId, partnershipId),
    rows: async function* rows(later) {
      for await (const page of readActivity(later, partnerId, partnershipId)) yield page.map((entry) => rowOf(entry, customer, words))
    },
  }
}

function rowOf(entry: ActivityText, customer: ExportedCustomer, words: FileWords): CsvRow {
  return [
    ...firstCells(customer),
    String(entry.position),
    words.time(entry.at),
    entry.person,
    entry.kind,
    describeEvent(entry, customer, words),
    entry.product_id,
    entry.product,
    words.word('result', entry.kind === 'visit.refused' ? 'refused' : 'done'),
    entry.visit_id,
  ]
}
