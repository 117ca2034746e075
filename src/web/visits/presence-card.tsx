// On the customer's overview: who was in the account on behalf of a partner in the last four weeks, day by day.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listVisits } from '../../server/visits/customer-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { ChartPresence, type PresenceRow } from '../ui/chart-presence.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { lastDays, type Presence, presenceOf } from './presence.ts'

const weeks = 4
const people = 6

export function PresenceCard({ organisation }: { organisation: string }) {
  const t = useTexts()
  const formats = useFormats()
  const { data } = useQuery(api.query(listVisits, '/api/o/{organisation}/visits', { params: { organisation }, query: { limit: 100 } }))
  const [opened] = useState(() => new Date())
  const days = lastDays(weeks * 7, opened)
  if (!data) return null
  const lines = presenceOf([...data.now, ...data.past], days, people)
  if (lines.length === 0) return null
  const rowOf = ({ id, person, partner, minutes }: Presence): PresenceRow => {
    const label = t('visits.presence.who', { person, partner })
    return {
      id,
      label,
      said: t('visits.presence.said', { who: label, count: minutes.filter((each) => each > 0).length }),
      days: days.map((day, at) => {
        const length = t('visits.presence.minutes', { count: minutes[at] ?? 0 })
        return { key: day, minutes: minutes[at] ?? 0, day: formats.date(day), length, said: `${formats.date(day)} · ${length}` }
      }),
    }
  }
  return (
    <SectionCard
      title={t('visits.presence')}
      description={
        <TextLink to="/o/$organisation/partners/visits" params={{ organisation }}>
          {t('visits.presence.all')}
        </TextLink>
      }
    >
      <ChartPresence
        rows={lines.map(rowOf)}
        from={formats.date(days[0] ?? '')}
        until={formats.date(days.at(-1) ?? '')}
        table={{
          who: t('visits.presence.person'),
          day: t('visits.presence.day'),
          length: t('visits.presence.length'),
        }}
      />
    </SectionCard>
  )
}
