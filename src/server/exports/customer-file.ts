// One file about a customer: its columns, how many rows it has, and the rows.
import type { CsvColumn, CsvRow } from '../platform/csv.ts'
import type { Transaction } from '../platform/transact.ts'
import type { CustomerFileName } from './contract.ts'

export type CustomerFile = {
  readonly name: CustomerFileName
  readonly columns: readonly CsvColumn[]
  readonly count: number
  /** Read from the transaction the download is written in. */
  readonly rows: (tx: Transaction) => AsyncIterable<readonly CsvRow[]> | Iterable<readonly CsvRow[]>
}
