// Who was there when: a line of days for each, darker the longer; the same to read as a table.
import { useTexts } from '../texts.tsx'
import { Disclosure } from './disclosure.tsx'

export type PresenceDay = Readonly<{ key: string; minutes: number; said: string; day: string; length: string }>
export type PresenceRow = Readonly<{
  id: string
  label: string /** Spoken instead of the picture. */
  said: string
  days: readonly PresenceDay[]
}>
export type PresenceProps = {
  rows: readonly PresenceRow[]
  /** The first and the last day, below the lines. */
  from: string
  until: string
  table: Readonly<{ who: string; day: string; length: string }>
}

export function ChartPresence({ rows, from, until, table }: PresenceProps) {
  const t = useTexts()
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-3">
        {rows.map((row) => (
          <li key={row.id} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
            <span className="min-w-0 text-sm wrap-anywhere">{row.label}</span>
            <Line row={row} />
          </li>
        ))}
        <li aria-hidden="true" className="grid gap-x-4 text-xs text-muted sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
          <span className="flex justify-between tabular-nums sm:col-start-2">
            <span>{from}</span>
            <span>{until}</span>
          </span>
        </li>
      </ul>
      <Disclosure summary={t('ui.chart.as_table')}>
        <Rows rows={rows} table={table} />
      </Disclosure>
    </div>
  )
}

function Line({ row }: { row: PresenceRow }) {
  const { days } = row
  return (
    <svg
      role="img"
      aria-label={row.said}
      viewBox={`0 0 ${days.length * step} ${size}`}
      preserveAspectRatio="none"
      className="h-5 w-full forced-colors:text-[CanvasText]"
    >
      {days.map((day, at) => (
        <rect key={day.key} x={at * step} width={size} height={size} rx={1.5} className={lookOf(day.minutes)}>
          <title>{day.said}</title>
        </rect>
      ))}
    </svg>
  )
}

function Rows({ rows, table }: Pick<PresenceProps, 'rows' | 'table'>) {
  const there = rows.flatMap((row) => row.days.filter(({ minutes }) => minutes > 0).map((day) => ({ row, day })))
  return (
    <table className="w-full text-left text-sm">
      <thead className="text-xs text-muted">
        <tr>
          {[table.day, table.who, table.length].map((column) => (
            <th key={column} scope="col" className="border-b border-line py-1.5 pr-3 font-medium">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {there
          .toSorted((one, other) => other.day.key.localeCompare(one.day.key))
          .map(({ row, day }) => (
            <tr key={`${row.id} ${day.key}`}>
              <td className="border-b border-line py-1.5 pr-3 tabular-nums">{day.day}</td>
              <td className="border-b border-line py-1.5 pr-3 wrap-anywhere">{row.label}</td>
              <td className="border-b border-line py-1.5 tabular-nums">{day.length}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function lookOf(minutes: number): string {
  if (minutes === 0) return 'fill-hover [vector-effect:non-scaling-stroke] forced-colors:fill-none forced-colors:stroke-current'
  if (minutes < 15) return 'fill-accent opacity-40 forced-colors:fill-current'
  return minutes < 60 ? 'fill-accent opacity-70 forced-colors:fill-current' : 'fill-accent forced-colors:fill-current'
}

const step = 10
const size = 8
