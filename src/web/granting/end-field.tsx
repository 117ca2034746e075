// How long: until further notice, a length from the approval on, or a last day.
import { memo } from 'react'
import { longestDays, type Terms } from '../../domain/partnership/terms.ts'
import { localDate } from '../../domain/time.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { NativeSelect } from '../ui/native-select.tsx'

const lengths = [30, 90, 180, 365]
type End = Terms['end']

export type EndFieldProps = { end: End; startsOn: Terms['startsOn']; onChange: (end: End) => void }

export const EndField = memo(function EndField({ end, startsOn, onChange }: EndFieldProps) {
  const t = useTexts()
  const formats = useFormats()
  const offered =
    end.kind === 'after' && !lengths.includes(end.days) ? [...lengths, end.days].toSorted((one, other) => one - other) : lengths
  const options = [
    { value: 'none', label: t('consent.end.none') },
    ...offered.map((days) => ({ value: `after ${days}`, label: t('consent.end.after', { days }) })),
    { value: 'on', label: t('consent.end.on') },
  ]
  return (
    <div className="flex flex-col gap-3">
      {startsOn !== null && <p className="text-sm">{t('consent.starts_on', { date: formats.date(startsOn) })}</p>}
      <div className="grid gap-3 sm:grid-cols-2">
        <NativeSelect
          label={t('consent.end')}
          options={options}
          value={end.kind === 'after' ? `after ${end.days}` : end.kind}
          onChange={(value) => onChange(endOf(value))}
        />
        {end.kind === 'on' && (
          <DateInput
            label={t('consent.end.date')}
            value={end.date}
            min={dayFromNow(1)}
            max={dayFromNow(longestDays)}
            onChange={(date) => onChange({ kind: 'on', date: localDate(date) })}
          />
        )}
      </div>
      <p className="max-w-prose text-sm text-muted">{t('consent.end.review')}</p>
    </div>
  )
})

function endOf(value: string): End {
  if (value === 'none') return { kind: 'none' }
  if (value === 'on') return { kind: 'on', date: localDate(dayFromNow(365)) }
  return { kind: 'after', days: Number(value.split(' ')[1]) }
}

function dayFromNow(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(day)
}
