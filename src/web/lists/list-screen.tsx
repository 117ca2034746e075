// One list: what its check says, how far it has come, what became of each row, and what can be done with it now.
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { getList } from '../../server/bulk/contract.ts'
import { api } from '../api.ts'
import { useParam } from '../place.ts'
import { Problem, problemText } from '../problem.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { type Translate, useTexts } from '../texts.tsx'
import type { Crumb } from '../ui/breadcrumb.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { pathOfList } from './create-list.ts'
import { see } from './finished-lists.tsx'
import { ListActions } from './list-actions.tsx'
import { ListAnswers } from './list-answers.tsx'
import { ListProgress } from './list-progress.tsx'
import { ListRows } from './list-rows.tsx'
import { titleOfList } from './list-words.ts'

const lookAgainMs = 700

export const ListScreen = () => <OneList kind="lists" />
export const CampaignScreen = () => <OneList kind="campaigns" />

type Kind = 'lists' | 'campaigns'

function OneList({ kind }: { kind: Kind }) {
  const t = useTexts()
  const organisation = useParam('organisation')
  const bulk = useParam('bulk')
  const list = useQuery({
    ...api.query(getList, pathOfList, { params: { organisation, bulk } }),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.state) ? lookAgainMs : false),
  })
  const title = list.data ? titleOfList(t, list.data) : t('lists.title')
  usePageTitle(title)
  const isNews = list.data?.isNews ?? false
  useEffect(() => {
    if (isNews) void see(organisation, [{ id: bulk }])
  }, [isNews, organisation, bulk])
  if (list.isPending) return <SkeletonLines label={t('lists.title')} lines={8} />
  if (list.isError) {
    return (
      <ErrorState
        title={t('lists.failed')}
        onRetry={() => void list.refetch()}
        requestId={list.error instanceof Problem ? list.error.requestId : null}
      >
        {problemText(t, list.error)}
      </ErrorState>
    )
  }
  const { data } = list
  const itsKind = data.waves === null ? 'lists' : 'campaigns'
  if (kind !== itsKind) return <Navigate to={`/o/$organisation/${itsKind}/$bulk`} params={{ organisation, bulk }} replace />
  return (
    <div className="flex max-w-6xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        title={title}
        count={data.rows}
        crumbs={[crumbOf(t, organisation, kind)]}
        actions={<ListActions organisation={organisation} list={data} />}
      />
      <ListProgress list={data} />
      {data.answers && <ListAnswers answers={data.answers} />}
      <ListRows organisation={organisation} list={data} />
    </div>
  )
}

const crumbOf = (t: Translate, organisation: string, kind: Kind): Crumb => ({
  label: t(`lists.${kind}`),
  link: { to: `/o/$organisation/${kind}`, params: { organisation } },
})

export const isMoving = (state: string): boolean => state === 'checking' || state === 'running'
