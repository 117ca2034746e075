// All organisations, found by a part of the name, or the beginning of a number or domain.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { listOrganisations, type OrganisationRow } from '../../server/operator/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Breakable } from '../ui/breakable.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { Standing } from './standing.tsx'

export function OrganisationsScreen() {
  const t = useTexts()
  const navigate = useNavigate()
  const { search = '' } = useSearch({ strict: false }) as { search?: string }
  usePageTitle(t('operator.organisations'))
  return (
    <div className="flex max-w-6xl flex-col gap-6">
      <PageHeader help={<HelpLink />} title={t('operator.organisations')} description={t('operator.organisations.what')} />
      <div className="max-w-lg">
        <SearchInput
          label={t('operator.organisations.search')}
          value={search}
          onChange={(words) =>
            void navigate({ to: '/operator/organisations', search: words === '' ? {} : { search: words }, replace: true })
          }
        />
      </div>
      <Found key={search} search={search} />
    </div>
  )
}

function Found({ search }: { search: string }) {
  const t = useTexts()
  const columns = useColumns()
  const pages = useInfiniteQuery({
    queryKey: [`/api/operator/organisations?search=${search}`],
    queryFn: ({ pageParam, signal }) =>
      api.get(listOrganisations, '/api/operator/organisations', { query: { search, ...(pageParam && { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  if (pages.isError)
    return (
      <ErrorState title={t('shell.error.title')} onRetry={() => void pages.refetch()}>
        {problemText(t, pages.error)}
      </ErrorState>
    )
  if (!pages.data) return <SkeletonLines label={t('ui.loading')} lines={6} />
  const rows = pages.data.pages.flatMap(({ organisations }) => organisations)
  if (rows.length === 0) return <EmptyState title={t('operator.organisations.none')}>{t('operator.organisations.none_hint')}</EmptyState>
  return (
    <div className="flex flex-col items-start gap-4">
      <div className="w-full">
        <Table caption={t('operator.organisations')} rows={rows} columns={columns} keyOf={({ id }) => id} nameOf={({ name }) => name} />
      </div>
      {pages.hasNextPage && (
        <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('operator.organisations.more')}
        </Button>
      )}
    </div>
  )
}

function useColumns(): readonly Column<OrganisationRow>[] {
  const t = useTexts()
  const formats = useFormats()
  return [
    {
      id: 'name',
      header: t('common.name'),
      main: true,
      cell: ({ id, name, formerName }) => (
        <span className="min-w-0">
          <Link
            to="/operator/organisations/$organisation"
            params={{ organisation: id }}
            className="rounded-sm font-medium wrap-anywhere hover:underline hover:underline-offset-3"
          >
            {name}
          </Link>
          {formerName && (
            <span className="block text-xs font-normal text-muted">{t('managed-customers.former_name', { name: formerName })}</span>
          )}
        </span>
      ),
    },
    {
      id: 'number',
      header: t('common.customer_number'),
      cell: ({ number }) => <span className="whitespace-nowrap tabular-nums">{number}</span>,
    },
    { id: 'domain', header: t('operator.domain'), cell: ({ domain }) => (domain ? <Breakable>{domain}</Breakable> : '–') },
    { id: 'place', header: t('operator.place'), cell: ({ city, country }) => [city, country].filter(Boolean).join(', ') },
    { id: 'partner', header: t('operator.partner'), cell: ({ partner }) => (partner === 'none' ? '–' : <Standing partner={partner} />) },
    { id: 'since', header: t('operator.since'), wideOnly: true, cell: ({ createdAt }) => formats.date(createdAt) },
  ]
}
