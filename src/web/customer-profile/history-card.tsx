// What happened with this customer, from the first request on; and, once there is more than a first request, every version of it.
import { EntryTimeline } from '../activity/activity-screen.tsx'
import { withCustomer } from '../conversation/conversation-data.ts'
import { HistoryDisclosure } from '../conversation/history-disclosure.tsx'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { ProfileProps } from './customer-profile.tsx'

export function HistoryCard({ organisation, customer, profile }: ProfileProps) {
  const t = useTexts()
  const hasVersions = profile.granted !== null || (profile.proposal?.number ?? 1) > 1
  if (profile.history.length === 0 && !hasVersions) return null
  return (
    <SectionCard title={t('customer-profile.history.title')}>
      <div className="flex flex-col gap-6">
        {profile.history.length > 0 && <EntryTimeline entries={profile.history} />}
        {hasVersions && (
          <HistoryDisclosure query={withCustomer(organisation, customer.id)} reading={{ side: 'partner', other: customer.name }} />
        )}
      </div>
    </SectionCard>
  )
}
