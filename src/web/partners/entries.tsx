// Entries of the activity for one visit or one partnership, fetched when they are looked at.
import { useQuery } from '@tanstack/react-query'
import { listActivity } from '../../server/activity/contract.ts'
import { EntryTimeline } from '../activity/activity-screen.tsx'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'

type EntriesProps = {
  organisation: string
  query: { readonly visit?: string; readonly partnership?: string }
  limit: number
}

export function Entries({ organisation, query, limit }: EntriesProps) {
  const t = useTexts()
  const activity = useQuery(
    api.query(listActivity, '/api/o/{organisation}/activity', { params: { organisation }, query: { ...query, limit } }),
  )
  if (activity.isPending) return <SkeletonLines label={t('ui.loading')} lines={3} />
  if (activity.isError) return <p className="text-sm text-danger-ink">{problemText(t, activity.error)}</p>
  return <EntryTimeline entries={activity.data.entries} />
}
