// Partners that want to be verified, the longest waiting first; and those that were decided.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'
import { listApplications } from '../../server/verification/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Badge, Status } from '../ui/status.tsx'
import { type Column, Table } from '../ui/table.tsx'

type Row = z.output<typeof listApplications.answer>['applications'][number]
const states = ['open', 'verified', 'refused', 'withdrawn'] as const
type State = (typeof states)[number]

export function ApplicationsScreen() {
  const t = useTexts()
  const navigate = useNavigate()
  const { state: wanted } = useSearch({ strict: false }) as { state?: string }
  const state = states.find((one) => one === wanted) ?? 'open'
  usePageTitle(t('shell.nav.applications'))
  return (
    <div className="flex max-w-6xl flex-col gap-6">
      <PageHeader help={<HelpLink />} title={t('shell.nav.applications')} description={t('operator.applications.what')} />
      <SegmentedControl
        label={t('operator.applications.show')}
        value={state}
        onChange={(value) =>
          void navigate({ to: '/operator/applications', search: value === 'open' ? {} : { state: value }, replace: true })
        }
        options={states.map((value) => ({ value, label: t(`operator.applications.${value}`) }))}
      />
      <Applications key={state} state={state} />
    </div>
  )
}

function Applications({ state }: { state: State }) {
  const t = useTexts()
  const columns = useColumns(state)
  const list = useQuery(api.query(listApplications, '/api/operator/applications', { query: { state } }))
  if (list.isError)
    return (
      <ErrorState title={t('shell.error.title')} onRetry={() => void list.refetch()}>
        {problemText(t, list.error)}
      </ErrorState>
    )
  if (!list.data) return <SkeletonLines label={t('ui.loading')} lines={6} />
  if (list.data.applications.length === 0) return <EmptyState title={t('operator.applications.none')} />
  return (
    <Table
      caption={t('shell.nav.applications')}
      rows={list.data.applications}
      columns={columns}
      keyOf={({ id }) => id}
      nameOf={({ legalName }) => legalName}
    />
  )
}

function useColumns(state: State): readonly Column<Row>[] {
  const t = useTexts()
  const formats = useFormats()
  return [
    {
      id: 'name',
      header: t('organisation.legal_name'),
      main: true,
      cell: ({ id, legalName, organisation, lookAlikes }) => (
        <span className="min-w-0">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link
              to="/operator/applications/$application"
              params={{ application: id }}
              className="rounded-sm font-medium wrap-anywhere hover:underline hover:underline-offset-3"
            >
              {legalName}
            </Link>
            {lookAlikes > 0 && <Badge tone="warning">{t('operator.look_alikes.count', { count: lookAlikes })}</Badge>}
          </span>
          {organisation.name !== legalName && (
            <span className="block text-xs font-normal text-muted">
              {t('operator.applications.now_called', { name: organisation.name })}
            </span>
          )}
        </span>
      ),
    },
    { id: 'kind', header: t('operator.applications.kind'), cell: ({ kind }) => t(`verification.kind.${kind}`) },
    { id: 'domain', header: t('verification.domain'), cell: ({ domain }) => domain },
    ...(state === 'open'
      ? [
          {
            id: 'proof',
            header: t('operator.applications.proof'),
            cell: ({ proof }: Row) => (
              <Status tone={proof ? 'success' : 'neutral'} mark={proof ? 'full' : 'empty'}>
                {t(proof ? `operator.proof.${proof}` : 'operator.proof.none')}
              </Status>
            ),
          },
        ]
      : []),
    { id: 'at', header: t('operator.since'), cell: ({ appliedAt, decidedAt }) => formats.date(decidedAt ?? appliedAt) },
  ]
}
