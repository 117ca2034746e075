// The heads of the columns, which stay below the top of the page. A press sorts by one; with Shift it is added to those that sort already.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- rows that come and go are no native table */
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go are no native table
// biome-ignore-all lint/a11y/useFocusableInteractive: a head is not pressed itself
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import type { CustomerSort, OrderTerm } from '../../server/managed-customers/contract.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import type { CustomerColumn } from './customer-columns.tsx'
import { orderAfter } from './list-order.ts'

export type GridHeaderProps = {
  columns: readonly CustomerColumn[]
  order: readonly OrderTerm[]
  onOrder: (order: readonly OrderTerm[]) => void
  /** How many of the rows that are here; undefined where nothing can be selected. */
  chosen: 'all' | 'some' | 'none' | undefined
  onChoose: (on: boolean) => void
}

export const GridHeader = memo(function GridHeader({ columns, order, onOrder, chosen, onChoose }: GridHeaderProps) {
  const t = useTexts()
  return (
    <div role="row" aria-rowindex={1} className="list-row min-h-9 items-center text-xs font-medium whitespace-nowrap text-muted">
      {chosen !== undefined && (
        <span role="columnheader" className="list-pinned left-0 flex justify-center">
          <Checkbox
            label={t('managed-customers.select_near')}
            labelHidden
            checked={chosen === 'all'}
            mixed={chosen === 'some'}
            onChange={onChoose}
          />
        </span>
      )}
      {columns.map((column) => (
        <Head key={column.id} {...{ column, order, onOrder }} />
      ))}
      <span role="columnheader" className="list-pinned right-0">
        <span className="sr-only">{t('ui.actions')}</span>
      </span>
    </div>
  )
})

function Head({ column, order, onOrder }: Pick<GridHeaderProps, 'order' | 'onOrder'> & { column: CustomerColumn }) {
  const { id, header, sort, isNumber } = column
  const place = order.findIndex(({ by }) => by === sort)
  const term = order[place]
  return (
    <span
      role="columnheader"
      aria-sort={sort && place === 0 ? term?.direction : sort && 'none'}
      className={classNames('list-cell', id === 'name' && 'list-pinned list-name', isNumber && 'text-right')}
    >
      {sort ? (
        <SortButton {...{ sort, order, onOrder, isNumber, place }} direction={term?.direction}>
          {header}
        </SortButton>
      ) : (
        header
      )}
    </span>
  )
}

type SortButtonProps = Pick<GridHeaderProps, 'order' | 'onOrder'> & {
  sort: CustomerSort
  place: number
  direction: OrderTerm['direction'] | undefined
  isNumber: boolean
  children: string
}

function SortButton({ sort, order, onOrder, place, direction, isNumber, children }: SortButtonProps) {
  const t = useTexts()
  const formats = useFormats()
  const Icon = direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ChevronsUpDown
  const isOneOfSeveral = direction !== undefined && order.length > 1
  return (
    <button
      type="button"
      title={t('managed-customers.sort.hint')}
      onClick={(event: MouseEvent) => onOrder(orderAfter(order, sort, event.shiftKey))}
      className={classNames(
        'group/sort -mx-1 inline-flex min-h-6 max-w-full items-center gap-1 rounded-sm px-1 text-left select-none hover:text-ink',
        isNumber && 'flex-row-reverse',
        direction && 'text-ink',
      )}
    >
      {children}
      <Icon
        aria-hidden="true"
        className={classNames(
          'size-3.5 shrink-0',
          !direction && 'opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100',
        )}
      />
      {isOneOfSeveral && (
        <>
          <span aria-hidden="true" className="tabular-nums">
            {formats.number(place + 1)}
          </span>
          <span className="sr-only">{t(`managed-customers.sort.${direction}`, { place: place + 1 })}</span>
        </>
      )}
    </button>
  )
}
