// One row of the list; where there is no room, the card it becomes. What is not here yet keeps its place.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- rows that come and go are no native table */
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go are no native table
// biome-ignore-all lint/a11y/useFocusableInteractive: what is inside is focused, not the row
import { memo } from 'react'
import type { CustomerRow } from '../../server/managed-customers/contract.ts'
import { useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import type { CustomerColumn } from './customer-columns.tsx'
import { RowActions } from './row-actions.tsx'

export type GridRowProps = {
  index: number
  customer: CustomerRow | undefined
  columns: readonly CustomerColumn[]
  organisation: string
  isCard: boolean
  isCompact: boolean
  /** Undefined where nothing can be selected. */
  selected: boolean | undefined
  onSelect: (id: string, on: boolean) => void
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, customer, isCard, isCompact, selected } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={customer && selected}
      aria-busy={customer === undefined || undefined}
      className={classNames(
        'group/row border-b border-line',
        isCard
          ? 'relative flex flex-col gap-1 p-3'
          : classNames('list-row items-center', 'min-h-(--list-row)', isCompact ? 'py-0.5' : 'py-1.5'),
        selected ? 'list-selected' : 'list-plain',
      )}
    >
      {customer === undefined ? <Coming {...props} /> : <Cells {...props} customer={customer} />}
    </div>
  )
})

function Coming({ columns, isCard, selected }: GridRowProps) {
  const shown = isCard ? columns.slice(0, 3) : columns
  return (
    <>
      {selected !== undefined && !isCard && <span role="cell" className="list-pinned left-0" />}
      {shown.map(({ id }) => (
        <span key={id} role="cell" className={classNames('list-cell', !isCard && id === 'name' && 'list-pinned list-name')}>
          <Skeleton isStill className={id === 'name' ? 'h-4 w-4/5' : 'h-4 w-1/2'} />
        </span>
      ))}
    </>
  )
}

function Cells(props: GridRowProps & { customer: CustomerRow }) {
  const { customer, columns, organisation, isCard, selected, onSelect } = props
  const t = useTexts()
  return (
    <>
      {selected !== undefined && (
        <span role="cell" className={isCard ? 'absolute top-2.5 left-2' : 'list-pinned left-0 flex justify-center'}>
          <Checkbox
            label={t('ui.select', { what: customer.name })}
            labelHidden
            checked={selected}
            onChange={(on) => onSelect(customer.id, on)}
          />
        </span>
      )}
      {columns.map((column) => (
        <Cell key={column.id} {...{ column, customer, isCard }} isBesideBox={selected !== undefined} />
      ))}
      <span
        role="cell"
        className={isCard ? 'absolute top-2 right-2 flex' : 'list-pinned right-0 flex items-center justify-end gap-0.5 pr-2'}
      >
        <RowActions customer={customer} organisation={organisation} />
      </span>
    </>
  )
}

type CellProps = { column: CustomerColumn; customer: CustomerRow; isCard: boolean; isBesideBox: boolean }

function Cell({ column: { id, header, isNumber, cell }, customer, isCard, isBesideBox }: CellProps) {
  const isName = id === 'name'
  if (!isCard)
    return (
      <span
        role={isName ? 'rowheader' : 'cell'}
        className={classNames('list-cell', isName && 'list-pinned list-name', isNumber && 'text-right tabular-nums')}
      >
        {cell(customer)}
      </span>
    )
  if (isName)
    return (
      <span role="rowheader" className={classNames('mr-18 font-medium', isBesideBox && 'ml-7')}>
        {cell(customer)}
      </span>
    )
  return (
    <span role="cell" className="flex gap-2">
      <span aria-hidden="true" className="w-22 shrink-0 text-xs leading-5 hyphens-auto text-muted">
        {header}
      </span>
      <span className="min-w-0">{cell(customer)}</span>
    </span>
  )
}
