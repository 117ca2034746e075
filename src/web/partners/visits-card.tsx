// Who was in the account and what was done there; whoever is inside now comes first.
import { useState } from 'react'
import { useFormats } from '../formats.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Badge } from '../ui/status.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Entries } from './entries.tsx'
import { may, type Of, type PartnershipShown } from './partners-data.ts'
import { EndVisitButton } from './visit-now.tsx'

type Visit = PartnershipShown['visits'][number]

export function VisitsCard({ of, data }: { of: Of; data: PartnershipShown }) {
  const t = useTexts()
  const { visits, partner } = data
  return (
    <SectionCard
      title={t('partners.visits')}
      description={t('partners.visits.what')}
      flush={visits.length > 0}
      footer={
        <TextLink
          to="/o/$organisation/partners/visits"
          params={{ organisation: of.organisation }}
          search={{ partner: partner.id } as never}
        >
          {t('partners.visits.all')}
        </TextLink>
      }
    >
      {visits.length === 0 ? (
        <p className="text-muted">{t('partners.visits.none', { partner: partner.name })}</p>
      ) : (
        <ul>
          {visits.map((visit) => (
            <VisitRow key={visit.id} of={of} data={data} visit={visit} />
          ))}
        </ul>
      )}
    </SectionCard>
  )
}

function VisitRow({ of, data, visit }: { of: Of; data: PartnershipShown; visit: Visit }) {
  const t = useTexts()
  const formats = useFormats()
  const [isLookedAt, look] = useState(false)
  const isNow = visit.endedAt === null
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-t border-line px-4 py-4 first:border-t-0 sm:px-6">
      <Avatar name={visit.person} size="small" />
      <div className="flex min-w-0 grow basis-44 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{visit.person}</span>
          {isNow && <Badge tone="info">{t('partners.visits.now')}</Badge>}
        </p>
        <p className="text-sm text-muted">
          {formats.dateTime(visit.startedAt)}
          {visit.endedAt !== null &&
            ` · ${t('partners.visits.minutes', { count: minutesOf(visit) })} · ${endOf(t, visit, data.partner.name)}`}
        </p>
        {visit.reason !== null && <blockquote className="border-l-2 border-line pl-3 text-sm italic">{visit.reason}</blockquote>}
        <Disclosure summary={t('partners.visits.done', { reads: visit.reads, changes: visit.changes })} onToggle={look}>
          {isLookedAt && <Entries organisation={of.organisation} query={{ visit: visit.id }} limit={50} />}
        </Disclosure>
      </div>
      {isNow && may(data, 'end_visit') && <EndVisitButton of={of} visit={visit} small />}
    </li>
  )
}

function minutesOf({ startedAt, endedAt }: Visit): number {
  return endedAt === null ? 0 : Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000))
}

const endOf = (t: Translate, { endedBy }: Visit, partner: string): string => t('partners.visits.ended', { by: endedBy ?? 'time', partner })
