// The Manager's first page: what to do next, what one has, and who has access.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { mayDo } from '../../domain/who-may.ts'
import { getOverview } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { PartnerCharts } from '../managed-customers/partner-charts.tsx'
import { useParam } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Later } from '../ui/later.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { PresenceCard } from '../visits/presence-card.tsx'
import { DashboardPartners } from './dashboard-partners.tsx'
import { DashboardProducts } from './dashboard-products.tsx'
import { HelpLink } from './help-link.tsx'
import { useMe } from './me.ts'
import { NextSteps } from './next-steps.tsx'
import { usePageTitle } from './page-title.tsx'

export type Overview = z.output<typeof getOverview.answer>

export function Dashboard() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const { data } = useSuspenseQuery(api.query(getOverview, '/api/o/{organisation}/overview', { params: { organisation } }))
  const own = useMe().organisations.find(({ id }) => id === organisation)
  const role = own?.role
  usePageTitle(t('shell.overview.title'))
  return (
    <div className="flex max-w-5xl flex-col gap-8">
      <PageHeader title={t('shell.overview.title')} help={<HelpLink />} />
      {data.visitsNow.map(({ person, partner, partnershipId }, at) => (
        <Banner
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and a banner keeps nothing
          key={`${partnershipId} ${person} ${at}`}
          title={t('shell.overview.visit_now', { person, partner })}
          actions={
            <ButtonLink size="small" to="/o/$organisation/partners/$partnership" params={{ organisation, partnership: partnershipId }}>
              {t('shell.overview.see_visit')}
            </ButtonLink>
          }
        />
      ))}
      <NextSteps overview={data} organisation={organisation} />
      {own?.isPartner && <PartnerCharts organisation={organisation} />}
      <DashboardProducts products={data.products} organisation={organisation} />
      <DashboardPartners partners={data.partners} organisation={organisation} />
      {role !== undefined && mayDo('see_activity', { side: 'customer', role }) && (
        <Later>
          <PresenceCard organisation={organisation} />
        </Later>
      )}
    </div>
  )
}
