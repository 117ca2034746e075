// What happened with this customer, from the first request on.
import { EntryTimeline } from '../activity/activity-screen.tsx'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { ProfileProps } from './customer-profile.tsx'

export function HistoryCard({ profile }: ProfileProps) {
  const t = useTexts()
  if (profile.history.length === 0) return null
  return (
    <SectionCard title={t('customer-profile.history.title')}>
      <EntryTimeline entries={profile.history} />
    </SectionCard>
  )
}
