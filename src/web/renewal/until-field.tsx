// Until when it would go on: so many months after the present end, another day, or until further notice.
import type { EndTerm } from '../../domain/partnership/terms.ts'
import { localDate, monthsAfter } from '../../domain/time.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Select } from '../ui/select.tsx'

const months = [3, 6, 12, 24]

type UntilFieldProps = { readonly endsOn: string; readonly end: EndTerm; readonly onChange: (end: EndTerm) => void }

export function UntilField({ endsOn, end, onChange }: UntilFieldProps) {
  const t = useTexts()
  const formats = useFormats()
  const later = months.map((count) => ({ count, date: monthsAfter(localDate(endsOn), count) }))
  const chosen = end.kind === 'on' ? (later.find(({ date }) => date === end.date)?.count.toString() ?? 'on') : 'none'
  const options = [
    ...later.map(({ count }) => ({ value: String(count), label: t('renewal.months', { count }) })),
    { value: 'on', label: t('consent.end.on') },
    { value: 'none', label: t('consent.end.none') },
  ]
  const choose = (value: string) => {
    if (value === 'none') return onChange({ kind: 'none' })
    const date = later.find(({ count }) => String(count) === value)?.date
    onChange({ kind: 'on', date: date ?? monthsAfter(localDate(endsOn), 1) })
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-lg sm:text-xl">
        <span className="text-muted">{t('renewal.until', { date: formats.longDate(endsOn) })}</span>
        <span aria-hidden="true" className="text-faint">
          →
        </span>
        <strong className="font-semibold">
          {end.kind === 'on' ? t('renewal.until', { date: formats.longDate(end.date) }) : t('common.no_end')}
        </strong>
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select label={t('renewal.how_long')} options={options} value={chosen} onChange={choose} />
        {chosen === 'on' && end.kind === 'on' && (
          <DateInput
            label={t('consent.end.date')}
            value={end.date}
            min={endsOn}
            onChange={(date) => onChange({ kind: 'on', date: localDate(date) })}
          />
        )}
      </div>
    </div>
  )
}
