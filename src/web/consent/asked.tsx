// Who asked, when, until when, and whether they write from where the firm is known to be.
import { CircleAlert } from 'lucide-react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import type { Consent } from './decision.tsx'

export function Asked({ consent }: { consent: Consent }) {
  const t = useTexts()
  const formats = useFormats()
  const { partner, proposal } = consent
  const people = formats.list(partner.people.map(({ name }) => name))
  return (
    <div className="flex flex-col gap-2 pt-2 text-sm">
      <p>
        {t('consent.who.asked', { person: proposal.askedBy, date: formats.longDate(proposal.sentAt) })}{' '}
        {t('consent.open_until', { date: formats.longDate(proposal.until) })}.
      </p>
      {partner.otherDomain && partner.domain && (
        <p className="flex items-start gap-1.5 text-warning-ink">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t('consent.other_domain', { person: proposal.askedBy, other: partner.otherDomain, domain: partner.domain })}
        </p>
      )}
      {people !== '' && <p className="text-muted">{t('consent.who.people', { people, partner: partner.name })}</p>}
    </div>
  )
}
