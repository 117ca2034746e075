// Files about one customer for the partner's legal representatives and administrators. The customer reads in its activity that it was done.
import type { ExportId } from '../../domain/ids.ts'
import { FileAnswer, type Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { dateOf } from '../partnerships/calendar.ts'
import { csvForm, writeCsv } from '../platform/csv.ts'
import type { Transaction } from '../platform/transact.ts'
import { newId, type OwnWork } from '../work.ts'
import { activityFile } from './activity-file.ts'
import { billingFile } from './billing-file.ts'
import { type CustomerFileName, type exportCustomer as contract, customerFiles } from './contract.ts'
import type { CustomerFile } from './customer-file.ts'
import { writeTimesLocally } from './customer-store.ts'
import { type ExportedCustomer, getExportedCustomer } from './exported-customer.ts'
import { type FileWords, fileWords } from './file-words.ts'
import { productsFile } from './products-file.ts'
import { rightsFile } from './rights-file.ts'
import { writeZip } from './zip.ts'

export async function exportCustomer(work: OwnWork, { params, query }: Input<typeof contract>): Promise<FileAnswer> {
  const customer = await getExportedCustomer(work, params.managedCustomer)
  const words = fileWords(query.form, work.person.language)
  await writeTimesLocally(work.tx)
  const files: CustomerFile[] = []
  for (const name of query.file === 'all' ? customerFiles : [query.file]) files.push(await fileOf(name, work, customer, words))
  const date = dateOf(work.now)
  const named = (file: CustomerFile) => `${customer.number}_${file.name}_${date}.csv`
  const [only] = files
  const name = query.file === 'all' || !only ? `${customer.number}_${date}.zip` : named(only)
  record(work, {
    kind: 'export.made',
    readers: [customer.partnerId, customer.customerId],
    partnershipId: customer.partnershipId,
    customerId: customer.customerId,
    data: { exportId: newId<ExportId>(), file: name, rows: files.reduce((sum, { count }) => sum + count, 0) },
  })
  const csv = (file: CustomerFile, tx: Transaction) => writeCsv(csvForm(query.form, words.language), file.columns, file.rows(tx))
  if (query.file !== 'all' && only) {
    return new FileAnswer(name, 'text/csv; charset=utf-8', (tx) => inLocalTime(tx, () => csv(only, tx)))
  }
  return new FileAnswer(name, 'application/zip', (tx) =>
    inLocalTime(tx, () => writeZip(files.map((file) => ({ name: named(file), content: csv(file, tx) })))),
  )
}

function fileOf(name: CustomerFileName, work: OwnWork, customer: ExportedCustomer, words: FileWords): Promise<CustomerFile> {
  switch (name) {
    case 'products':
      return productsFile(work.tx, customer, words)
    case 'rights':
      return rightsFile(work.tx, customer, words, work.now)
    case 'billing':
      return billingFile(work.tx, customer, words)
    case 'activity':
      return activityFile(work.tx, customer, words)
  }
}

async function* inLocalTime<T>(tx: Transaction, content: () => AsyncIterable<T>): AsyncGenerator<T> {
  await writeTimesLocally(tx)
  yield* content()
}
