// What the customers said to what a list asked of them: as bars, and as numbers beside them for whoever reads.
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Status } from '../ui/status.tsx'
import { lookOfResult } from './list-words.ts'

const order = ['granted', 'different', 'declined', 'opened', 'open', 'lapsed', 'withdrawn']

export function ListAnswers({ answers }: { answers: Readonly<Record<string, number>> }) {
  const t = useTexts()
  const formats = useFormats()
  const shown = order.flatMap((answer) => (answers[answer] === undefined ? [] : [{ answer, count: answers[answer] }]))
  const all = shown.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  return (
    <SectionCard title={t('lists.answers')}>
      <table className="w-full max-w-2xl text-sm">
        <caption className="sr-only">{t('lists.answers')}</caption>
        <tbody>
          {shown.map(({ answer, count }) => (
            <tr key={answer}>
              <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
                <Status {...lookOfResult(answer)}>{t(`lists.answer.${answer}`)}</Status>
              </th>
              <td className="w-full py-1.5" aria-label={formats.percent(count / all)}>
                <span
                  aria-hidden="true"
                  className="block h-2 rounded-full bg-accent"
                  style={{ width: `${Math.max(1, (100 * count) / all)}%` }}
                />
              </td>
              <td className="py-1.5 pl-4 text-right whitespace-nowrap tabular-nums">
                {formats.number(count)} <span className="text-muted">({formats.percent(count / all)})</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SectionCard>
  )
}
