// The partner's own templates: what each asks for, in which version, and how many customers have it.
import { useQuery } from '@tanstack/react-query'
import { LayoutTemplate, Plus } from 'lucide-react'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { listTemplates, type TemplateShown } from '../../server/templates/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useParam } from '../place.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'

export const pathOfTemplates = '/api/o/{organisation}/templates'

export function TemplatesScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const templates = useQuery(api.query(listTemplates, pathOfTemplates, { params: { organisation } }))
  const columns = useColumns(organisation)
  usePageTitle(t('templates.title'))
  const create = (
    <ButtonLink
      kind="primary"
      icon={<Plus aria-hidden="true" />}
      to="/o/$organisation/templates/$template"
      params={{ organisation, template: 'new' }}
    >
      {t('templates.new')}
    </ButtonLink>
  )
  const shown = templates.data?.templates ?? []
  return (
    <div className="flex max-w-6xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        title={t('templates.title')}
        count={templates.data && shown.length}
        actions={shown.length > 0 && create}
        description={t('templates.what')}
      />
      {templates.isPending && <SkeletonLines label={t('templates.title')} lines={5} />}
      {templates.data && shown.length === 0 && (
        <EmptyState icon={<LayoutTemplate aria-hidden="true" />} title={t('templates.none')} action={create}>
          {t('templates.none.what')}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <Table caption={t('templates.title')} rows={shown} columns={columns} keyOf={({ id }) => id} nameOf={({ name }) => name} />
      )}
    </div>
  )
}

function useColumns(organisation: string): readonly Column<TemplateShown>[] {
  const t = useTexts()
  const formats = useFormats()
  return [
    {
      id: 'name',
      header: t('templates.name'),
      main: true,
      cell: ({ id, name }) => (
        <TextLink to="/o/$organisation/templates/$template" params={{ organisation, template: id }}>
          {name}
        </TextLink>
      ),
    },
    { id: 'rights', header: t('templates.rights'), cell: ({ rights }) => t('rights.count', { count: rightsIn(rights).length }) },
    { id: 'version', header: t('templates.version'), align: 'end', cell: ({ version }) => formats.number(version) },
    { id: 'sent', header: t('templates.sent'), align: 'end', cell: ({ sent }) => formats.number(sent) },
    { id: 'customers', header: t('templates.customers'), align: 'end', cell: ({ customers }) => formats.number(customers) },
    { id: 'changed', header: t('templates.changed'), cell: ({ changedAt, changedBy }) => `${formats.date(changedAt)}, ${changedBy}` },
  ]
}
