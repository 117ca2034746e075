// What each column of the list holds: guessed, with a look at its first cells, and corrected where the guess was wrong.
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import type { Taken } from './add-list-screen.tsx'
import { columnChoices, type Mapping, withColumn } from './mapped-rows.ts'

export type ColumnMappingProps = { taken: Taken; onChange: (columns: Mapping) => void; onReplace: () => void }

const unused = 'unused'

export function ColumnMapping({ taken: { sheet, columns }, onChange, onReplace }: ColumnMappingProps) {
  const t = useTexts()
  const shown = [
    { value: unused, label: t('lists.add.unused') } as const,
    ...columnChoices.map((value) => ({ value, label: columnLabel(t, value) })),
  ]
  return (
    <section className="flex flex-col gap-4" aria-labelledby="list-columns">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h3 id="list-columns" className="font-semibold">
          {t('lists.add.found', { count: sheet.rows.length })}
        </h3>
        <Button size="small" onClick={onReplace}>
          {t('lists.add.replace')}
        </Button>
      </header>
      <p className="max-w-prose text-sm text-muted">{t('lists.add.columns.what')}</p>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {columns.map((column, at) => {
          const header = sheet.header?.[at]?.trim() || t('lists.add.column', { number: at + 1 })
          const cells = sheet.rows.slice(0, 3).map((row) => row[at]?.trim() ?? '')
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name than its place
            <li key={at} className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
              <div className="min-w-0">
                <p className="font-medium wrap-anywhere">{header}</p>
                <p className="truncate text-sm text-muted">{cells.filter((cell) => cell !== '').join(' · ')}</p>
              </div>
              <Select
                label={t('lists.add.column_is', { column: header })}
                labelHidden
                options={shown}
                value={column ?? unused}
                onChange={(chosen) => onChange(withColumn(columns, at, chosen === unused ? null : chosen))}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** As the file's own headers say. */
export function columnLabel(t: ReturnType<typeof useTexts>, column: (typeof columnChoices)[number]): string {
  return column === 'email' || column === 'organisation_name' || column === 'families'
    ? t(`lists.column.${column}`)
    : t(`exports.column.${column}`)
}
