// Amounts over time as columns side by side, on phones in two rows so that a finger meets one of them, and, on a press, as the table they are.
// Each leads to what it counts.
import { Link } from '@tanstack/react-router'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { ChartBars } from './chart-bars.tsx'
import { type ChartItem, shareOf } from './chart-item.ts'
import { Disclosure } from './disclosure.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export type ChartColumnsProps = {
  caption: string
  items: readonly ChartItem[]
  /** What a column says to whoever does not see it. */
  textOf: (item: ChartItem) => string
}

export function ChartColumns({ caption, items, textOf }: ChartColumnsProps) {
  const t = useTexts()
  return (
    <div className="flex flex-col gap-3">
      <Columns {...{ caption, items, textOf }} />
      <Disclosure summary={t('ui.chart.as_table')}>
        <ChartBars caption={caption} items={items} />
      </Disclosure>
    </div>
  )
}

function Columns({ caption, items, textOf }: ChartColumnsProps) {
  const formats = useFormats()
  return (
    <ul aria-label={caption} className="grid grid-cols-6 gap-x-1 gap-y-4 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
      {items.map((item) => (
        <li key={item.key} className="min-w-0">
          <Link {...item.link} title={textOf(item)} className="group/bar flex flex-col gap-1 rounded-sm text-center">
            <VisuallyHidden>{textOf(item)}</VisuallyHidden>
            <span aria-hidden="true" className="text-xs tabular-nums">
              {item.value === 0 ? '\u00a0' : formats.number(item.value, { notation: 'compact' })}
            </span>
            <svg aria-hidden="true" viewBox="0 0 10 100" preserveAspectRatio="none" className="block h-24 w-full border-b border-edge">
              <rect
                y={100 - shareOf(item.value, items) * 100}
                width="10"
                height="100"
                className="fill-accent group-hover/bar:fill-accent-hover forced-colors:fill-[Highlight]"
              />
            </svg>
            <span aria-hidden="true" className="truncate text-xs text-muted tabular-nums">
              {item.short}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
