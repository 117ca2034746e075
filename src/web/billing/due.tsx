// What is due, before anything else: the sum for each currency, and what of it is overdue.
import { CircleCheck } from 'lucide-react'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Badge } from '../ui/status.tsx'
import type { Billing } from './billing-screen.tsx'

export function Due({ billing: { due } }: { billing: Billing }) {
  const t = useTexts()
  const formats = useFormats()
  const acting = usePlace().kind === 'acting'
  if (due.length === 0) {
    return (
      <p className="flex items-center gap-2 rounded-lg border border-line bg-surface px-4 py-4 text-muted sm:px-6">
        <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-success" />
        {t('billing.due.none')}
      </p>
    )
  }
  return (
    <section aria-labelledby="due" className="rounded-lg border border-line bg-surface px-4 py-4 sm:px-6">
      <h2 id="due" className="text-sm text-muted">
        {t(acting ? 'billing.due.acting' : 'billing.due')}
      </h2>
      <ul className="mt-1 flex flex-wrap gap-x-10 gap-y-3">
        {due.map(({ total, count, overdue }) => (
          <li key={total.currency}>
            <p className="text-xl font-semibold tracking-tight tabular-nums">{formats.money(total)}</p>
            <p className="flex flex-wrap items-center gap-2 text-muted">
              {t('billing.due.count', { count })}
              {overdue > 0 && <Badge tone="danger">{t('billing.due.overdue', { count: overdue })}</Badge>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
