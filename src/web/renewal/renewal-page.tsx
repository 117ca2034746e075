// The frame of both pages: for legal representatives of the customer, of a partnership that is in force.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParam } from '../place.ts'
import { Problem, problemText } from '../problem.ts'
import { RecentReceipts } from '../receipts/receipts.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonPage } from '../ui/skeleton.tsx'
import { type Of, type RenewalShown, renewalQuery } from './renewal-data.ts'

type PageProps = {
  readonly title: (partner: string) => string
  readonly children: (of: Of, data: RenewalShown) => ReactNode
}

export function RenewalPage({ title, children }: PageProps) {
  const t = useTexts()
  const of = { organisation: useParam('organisation'), partnership: useParam('partnership') }
  const shown = useQuery(renewalQuery(of))
  usePageTitle(title(shown.data?.partner ?? ''))
  if (shown.isPending) return <SkeletonPage label={t('ui.loading')} />
  if (shown.isError) {
    const code = shown.error instanceof Problem ? shown.error.code : ''
    if (code === 'not_found') return <NotFoundPage />
    return (
      <ErrorState title={t('shell.error.title')} onRetry={() => void shown.refetch()}>
        {problemText(t, shown.error)}
      </ErrorState>
    )
  }
  const { partner, state } = shown.data
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        crumbs={[
          { label: t('partners.title'), link: { to: '/o/$organisation/partners', params: { organisation: of.organisation } } },
          { label: partner, link: { to: '/o/$organisation/partners/$partnership', params: of } },
        ]}
        title={title(partner)}
      />
      {state === 'ended' || state === 'not_active' ? (
        <Banner title={t('renewal.ended', { partner })}>{t('renewal.ended.what')}</Banner>
      ) : (
        children(of, shown.data)
      )}
      <RecentReceipts organisation={of.organisation} partnership={of.partnership} />
    </div>
  )
}
