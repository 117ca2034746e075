// The partner's customers at a glance, on its first page: by state, by the week they end, and by the last visit.
import { useQuery } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import type { z } from 'zod'
import { customerStatuses } from '../../domain/managed-customer.ts'
import { visitedFilters } from '../../server/managed-customers/contract.ts'
import { getCustomersOverview } from '../../server/managed-customers/overview-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { ChartBars } from '../ui/chart-bars.tsx'
import { ChartColumns } from '../ui/chart-columns.tsx'
import type { ChartItem } from '../ui/chart-item.ts'
import { SectionCard } from '../ui/section-card.tsx'
import { CustomerStatusMark, ToCheckMark } from './customer-status.tsx'

type Shown = z.output<typeof getCustomersOverview.answer>
const path = '/api/o/{organisation}/customers/overview'

/** Nothing is drawn of nothing: who has no customers reads elsewhere how to get some. */
export function PartnerCharts({ organisation }: { organisation: string }) {
  const t = useTexts()
  const { data } = useQuery(api.query(getCustomersOverview, path, { params: { organisation } }))
  const listed = (search: Record<string, unknown>) =>
    ({ to: '/o/$organisation/customers', params: { organisation }, search }) as unknown as LinkProps
  if (!data || Object.keys(data.statuses).length === 0) return null
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <SectionCard title={t('managed-customers.charts.states')}>
        <ChartBars caption={t('managed-customers.charts.states')} items={statesOf(data, listed)} />
      </SectionCard>
      <SectionCard title={t('managed-customers.charts.visits')} description={t('managed-customers.charts.visits.what')}>
        <ChartBars caption={t('managed-customers.charts.visits')} items={visitsOf(t, data, listed)} />
      </SectionCard>
      <div className="lg:col-span-2">
        <Ending ending={data.ending} listed={listed} />
      </div>
    </div>
  )
}

type Listed = (search: Record<string, unknown>) => LinkProps

function statesOf({ statuses, toCheck }: Shown, listed: Listed): readonly ChartItem[] {
  const states = customerStatuses.flatMap((status): ChartItem[] => {
    const value = statuses[status] ?? 0
    return value === 0 ? [] : [{ key: status, label: <CustomerStatusMark status={status} />, value, link: listed({ status: [status] }) }]
  })
  const check = { key: 'to_check', label: <ToCheckMark />, value: toCheck, link: listed({ toCheck: 'true' }) }
  return toCheck === 0 ? states : [...states, check]
}

function visitsOf(t: Translate, { visited }: Shown, listed: Listed): readonly ChartItem[] {
  return visitedFilters.map((when) => ({
    key: when,
    label: t(`managed-customers.filter.visited.${when}`),
    value: visited[when],
    link: listed({ status: ['active'], visited: when }),
  }))
}

function Ending({ ending, listed }: { ending: Shown['ending']; listed: Listed }) {
  const t = useTexts()
  const formats = useFormats()
  const all = ending.reduce((sum, { count }) => sum + count, 0)
  const weeks = new Map(
    ending.map(({ from, to }) => [from, t('managed-customers.charts.week', { from: formats.date(from), to: formats.date(to) })]),
  )
  const items = ending.map(
    ({ from, to, count }): ChartItem => ({
      key: from,
      label: weeks.get(from),
      short: formats.dayAndMonth(from),
      value: count,
      link: listed({ endsFrom: from, endsTo: to }),
    }),
  )
  const textOf = ({ key, value }: ChartItem) => t('managed-customers.charts.ending.of', { week: weeks.get(key) ?? '', count: value })
  return (
    <SectionCard
      title={t('managed-customers.charts.ending')}
      description={all === 0 ? t('managed-customers.charts.ending.none') : t('managed-customers.charts.ending.what', { count: all })}
    >
      {all > 0 && <ChartColumns caption={t('managed-customers.charts.ending')} items={items} textOf={textOf} />}
    </SectionCard>
  )
}
