// Who was in the customer's Manager: the last twenty visits.
import { useFormats } from '../formats.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Status } from '../ui/status.tsx'
import type { ProfileProps } from './customer-profile.tsx'

type Visit = ProfileProps['profile']['visits'][number]

export function VisitsCard({ profile }: ProfileProps) {
  const t = useTexts()
  const formats = useFormats()
  const { visits } = profile
  return (
    <SectionCard title={t('customer-profile.visits.title')} flush={visits.length > 0}>
      {visits.length === 0 ? (
        <p className="text-muted">{t('customer-profile.visits.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {visits.map((visit) => (
            <li key={visit.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 sm:px-6">
              <span className="flex min-w-0 grow basis-40 items-center gap-2.5">
                <Avatar name={visit.person} size="small" />
                <span className="min-w-0 wrap-anywhere">
                  {visit.person}
                  {visit.reason && <q className="block text-xs text-muted">{visit.reason}</q>}
                </span>
              </span>
              <time dateTime={visit.startedAt} className="text-muted tabular-nums">
                {formats.dateTime(visit.startedAt)}
              </time>
              <span className="text-muted sm:w-56 sm:text-right">
                {visit.endedAt === null ? <Status tone="success">{t('customer-profile.visits.now')}</Status> : ended(visit, t)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  )
}

function ended({ startedAt, endedAt, endedBy }: Visit, t: Translate): string {
  const minutes = Math.round((Date.parse(endedAt ?? startedAt) - Date.parse(startedAt)) / 60_000)
  const length = t('customer-profile.visits.length', { minutes })
  return endedBy === null || endedBy === 'person' ? length : `${length} · ${t(`customer-profile.visits.by.${endedBy}`)}`
}
