// A list of things in rows and columns: sortable, selectable, with actions at the end of each row. Where there is no room, each row becomes a card.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see below */
// biome-ignore-all lint/a11y/noRedundantRoles: where rows become cards, display: block takes a table's own roles away
import type { ReactNode } from 'react'
import { useTexts } from '../texts.tsx'
import { Checkbox } from './checkbox.tsx'
import { classNames } from './class-names.ts'
import { HeaderCell, type Sort } from './table-parts.tsx'
import { staysInside, tableFrameClass } from './table-room.ts'
import { TableRow, withKey } from './table-row.tsx'

export type Column<Row> = Readonly<{
  id: string
  header: string
  cell: (row: Row) => ReactNode
  sortable?: boolean | undefined
  align?: 'start' | 'end' | undefined
  /** The column that names the row; the title of its card. Exactly one. */
  main?: boolean | undefined
  /** Its part of the width, as a class, where several tables stand one below the other and their columns must line up. */
  width?: string | undefined
  /** Leave this column out of cards and narrow tables. */
  wideOnly?: boolean | undefined
}>

export type Selection = Readonly<{ keys: ReadonlySet<string>; onChange: (keys: ReadonlySet<string>) => void }>

export type TableProps<Row> = {
  /** What the list is, for screen readers. */
  caption: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
  /** How a row is called: "Select Alpweb AG". */
  nameOf: (row: Row) => string
  sort?: Sort | undefined
  onSort?: ((sort: Sort) => void) | undefined
  selection?: Selection | undefined
  /** Icons and menus at the end of the row. */
  actions?: ((row: Row) => ReactNode) | undefined
  density?: 'comfortable' | 'compact' | undefined
  /** Without a frame of its own, inside a card. */
  bare?: boolean | undefined
}

export function Table<Row>(props: TableProps<Row>) {
  const { caption, rows, columns, keyOf, sort, onSort, selection, actions, bare = false } = props
  const t = useTexts()
  return (
    <div ref={staysInside} className={classNames(tableFrameClass, !bare && 'rounded-lg border border-line bg-surface')}>
      <table role="table" className="block w-full border-separate border-spacing-0 text-sm @2xl/table:table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="sr-only @2xl/table:not-sr-only @2xl/table:table-header-group">
          <tr role="row" className="@2xl/table:table-row">
            {selection && (
              <HeaderCell narrow bare={bare}>
                <SelectAll rows={rows} keyOf={keyOf} selection={selection} />
              </HeaderCell>
            )}
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                id={column.id}
                main={column.main}
                width={column.width ?? (column.main && columns.length <= 3 ? 'w-[40%]' : undefined)}
                bare={bare}
                align={column.align}
                wideOnly={column.wideOnly}
                sort={column.sortable ? sort : undefined}
                onSort={column.sortable ? onSort : undefined}
              >
                {column.header}
              </HeaderCell>
            ))}
            {actions && (
              <HeaderCell narrow bare={bare}>
                <span className="sr-only">{t('ui.actions')}</span>
              </HeaderCell>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup" className="block @2xl/table:table-row-group">
          {rows.map((row) => (
            <TableRow key={keyOf(row)} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function SelectAll<Row>({ rows, keyOf, selection }: { rows: readonly Row[]; keyOf: (row: Row) => string; selection: Selection }) {
  const t = useTexts()
  const chosen = rows.filter((row) => selection.keys.has(keyOf(row))).length
  const all = rows.length > 0 && chosen === rows.length
  const change = (on: boolean) => selection.onChange(rows.reduce((keys, row) => withKey(keys, keyOf(row), on), selection.keys))
  return <Checkbox label={t('ui.select_all')} labelHidden checked={all} mixed={chosen > 0 && !all} onChange={change} />
}
