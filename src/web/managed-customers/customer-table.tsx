// The table of customers. Beyond 200 rows those far from the window are not in the page: their place is kept by a row of the same height.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/control-has-associated-label -- see below */
// biome-ignore-all lint/a11y/noRedundantRoles: where rows become cards, display: block takes a table's own roles away
import { useEffect, useRef, useState } from 'react'
import type { CustomerRow } from '../../server/managed-customers/contract.ts'
import { useTexts } from '../texts.tsx'
import { SelectAll, Table, type TableProps } from '../ui/table.tsx'
import { HeaderCell } from '../ui/table-parts.tsx'
import { TableRow } from '../ui/table-row.tsx'

const allShownUpTo = 200
const rowsTogether = 50

export function CustomerTable(props: TableProps<CustomerRow>) {
  return props.rows.length <= allShownUpTo ? <Table {...props} /> : <LongTable {...props} />
}

function LongTable(props: TableProps<CustomerRow>) {
  const { caption, columns, rows, sort, onSort, keyOf, selection } = props
  const t = useTexts()
  const parts = Array.from({ length: Math.ceil(rows.length / rowsTogether) }, (_, part) =>
    rows.slice(part * rowsTogether, (part + 1) * rowsTogether),
  )
  return (
    <div className="@container rounded-lg border border-line bg-surface">
      <table role="table" aria-rowcount={rows.length + 1} className="block w-full border-separate border-spacing-0 text-sm @2xl:table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="sr-only @2xl:not-sr-only @2xl:table-header-group">
          <tr role="row" className="@2xl:table-row">
            {selection && (
              <HeaderCell narrow>
                <SelectAll rows={rows} keyOf={keyOf} selection={selection} />
              </HeaderCell>
            )}
            {columns.map(({ id, main, align, wideOnly, sortable, header }) => (
              <HeaderCell
                key={id}
                {...{ id, main, align, wideOnly }}
                sort={sortable ? sort : undefined}
                onSort={sortable ? onSort : undefined}
              >
                {header}
              </HeaderCell>
            ))}
            <HeaderCell narrow>
              <span className="sr-only">{t('ui.actions')}</span>
            </HeaderCell>
          </tr>
        </thead>
        {parts.map((part) => (
          <RowsTogether key={part[0]?.id} {...props} rows={part} />
        ))}
      </table>
    </div>
  )
}

/** In the page while near the window; measured before it goes, so that nothing moves. */
function RowsTogether(props: TableProps<CustomerRow>) {
  const { rows, keyOf, columns, selection } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const [height, setHeight] = useState<number | null>(null)
  useEffect(() => {
    const { current } = body
    if (!current) return
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        const holdsFocus = current.contains(document.activeElement)
        setHeight(entry.isIntersecting || holdsFocus ? null : entry.boundingClientRect.height)
      },
      { rootMargin: '1200px 0px' },
    )
    watch.observe(current)
    return () => watch.disconnect()
  }, [])
  return (
    <tbody ref={body} role="rowgroup" className="block border-line not-first-of-type:border-t @2xl:table-row-group">
      {height === null ? (
        rows.map((row) => <TableRow key={keyOf(row)} row={row} {...props} />)
      ) : (
        <tr className="block @2xl:table-row">
          <td colSpan={columns.length + (selection ? 2 : 1)} className="block p-0 @2xl:table-cell" style={{ height }} />
        </tr>
      )}
    </tbody>
  )
}
