// The parts of a table, for lists that need their own rows (long, virtual ones); Table is made of them.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see below */
// biome-ignore-all lint/a11y/noRedundantRoles: where rows become cards, display: block takes a table's own roles away
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Sort = Readonly<{ by: string; direction: 'ascending' | 'descending' }>

export type HeaderCellProps = {
  id?: string | undefined
  children: ReactNode
  align?: 'start' | 'end' | undefined
  narrow?: boolean | undefined
  /** In a table without a frame of its own. */
  bare?: boolean | undefined
  main?: boolean | undefined
  width?: string | undefined
  wideOnly?: boolean | undefined
  /** The order in force; a column that can sort gets both. */
  sort?: Sort | undefined
  onSort?: ((sort: Sort) => void) | undefined
}

export function HeaderCell({
  id,
  children,
  align = 'start',
  narrow = false,
  bare = false,
  main = false,
  width,
  wideOnly = false,
  sort,
  onSort,
}: HeaderCellProps) {
  const active = sort !== undefined && sort.by === id ? sort.direction : undefined
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={onSort ? (active ?? 'none') : undefined}
      className={classNames(
        headClass,
        align === 'end' ? 'text-right' : 'text-left',
        narrow && 'w-px',
        !bare && 'first:rounded-tl-lg last:rounded-tr-lg',
        width ?? (main && 'w-[28%]'),
        wideOnly && cellShown.wide,
      )}
    >
      {onSort && id ? <SortButton {...{ id, active, onSort, align }}>{children}</SortButton> : children}
    </th>
  )
}

function SortButton({
  id,
  active,
  onSort,
  align,
  children,
}: {
  id: string
  active: Sort['direction'] | undefined
  onSort: (sort: Sort) => void
  align: 'start' | 'end'
  children: ReactNode
}) {
  const Icon = active === 'ascending' ? ArrowUp : active === 'descending' ? ArrowDown : ChevronsUpDown
  return (
    <button
      type="button"
      onClick={() => onSort({ by: id, direction: active === 'ascending' ? 'descending' : 'ascending' })}
      className={classNames(
        'group/sort -mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 hover:text-ink',
        align === 'end' && 'flex-row-reverse',
        active && 'text-ink',
      )}
    >
      {children}
      <Icon
        aria-hidden="true"
        className={classNames(
          'size-3.5 shrink-0',
          !active && 'opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100',
        )}
      />
    </button>
  )
}

/** Sticks below whatever stays at the top of the page (--sticky-top). */
const headClass =
  'sticky top-(--sticky-top,0px) z-10 border-b border-line bg-surface px-3 py-2 text-xs font-medium whitespace-nowrap text-muted first:pl-(--table-inset,1rem) last:pr-(--table-inset,1rem)'

export const bodyCellClass =
  'block min-w-0 align-middle @2xl/table:border-t @2xl/table:border-line @2xl/table:px-3 @2xl/table:first:pl-(--table-inset,1rem) @2xl/table:last:pr-(--table-inset,1rem) @2xl/table:in-[tr:first-child]:border-t-0'

/** How a cell appears once there is room for a table, or only once there is a lot of room. */
export const cellShown = { always: '@2xl/table:table-cell', wide: 'hidden @4xl/wide-table:table-cell' }
