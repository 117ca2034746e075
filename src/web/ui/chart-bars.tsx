// Amounts as bars that lie one below the other: a table, whose middle column can be seen at a glance. Each leads to what it counts.
import { Link } from '@tanstack/react-router'
import { useFormats } from '../formats.ts'
import { type ChartItem, shareOf } from './chart-item.ts'

export function ChartBars({ caption, items }: { caption: string; items: readonly ChartItem[] }) {
  const formats = useFormats()
  return (
    <table className="w-full border-separate border-spacing-0 text-sm">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {items.map((item) => (
          <tr key={item.key} className="group/bar">
            <th scope="row" className="w-[38%] max-sm:w-[58%] py-0.5 pr-3 text-left font-normal">
              <Link {...item.link} className="block min-h-6 rounded-sm py-0.5 wrap-anywhere hover:underline hover:underline-offset-3">
                {item.label}
              </Link>
            </th>
            <td aria-hidden="true" className="py-0.5">
              <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none" className="block h-2.5 w-full">
                <rect
                  width={shareOf(item.value, items) * 100}
                  height="10"
                  className="fill-accent group-hover/bar:fill-accent-hover forced-colors:fill-[Highlight]"
                />
              </svg>
            </td>
            <td className="w-px py-0.5 pl-3 text-right tabular-nums">{formats.number(item.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
