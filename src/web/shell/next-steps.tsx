// What waits for this person, each with the one thing to do about it.
import { CircleCheck, FileText, Handshake, Send, Store } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import type { Overview } from './dashboard.tsx'

export function NextSteps({ overview, organisation }: { overview: Overview; organisation: string }) {
  const t = useTexts()
  const formats = useFormats()
  const { openRequests, toCheck, toRelease, invoicesDue } = overview
  const nothing = openRequests + toCheck + toRelease === 0 && (invoicesDue?.count ?? 0) === 0
  return (
    <section aria-labelledby="next" className="flex flex-col gap-3">
      <h2 id="next" className="text-base font-semibold">
        {t('shell.overview.next')}
      </h2>
      {nothing && (
        <p className="flex items-center gap-2 text-muted">
          <CircleCheck aria-hidden="true" className="size-4 text-success" />
          {t('shell.overview.nothing_next')}
        </p>
      )}
      {!nothing && (
        <ul className="rounded-lg border border-line bg-surface">
          {openRequests > 0 && (
            <Step icon={<Handshake />} to="/o/$organisation/partners" organisation={organisation} action={t('shell.overview.answer')}>
              {t('shell.overview.requests', { count: openRequests })}
            </Step>
          )}
          {toCheck > 0 && (
            <Step
              icon={<Store />}
              to="/o/$organisation/customers"
              search={{ toCheck: 'true' }}
              organisation={organisation}
              action={t('shell.overview.check')}
            >
              {t('shell.overview.to_check', { count: toCheck })}
            </Step>
          )}
          {toRelease > 0 && (
            <Step icon={<Send />} to="/o/$organisation/customers" organisation={organisation} action={t('shell.overview.release')}>
              {t('shell.overview.to_release', { count: toRelease })}
            </Step>
          )}
          {invoicesDue && invoicesDue.count > 0 && (
            <Step icon={<FileText />} to="/o/$organisation/billing" organisation={organisation} action={t('shell.overview.pay')}>
              {t('shell.overview.invoices', { count: invoicesDue.count, total: formats.money(invoicesDue.total) })}
            </Step>
          )}
        </ul>
      )}
    </section>
  )
}

function Step({
  icon,
  children,
  to,
  organisation,
  search = {},
  action,
}: {
  icon: ReactNode
  children: ReactNode
  to: string
  organisation: string
  search?: Record<string, string>
  action: string
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-4 py-3 first:border-t-0 sm:px-6">
      <span aria-hidden="true" className="text-muted [&_svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0 grow basis-48">{children}</span>
      <ButtonLink size="small" to={to} params={{ organisation }} search={search as never}>
        {action}
      </ButtonLink>
    </li>
  )
}
