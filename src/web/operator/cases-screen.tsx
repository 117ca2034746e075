// The cases that wait for the operator, and those that were decided.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type CaseRow, casesQuery } from '../cases/cases-data.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { type Column, Table } from '../ui/table.tsx'

export function CasesScreen() {
  const t = useTexts()
  const navigate = useNavigate()
  const { state = 'open' } = useSearch({ strict: false }) as { state?: 'open' | 'closed' }
  const cases = useQuery(casesQuery(state))
  const columns = useColumns().filter(({ id }) => state === 'closed' || id !== 'outcome')
  usePageTitle(t('cases.title'))
  return (
    <div className="flex max-w-5xl flex-col gap-6">
      <PageHeader help={<HelpLink />} title={t('cases.title')} />
      <SegmentedControl
        label={t('cases.title')}
        labelHidden
        options={(['open', 'closed'] as const).map((value) => ({ value, label: t(`cases.filter.${value}`) }))}
        value={state}
        onChange={(next) => void navigate({ to: '.', search: { state: next }, replace: true })}
      />
      {cases.isPending && <SkeletonLines label={t('ui.loading')} lines={5} />}
      {cases.isError && <p className="text-danger-ink">{problemText(t, cases.error)}</p>}
      {cases.data?.cases.length === 0 && <EmptyState title={t(state === 'open' ? 'cases.none' : 'cases.none.closed')} />}
      {cases.data && cases.data.cases.length > 0 && (
        <Table
          caption={t('cases.title')}
          rows={cases.data.cases}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={(one) => t(`cases.kind.${one.kind}`)}
        />
      )}
    </div>
  )
}

function useColumns(): readonly Column<CaseRow>[] {
  const t = useTexts()
  const formats = useFormats()
  return [
    {
      id: 'kind',
      header: t('cases.kind'),
      main: true,
      cell: ({ id, kind }) => (
        <Link to={'/operator/cases/$case'} params={{ case: id }} className="rounded-sm font-medium hover:underline">
          {t(`cases.kind.${kind}`)}
        </Link>
      ),
    },
    { id: 'customer', header: t('cases.view.customer'), cell: ({ customer }) => customer?.name ?? '–' },
    { id: 'partner', header: t('cases.view.partner'), cell: ({ partner }) => partner?.name ?? '–' },
    { id: 'opened', header: t('cases.opened'), cell: ({ openedAt }) => formats.date(openedAt) },
    { id: 'outcome', header: t('cases.outcome'), cell: ({ outcome }) => (outcome === null ? '–' : t(`cases.outcome.${outcome}`)) },
  ]
}
