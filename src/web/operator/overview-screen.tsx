// The operator’s first page: what waits, and how the house is doing: the head of the journal, the jobs, the nodes.
import { useSuspenseQuery } from '@tanstack/react-query'
import { BadgeCheck, ListChecks, ScrollText, TriangleAlert } from 'lucide-react'
import type { z } from 'zod'
import { getConsole, getHealth } from '../../server/operator/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Stat, StatGrid } from '../ui/stat.tsx'
import { type Column, Table } from '../ui/table.tsx'

type Health = z.output<typeof getHealth.answer>
const again = { refetchInterval: 10_000 }

export function OverviewScreen() {
  const t = useTexts()
  const formats = useFormats()
  const { data: house } = useSuspenseQuery(api.query(getConsole, '/api/operator/shell', {}))
  const { data: health } = useSuspenseQuery({ ...api.query(getHealth, '/api/operator/health', {}), ...again })
  const { jobs, journal } = health
  usePageTitle(t('operator.console'))
  return (
    <div className="flex max-w-5xl flex-col gap-8">
      <PageHeader help={<HelpLink />} title={t('shell.nav.overview')} />
      <StatGrid>
        <Stat
          icon={<BadgeCheck aria-hidden="true" />}
          label={t('operator.applications')}
          value={formats.number(house.waiting.applications)}
          link={{ to: '/operator/applications' }}
        />
        <Stat icon={<ScrollText aria-hidden="true" />} label={t('operator.journal.position')} value={formats.number(journal.position)} />
        <Stat
          icon={<ListChecks aria-hidden="true" />}
          label={t('operator.jobs.due')}
          value={formats.number(jobs.due)}
          hint={jobs.dueSince && t('operator.jobs.since', { when: formats.relative(jobs.dueSince) })}
        />
        <Stat icon={<TriangleAlert aria-hidden="true" />} label={t('operator.jobs.failed')} value={formats.number(jobs.failed)} />
      </StatGrid>
      <Journal journal={journal} />
      <Nodes nodes={health.nodes} />
      {jobs.failures.length > 0 && <Failures failures={jobs.failures} />}
    </div>
  )
}

function Journal({ journal }: { journal: Health['journal'] }) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <SectionCard title={t('operator.journal')} description={t('operator.journal.what')}>
      <DefinitionList
        items={[
          { term: t('operator.journal.position'), value: <span className="tabular-nums">{formats.number(journal.position)}</span> },
          { term: t('operator.journal.at'), value: formats.dateTime(journal.at) },
          {
            term: t('operator.journal.chain'),
            value: (
              <span className="flex items-center gap-2">
                <code className="min-w-0 font-mono text-xs break-all">{journal.chain}</code>
                <CopyButton text={journal.chain} label={t('operator.journal.copy')} />
              </span>
            ),
          },
        ]}
      />
    </SectionCard>
  )
}

function Nodes({ nodes }: { nodes: Health['nodes'] }) {
  const t = useTexts()
  const formats = useFormats()
  const columns: readonly Column<Health['nodes'][number]>[] = [
    { id: 'name', header: t('common.name'), main: true, cell: ({ name }) => <span className="break-all">{name}</span> },
    { id: 'kind', header: t('operator.nodes.kind'), cell: ({ kind }) => t(`operator.nodes.${kind}`) },
    { id: 'position', header: t('operator.journal.position'), align: 'end', cell: ({ position }) => formats.number(position) },
    { id: 'since', header: t('operator.nodes.since'), cell: ({ startedAt }) => formats.dateTime(startedAt) },
  ]
  return (
    <SectionCard title={t('operator.nodes')} description={t('operator.nodes.what')} flush>
      <Table
        bare
        caption={t('operator.nodes')}
        rows={nodes}
        columns={columns}
        keyOf={(node) => `${node.name} ${node.startedAt}`}
        nameOf={({ name }) => name}
      />
    </SectionCard>
  )
}

function Failures({ failures }: { failures: Health['jobs']['failures'] }) {
  const t = useTexts()
  const formats = useFormats()
  const columns: readonly Column<Health['jobs']['failures'][number]>[] = [
    { id: 'kind', header: t('operator.jobs.kind'), main: true, cell: ({ kind }) => <code className="font-mono text-xs">{kind}</code> },
    { id: 'at', header: t('operator.jobs.at'), cell: ({ at }) => formats.dateTime(at) },
    { id: 'attempts', header: t('operator.jobs.attempts'), align: 'end', cell: ({ attempts }) => formats.number(attempts) },
    {
      id: 'error',
      header: t('operator.jobs.error'),
      cell: ({ error }) => <span className="text-muted wrap-anywhere">{error ?? '–'}</span>,
    },
  ]
  return (
    <SectionCard title={t('operator.jobs.failures')} description={t('operator.jobs.failures.what')} flush>
      <Table
        bare
        caption={t('operator.jobs.failures')}
        rows={failures}
        columns={columns}
        keyOf={({ id }) => id}
        nameOf={({ kind }) => kind}
      />
    </SectionCard>
  )
}
