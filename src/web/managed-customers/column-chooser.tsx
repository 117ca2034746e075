// The columns that are shown, in their order, and those that could be. Nothing has to be dragged.
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ListColumn, listColumns } from '../../server/managed-customers/look-contract.ts'
import { useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { IconButton } from '../ui/icon-button.tsx'

export type ColumnChooserProps = { columns: readonly ListColumn[]; onChange: (columns: readonly ListColumn[]) => void }

export function ColumnChooser({ columns, onChange }: ColumnChooserProps) {
  const t = useTexts()
  const name = (column: ListColumn) => t(`managed-customers.column.${column}`)
  const move = (column: ListColumn, by: number) => {
    const at = columns.indexOf(column)
    const others = columns.filter((one) => one !== column)
    onChange([...others.slice(0, at + by), column, ...others.slice(at + by)])
  }
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1.5 text-sm font-medium">{t('managed-customers.look.columns')}</legend>
      <ul className="flex flex-col">
        {columns.map((column, at) => (
          <li key={column} className="flex items-center justify-between gap-2">
            <Checkbox label={name(column)} checked onChange={() => onChange(columns.filter((one) => one !== column))} />
            <span className="flex shrink-0">
              <IconButton
                size="small"
                label={t('managed-customers.look.earlier', { column: name(column) })}
                icon={<ArrowUp aria-hidden="true" />}
                disabled={at === 0}
                onClick={() => move(column, -1)}
              />
              <IconButton
                size="small"
                label={t('managed-customers.look.later', { column: name(column) })}
                icon={<ArrowDown aria-hidden="true" />}
                disabled={at === columns.length - 1}
                onClick={() => move(column, 1)}
              />
            </span>
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-1 border-t border-line pt-2">
        {listColumns
          .filter((column) => !columns.includes(column))
          .map((column) => (
            <li key={column}>
              <Checkbox label={name(column)} checked={false} onChange={() => onChange([...columns, column])} />
            </li>
          ))}
      </ul>
    </fieldset>
  )
}
