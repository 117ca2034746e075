// The first page in a customer's Manager: what one may do here, and the ways to it.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { getActingShell } from '../../server/visits/contract.ts'
import { api } from '../api.ts'
import { useParam } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { HelpLink } from './help-link.tsx'
import { actingNavigation } from './navigation.ts'
import { usePageTitle } from './page-title.tsx'
import { RightsList } from './rights-list.tsx'

export function ActingHome() {
  const t = useTexts()
  const partnership = useParam('partnership')
  const { data } = useSuspenseQuery(api.query(getActingShell, '/api/c/{partnership}/shell', { params: { partnership } }))
  const { routesByPath } = useRouter()
  const places = actingNavigation.filter(({ to, exact, shown }) => !exact && to in routesByPath && (shown?.(data) ?? true))
  usePageTitle(t('shell.nav.overview'))
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader
        picture={<Avatar name={data.customer.name} shape="square" />}
        title={data.customer.name}
        description={`${t('common.customer_number')} ${data.customer.number}`}
        help={<HelpLink />}
      />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <SectionCard title={t('shell.home.title')} footer={<span className="text-xs">{t('shell.acting.recorded')}</span>}>
          <RightsList rights={data.rights} needSecondFactor={data.needSecondFactor} />
        </SectionCard>
        {places.length > 0 && (
          <SectionCard title={t('shell.home.go_to')} flush>
            <ul>
              {places.map(({ to, text, icon: Icon }) => (
                <li key={to} className="border-t border-line first:border-t-0">
                  <Link
                    to={to}
                    params={{ partnership }}
                    className="flex min-h-11 items-center gap-3 px-4 hover:bg-hover focus-visible:-outline-offset-2 sm:px-6"
                  >
                    <Icon aria-hidden="true" className="size-4 text-muted" />
                    <span className="grow">{t(`shell.nav.${text}`)}</span>
                    <ArrowRight aria-hidden="true" className="size-4 text-faint" />
                  </Link>
                </li>
              ))}
            </ul>
          </SectionCard>
        )}
      </div>
    </div>
  )
}
