// Several versions of the same list side by side, with a plus or minus where one differs from the one before.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see below */
// biome-ignore-all lint/a11y/noRedundantRoles: where rows become cards, display: block takes a table's own roles away
import { Check, Equal, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import { staysInside, tableFrameClass } from './table-room.ts'

export type DiffCell = Readonly<{
  /** yes: has it; no: does not; none: the question does not arise here. */
  is: 'yes' | 'no' | 'none'
  /** Compared with the column before. */
  change?: 'more' | 'less' | 'same' | undefined
  text: string
  hint?: string | undefined
}>
export type DiffRow = Readonly<{ id: string; label: ReactNode; hint?: ReactNode; cells: readonly DiffCell[] }>
export type DiffTableProps = { caption: string; rowHeader: string; columns: readonly string[]; rows: readonly DiffRow[] }

export function DiffTable({ caption, rowHeader, columns, rows }: DiffTableProps) {
  return (
    <div ref={staysInside} className={tableFrameClass}>
      <table role="table" className="block w-full border-separate border-spacing-0 text-sm @lg/table:table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="sr-only @lg/table:not-sr-only @lg/table:table-header-group">
          <tr role="row">
            {[rowHeader, ...columns].map((column, index) => (
              <th
                key={column}
                role="columnheader"
                scope="col"
                className={classNames(
                  'border-b border-line py-2 text-left text-xs font-medium whitespace-nowrap text-muted',
                  index > 0 && 'w-28 pl-3 @3xl/table:w-36 @3xl/table:pl-4',
                )}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="block @lg/table:table-row-group">
          {rows.map((row) => (
            <tr
              key={row.id}
              role="row"
              className="grid grid-cols-[repeat(3,minmax(0,1fr))] gap-x-3 gap-y-1 border-b border-line py-3 last:border-b-0 @lg/table:table-row"
            >
              <th
                role="rowheader"
                scope="row"
                className="col-span-3 block text-left font-normal @lg/table:table-cell @lg/table:border-b @lg/table:border-line @lg/table:py-2.5 @lg/table:align-top @lg/table:in-[tr:last-child]:border-b-0"
              >
                {row.label}
                {row.hint && <span className="block text-xs text-muted">{row.hint}</span>}
              </th>
              {row.cells.map((cell, index) => (
                <td
                  key={columns[index]}
                  role="cell"
                  className="block align-top @lg/table:table-cell @lg/table:border-b @lg/table:border-line @lg/table:py-2.5 @lg/table:align-top @lg/table:in-[tr:last-child]:border-b-0 @lg/table:pl-3 @3xl/table:pl-4"
                >
                  <span aria-hidden="true" className="block text-xs text-muted @lg/table:hidden">
                    {columns[index]}
                  </span>
                  <DiffMark cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DiffMark({ cell }: { cell: DiffCell }) {
  const t = useTexts()
  const word = cell.change && t(`ui.diff.${cell.change}`)
  /** What differs is said to everybody, unless the hint says why. */
  const isShown = cell.change !== undefined && cell.change !== 'same' && cell.hint === undefined
  const Icon = cell.change ? signs[cell.change] : cell.is === 'yes' ? Check : undefined
  return (
    <span
      className={classNames(
        'inline-flex max-w-full flex-wrap items-start gap-x-1 rounded-sm',
        looks[cell.change === undefined || cell.change === 'same' ? cell.is : cell.change],
        (cell.change === 'more' || cell.change === 'less') && '-mx-2 -my-0.5 px-2 py-0.5',
      )}
    >
      {Icon && <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />}
      {cell.text}
      {cell.change && <span className={isShown ? 'basis-full text-xs' : 'sr-only'}>{isShown ? word : `(${word})`}</span>}
      {cell.hint && <span className="basis-full text-xs text-muted @lg/table:whitespace-nowrap">{cell.hint}</span>}
    </span>
  )
}

const signs = { more: Plus, less: Minus, same: Equal }

const looks = {
  yes: 'text-ink',
  no: 'text-muted',
  none: 'text-faint',
  more: 'bg-success-soft text-success-ink',
  less: 'bg-warning-soft text-warning-ink',
}
