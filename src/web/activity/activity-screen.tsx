// What happened in an organisation, newest first, a day at a time: who, on whose behalf, what.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { listActivity, listActivityOfVisit } from '../../server/activity/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { type ActivityEntry, useEntrySentence } from './entry-sentence.ts'

type Shown = 'all' | 'acting'

export function ActivityScreen() {
  const { organisation } = useParams({ strict: false }) as { organisation: string }
  const t = useTexts()
  const [shown, show] = useState<Shown>('all')
  usePageTitle(t('activity-page.title'))
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader title={t('activity-page.title')} description={t('activity-page.description')} help={<HelpLink />} />
      <SegmentedControl
        label={t('activity-page.show')}
        value={shown}
        onChange={(value) => show(value as Shown)}
        options={[
          { value: 'all', label: t('activity-page.show.all') },
          { value: 'acting', label: t('activity-page.show.acting') },
        ]}
      />
      <Activity
        key={shown}
        load={(before) =>
          api.get(listActivity, '/api/o/{organisation}/activity', {
            params: { organisation },
            query: { ...(shown === 'acting' ? { acting: 'true' as const } : {}), ...(before ? { before } : {}) },
          })
        }
        address={`/api/o/${organisation}/activity?${shown}`}
      />
    </div>
  )
}

export function ActivityOfVisitScreen() {
  const { partnership } = useParams({ strict: false }) as { partnership: string }
  const t = useTexts()
  usePageTitle(t('activity-page.title'))
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader title={t('activity-page.title')} description={t('activity-page.description.visit')} help={<HelpLink />} />
      <Activity
        load={(before) =>
          api.get(listActivityOfVisit, '/api/c/{partnership}/activity', { params: { partnership }, query: before ? { before } : {} })
        }
        address={`/api/c/${partnership}/activity`}
      />
    </div>
  )
}

type Page = { readonly entries: readonly ActivityEntry[]; readonly next: number | null }
type ActivityProps = { readonly load: (before: number | undefined) => Promise<Page>; readonly address: string }

/** The list itself, page by page. */
function Activity({ load, address }: ActivityProps) {
  const t = useTexts()
  const activity = useInfiniteQuery({
    queryKey: [address],
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (activity.isPending) return <SkeletonLines label={t('activity-page.title')} lines={8} />
  if (activity.isError) {
    return (
      <ErrorState title={t('activity-page.failed')} onRetry={() => void activity.refetch()}>
        {problemText(t, activity.error)}
      </ErrorState>
    )
  }
  const entries = activity.data.pages.flatMap((page) => page.entries)
  if (entries.length === 0) return <EmptyState title={t('activity-page.empty')}>{t('activity-page.empty.why')}</EmptyState>
  return (
    <div className="flex flex-col gap-8">
      <Days entries={entries} />
      {activity.hasNextPage && (
        <div>
          <Button onClick={() => void activity.fetchNextPage()} busy={activity.isFetchingNextPage}>
            {t('activity-page.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Days({ entries }: { readonly entries: readonly ActivityEntry[] }) {
  const formats = useFormats()
  const days = Map.groupBy(entries, ({ at }) => formats.longDate(at))
  return [...days].map(([day, entriesOfDay]) => (
    <section key={day} className="flex flex-col gap-3">
      <h2 className="text-sm font-semibold text-muted">{day}</h2>
      <EntryTimeline entries={entriesOfDay} withoutDay />
    </section>
  ))
}

/** Entries as a timeline, for any page that shows what happened. */
export function EntryTimeline({ entries, withoutDay }: { readonly entries: readonly ActivityEntry[]; readonly withoutDay?: boolean }) {
  const sentence = useEntrySentence()
  return (
    <Timeline
      withoutDay={withoutDay}
      entries={entries.map((entry) => ({
        id: String(entry.position),
        at: entry.at,
        title: sentence(entry),
        ...(entry.person ? { picture: <Avatar name={entry.person.name} size="small" /> } : {}),
        ...(typeof entry.detail?.['reason'] === 'string' ? { children: <q>{entry.detail['reason']}</q> } : {}),
      }))}
    />
  )
}
