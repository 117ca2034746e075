// Who is in the account on behalf of a partner at this moment, and who was before: with everything they looked at and did.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { DoorOpen } from 'lucide-react'
import { ForLeaders } from '../partners/for-leaders.tsx'
import { useParam } from '../place.ts'
import { Problem, problemText } from '../problem.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { FilterMenu } from '../ui/filter-menu.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { VisitLimitsCard } from './visit-limits-card.tsx'
import { VisitRow } from './visit-row.tsx'
import { readFilter, type VisitFilter, type VisitsPage, visitsQuery } from './visits-data.ts'

export function VisitsScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const filter = readFilter(useSearch({ strict: false }))
  const visits = useInfiniteQuery(visitsQuery(organisation, filter))
  usePageTitle(t('visits.title'))
  const isForLeaders = visits.error instanceof Problem && visits.error.code === 'not_entitled'
  const [first] = visits.data?.pages ?? []
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader
        crumbs={[{ label: t('partners.title'), link: { to: '/o/$organisation/partners', params: { organisation } } }]}
        title={t('visits.title')}
        description={!isForLeaders && t('visits.description')}
        help={<HelpLink />}
      />
      {isForLeaders && <ForLeaders organisation={organisation} />}
      {visits.isPending && <SkeletonLines label={t('ui.loading')} lines={6} />}
      {visits.isError && !isForLeaders && (
        <ErrorState title={t('shell.error.title')} onRetry={() => void visits.refetch()}>
          {problemText(t, visits.error)}
        </ErrorState>
      )}
      {first && (
        <>
          <Filters filter={filter} first={first} />
          <Now organisation={organisation} first={first} />
          <Past organisation={organisation} first={first} visits={visits.data?.pages.flatMap(({ past }) => past) ?? []} />
          {visits.hasNextPage && (
            <div>
              <Button onClick={() => void visits.fetchNextPage()} busy={visits.isFetchingNextPage}>
                {t('visits.more')}
              </Button>
            </div>
          )}
          <VisitLimitsCard organisation={organisation} />
        </>
      )}
    </div>
  )
}

type PartProps = { organisation: string; first: VisitsPage }

function Now({ organisation, first }: PartProps) {
  const t = useTexts()
  return (
    <SectionCard title={t('partners.visits.now')} flush={first.now.length > 0}>
      {first.now.length === 0 ? (
        <p className="text-muted">{t('visits.now.nobody')}</p>
      ) : (
        <ul>
          {first.now.map((visit) => (
            <VisitRow key={visit.id} organisation={organisation} visit={visit} mayEnd={first.mayEnd} />
          ))}
        </ul>
      )}
    </SectionCard>
  )
}

function Past({ organisation, first, visits }: PartProps & { visits: VisitsPage['past'] }) {
  const t = useTexts()
  if (visits.length === 0 && first.people.length === 0) {
    return (
      <EmptyState icon={<DoorOpen />} title={t('visits.empty')}>
        {t('visits.empty.what')}
      </EmptyState>
    )
  }
  return (
    <SectionCard title={t('visits.past')} flush={visits.length > 0}>
      {visits.length === 0 ? (
        <p className="text-muted">{t('visits.past.none')}</p>
      ) : (
        <ul>
          {visits.map((visit) => (
            <VisitRow key={visit.id} organisation={organisation} visit={visit} mayEnd={false} />
          ))}
        </ul>
      )}
    </SectionCard>
  )
}

function Filters({ filter, first }: { filter: VisitFilter; first: VisitsPage }) {
  const t = useTexts()
  const navigate = useNavigate()
  if (first.people.length < 2) return null
  const choose = (name: 'partner' | 'person') => (values: string[]) => {
    const wanted = { ...filter, [name]: values.at(-1) }
    void navigate({ to: '.', search: (wanted.partner || wanted.person ? wanted : {}) as never, replace: true })
  }
  const options = (all: VisitsPage['people']) => all.map(({ id, name }) => ({ value: id, label: name }))
  const values = (id: string | undefined) => (id === undefined ? [] : [id])
  return (
    <div className="flex flex-wrap gap-2">
      <FilterMenu
        label={t('common.payer.partner')}
        options={options(first.partners)}
        values={values(filter.partner)}
        onChange={choose('partner')}
      />
      <FilterMenu label={t('visits.person')} options={options(first.people)} values={values(filter.person)} onChange={choose('person')} />
    </div>
  )
}
