// One visit: who for which partner, when and why, how it ended, and, opened, everything that happened in it.
import { useState } from 'react'
import { useFormats } from '../formats.ts'
import { EndVisitButton } from '../partners/visit-now.tsx'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { VisitEntries } from './visit-entries.tsx'
import type { Visit } from './visits-data.ts'

type VisitRowProps = { organisation: string; visit: Visit; mayEnd: boolean }

export function VisitRow({ organisation, visit, mayEnd }: VisitRowProps) {
  const t = useTexts()
  const isNow = visit.endedAt === null
  const [isOpen, open] = useState(isNow)
  const of = { organisation, partnership: visit.partnershipId }
  const { reads, changes, refused } = visit
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-t border-line px-4 py-4 first:border-t-0 sm:px-6">
      <Avatar name={visit.person.name} size="small" />
      <div className="flex min-w-0 grow basis-44 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{visit.person.name}</span>
          <TextLink to="/o/$organisation/partners/$partnership" params={of}>
            {visit.partner.name}
          </TextLink>
        </p>
        <When visit={visit} />
        {visit.reason !== null && !isOpen && <blockquote className="border-l-2 border-line pl-3 text-sm italic">{visit.reason}</blockquote>}
        <Disclosure summary={t('visits.done', { reads, changes, refused })} open={isOpen} onToggle={open}>
          {isOpen && <VisitEntries organisation={organisation} visit={visit.id} />}
        </Disclosure>
      </div>
      {isNow && mayEnd && <EndVisitButton of={of} visit={{ id: visit.id, person: visit.person.name }} small />}
    </li>
  )
}

function When({ visit }: { visit: Visit }) {
  const t = useTexts()
  const formats = useFormats()
  const { startedAt, endedAt, endedBy, endedByPerson, seenAt } = visit
  if (endedAt === null) {
    const times = { since: formats.dateTime(startedAt), seen: formats.time(seenAt) }
    return <p className="text-sm text-muted">{t('visits.now.since', times)}</p>
  }
  const minutes = Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000))
  const ended = t('visits.ended', { by: endedBy ?? 'time', partner: visit.partner.name, person: endedByPerson ?? '' })
  return (
    <p className="text-sm text-muted">
      {formats.dateTime(startedAt)} · {t('partners.visits.minutes', { count: minutes })} · {ended}
    </p>
  )
}
