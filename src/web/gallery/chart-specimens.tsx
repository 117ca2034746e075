// The charts: bars, columns that are a table too, and lines of presence; with something, with little, with a long word.
import { ChartBars } from '../ui/chart-bars.tsx'
import { ChartColumns } from '../ui/chart-columns.tsx'
import type { ChartItem } from '../ui/chart-item.ts'
import { ChartPresence, type PresenceRow } from '../ui/chart-presence.tsx'
import { Chapter, Specimen } from './specimen.tsx'

export function ChartSpecimens() {
  return (
    <Chapter title="Charts">
      <Specimen name="Bars">
        <ChartBars caption="By state" items={items} />
      </Specimen>
      <Specimen name="Columns">
        <ChartColumns caption="By week" items={items} textOf={({ key, value }) => `${key}: ${value}`} />
      </Specimen>
      <Specimen name="Presence" wide>
        <ChartPresence rows={rows} from="1 Nov" until="14 Nov" table={{ who: 'Who', day: 'Day', length: 'How long' }} />
      </Specimen>
    </Chapter>
  )
}

const item = (key: string, value: number): ChartItem => ({ key, label: key, short: key.slice(0, 3), value, link: { to: '/gallery' } })
const items = [item('Active', 812), item('Requested', 40), item('Ended', 0), item('Wasserversorgungsgenossenschaft', 3)]

const daysOf = (...minutes: readonly number[]) =>
  minutes.map((length, at) => ({ key: String(at), minutes: length, said: `day ${at + 1}`, day: `${at + 1} Nov`, length: `${length} min` }))
const rows: readonly PresenceRow[] = [
  { id: 'a', label: 'Alpweb AG', said: 'Alpweb AG: 3 days', days: daysOf(0, 45, 0, 0, 120, 0, 0, 15, 0, 0, 0, 0, 0, 0) },
  { id: 'b', label: 'Wasserversorgungsgenossenschaft', said: 'never', days: daysOf(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) },
]
