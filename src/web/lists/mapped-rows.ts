// The rows of a sheet under the columns they were mapped to, as the server takes them.
import type { Sheet } from '../../domain/bulk/read-sheet.ts'
import { type CustomerColumn, customerColumns } from '../../domain/bulk/sheet-words.ts'

export type Mapping = Sheet['columns']
export type Cells = Partial<Record<CustomerColumn, string>>

/** Empty cells are left out; a column that nobody needs is too. */
export function mappedRows({ rows }: Pick<Sheet, 'rows'>, columns: Mapping): Cells[] {
  return rows.map((cells) =>
    Object.fromEntries(
      columns.flatMap((column, at) => (column === null || !cells[at]?.trim() ? [] : [[column, cells[at]?.trim().slice(0, 500)]])),
    ),
  )
}

/** A column stands for one thing, and each thing stands in one column. */
export function withColumn(columns: Mapping, at: number, column: CustomerColumn | null): Mapping {
  return columns.map((before, place) => (place === at ? column : before === column ? null : before))
}

/** Without an address or a number nobody can be asked. */
export const isEnough = (columns: Mapping): boolean => columns.includes('email') || columns.includes('customer_number')

export const columnChoices: readonly CustomerColumn[] = customerColumns
