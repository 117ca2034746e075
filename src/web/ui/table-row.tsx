// One row of a table; where there is no room, the card it becomes.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see below */
// biome-ignore-all lint/a11y/noRedundantRoles: where rows become cards, display: block takes a table's own roles away
import { useTexts } from '../texts.tsx'
import { Checkbox } from './checkbox.tsx'
import { classNames } from './class-names.ts'
import type { TableProps } from './table.tsx'
import { bodyCellClass, cellShown } from './table-parts.tsx'

export function TableRow<Row>({
  row,
  columns,
  keyOf,
  nameOf,
  selection,
  actions,
  density = 'comfortable',
}: TableProps<Row> & { row: Row }) {
  const t = useTexts()
  const key = keyOf(row)
  const selected = selection?.keys.has(key) ?? false
  const dense = density === 'compact' ? '@2xl/table:py-1.5' : '@2xl/table:py-2.5'
  return (
    <tr
      role="row"
      aria-selected={selection ? selected : undefined}
      className={classNames(rowClass, selected && 'bg-accent-soft hover:bg-accent-soft')}
    >
      {selection && (
        <td
          role="cell"
          className={classNames(
            bodyCellClass,
            cellShown.always,
            dense,
            'absolute top-2.5 left-3 @2xl/table:static @2xl/table:w-px @2xl/table:pr-0',
          )}
        >
          <Checkbox
            label={t('ui.select', { what: nameOf(row) })}
            labelHidden
            checked={selected}
            onChange={(on) => selection?.onChange(withKey(selection.keys, key, on))}
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          role={column.main ? 'rowheader' : 'cell'}
          className={classNames(
            bodyCellClass,
            dense,
            column.main
              ? classNames(
                  'order-first font-medium',
                  selection ? 'ml-8 @2xl/table:ml-0' : undefined,
                  actions ? 'mr-16 @2xl/table:mr-0' : undefined,
                )
              : 'flex gap-2 hyphens-auto @2xl/table:hyphens-manual',
            column.align === 'end' && '@2xl/table:text-right @2xl/table:whitespace-nowrap @2xl/table:tabular-nums',
            column.wideOnly ? cellShown.wide : cellShown.always,
          )}
        >
          {!column.main && (
            <span aria-hidden="true" className="w-22 shrink-0 text-xs leading-5 text-muted @md:w-28 @2xl/table:hidden">
              {column.header}
            </span>
          )}
          <span className={column.main ? undefined : 'min-w-0 @2xl/table:contents'}>{column.cell(row)}</span>
        </td>
      ))}
      {actions && (
        <td
          role="cell"
          className={classNames(
            bodyCellClass,
            cellShown.always,
            'absolute top-2 right-2 @2xl/table:static @2xl/table:w-px @2xl/table:py-0 @2xl/table:pr-2 @2xl/table:pl-0',
          )}
        >
          <span className="flex items-center justify-end gap-0.5">{actions(row)}</span>
        </td>
      )}
    </tr>
  )
}

export function withKey(keys: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  return new Set(on ? [...keys, key] : [...keys].filter((one) => one !== key))
}

const rowClass =
  'relative flex flex-col gap-1 border-t border-line px-(--table-inset,0.75rem) py-3 first:border-t-0 hover:bg-sunken @2xl/table:table-row @2xl/table:p-0'
