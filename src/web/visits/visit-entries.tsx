// What happened in one visit, in order, reads and refusals included.
import { useInfiniteQuery } from '@tanstack/react-query'
import { listActivity } from '../../server/activity/contract.ts'
import { EntryTimeline } from '../activity/activity-screen.tsx'
import { addressOf, api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'

const path = '/api/o/{organisation}/activity'

export function VisitEntries({ organisation, visit }: { organisation: string; visit: string }) {
  const t = useTexts()
  const entries = useInfiniteQuery({
    queryKey: [addressOf(path, { params: { organisation }, query: { visit } })],
    queryFn: ({ pageParam }) => api.get(listActivity, path, { params: { organisation }, query: { visit, after: pageParam, limit: 100 } }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (entries.isPending) return <SkeletonLines label={t('ui.loading')} lines={3} />
  if (entries.isError) return <p className="text-sm text-danger-ink">{problemText(t, entries.error)}</p>
  return (
    <div className="flex flex-col gap-3" aria-live="polite">
      <EntryTimeline entries={entries.data.pages.flatMap((page) => page.entries)} />
      {entries.hasNextPage && (
        <div>
          <Button size="small" onClick={() => void entries.fetchNextPage()} busy={entries.isFetchingNextPage}>
            {t('activity-page.more')}
          </Button>
        </div>
      )}
    </div>
  )
}
