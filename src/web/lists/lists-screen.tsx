// Every list of the partner, or every campaign: the newest first, with how far it has come.
import { useQuery } from '@tanstack/react-query'
import { ListChecks, Megaphone } from 'lucide-react'
import { type List, listLists } from '../../server/bulk/contract.ts'
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
import { Status } from '../ui/status.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { lookOfState, titleOfList } from './list-words.ts'

export const ListsScreen = () => <Lists kind="lists" />
export const CampaignsScreen = () => <Lists kind="campaigns" />

function Lists({ kind }: { kind: 'lists' | 'campaigns' }) {
  const t = useTexts()
  const organisation = useParam('organisation')
  const query = { campaigns: kind === 'campaigns' ? ('true' as const) : ('false' as const) }
  const lists = useQuery(api.query(listLists, '/api/o/{organisation}/lists', { params: { organisation }, query }))
  const columns = useColumns(organisation, kind)
  usePageTitle(t(`lists.${kind}`))
  return (
    <div className="flex max-w-6xl flex-col gap-6">
      <PageHeader help={<HelpLink />} title={t(`lists.${kind}`)} count={lists.data?.lists.length || undefined} />
      {lists.isPending && <SkeletonLines label={t(`lists.${kind}`)} lines={6} />}
      {lists.data?.lists.length === 0 && (
        <EmptyState
          icon={kind === 'lists' ? <ListChecks aria-hidden="true" /> : <Megaphone aria-hidden="true" />}
          title={t(`lists.none.${kind}`)}
          action={
            <ButtonLink to={kind === 'lists' ? '/o/$organisation/customers/list' : '/o/$organisation/templates'} params={{ organisation }}>
              {t(`lists.none.${kind}.go`)}
            </ButtonLink>
          }
        >
          {t(`lists.none.${kind}.what`)}
        </EmptyState>
      )}
      {lists.data && lists.data.lists.length > 0 && (
        <Table
          caption={t(`lists.${kind}`)}
          rows={lists.data.lists}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={(list) => titleOfList(t, list)}
        />
      )}
    </div>
  )
}

function useColumns(organisation: string, kind: 'lists' | 'campaigns'): readonly Column<List>[] {
  const t = useTexts()
  const formats = useFormats()
  return [
    {
      id: 'what',
      header: t('lists.what'),
      main: true,
      cell: (list) => (
        <TextLink to={`/o/$organisation/${kind}/$bulk`} params={{ organisation, bulk: list.id }}>
          {titleOfList(t, list)}
        </TextLink>
      ),
    },
    {
      id: 'state',
      header: t('lists.column.state'),
      cell: ({ state }) => <Status {...lookOfState(state)}>{t(`lists.state.${state}`)}</Status>,
    },
    { id: 'rows', header: t('lists.rows'), align: 'end', cell: ({ rows }) => formats.number(rows) },
    {
      id: 'done',
      header: t('lists.result.done'),
      align: 'end',
      cell: ({ results }) => formats.number((results['sent'] ?? 0) + (results['done'] ?? 0)),
    },
    { id: 'by', header: t('lists.column.by'), cell: ({ createdBy, startedBy }) => (startedBy ?? createdBy).name },
    { id: 'at', header: t('lists.column.at'), cell: ({ createdAt }) => formats.dateTime(createdAt) },
  ]
}
