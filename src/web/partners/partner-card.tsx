// One partner on the list: who it is, what it may do in words, until when, who pays, and when it was last here.
import { Link } from '@tanstack/react-router'
import { BadgeCheck, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { accessInWords } from './access-in-words.ts'
import { ResumeButton, StopButton } from './gate-buttons.tsx'
import { PartnerStatus } from './partner-status.tsx'
import { may, type PartnerListed, type PartnersList } from './partners-data.ts'

export function PartnerCard({ organisation, entry, list }: { organisation: string; entry: PartnerListed; list: PartnersList }) {
  const t = useTexts()
  const { partner, state, proposal } = entry
  const of = { organisation, partnership: entry.id }
  return (
    <li className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 sm:p-6">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="flex min-w-0 items-center gap-3">
          <Avatar name={partner.name} shape="square" />
          <div className="flex min-w-0 flex-col">
            <h3>
              <Link
                to="/o/$organisation/partners/$partnership"
                params={of}
                className="group inline-flex items-center gap-1 rounded-sm font-semibold hover:underline pointer-coarse:min-h-11"
              >
                {partner.name}
                <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-faint" />
              </Link>
            </h3>
            {partner.formerName !== null && (
              <p className="text-sm text-muted">{t('managed-customers.former_name', { name: partner.formerName })}</p>
            )}
            <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
              <PartnerStatus
                state={state}
                waitsFor={proposal === null ? undefined : proposal.side === 'partner' ? 'customer' : 'partner'}
              />
              <Domain domain={partner.domain} />
            </p>
          </div>
        </div>
        {state === 'active' && may(list, 'suspend') && <StopButton of={of} partner={partner.name} quiet />}
        {state === 'suspended_by_customer' && may(list, 'resume') && <ResumeButton of={of} partner={partner.name} />}
      </div>
      <Facts entry={entry} />
    </li>
  )
}

function Domain({ domain }: { domain: string | null }) {
  const t = useTexts()
  if (domain === null) return <span className="text-muted">{t('consent.not_verified')}</span>
  return (
    <span className="flex items-center gap-1 text-muted">
      <BadgeCheck aria-label={t('partners.verified')} className="size-4 shrink-0 text-success" />
      {domain}
    </span>
  )
}

function Facts({ entry }: { entry: PartnerListed }) {
  const t = useTexts()
  const formats = useFormats()
  const { state, proposal, notAfter, payer, partner, lastVisit } = entry
  if (state === 'proposed') {
    return proposal ? (
      <p className="text-muted">
        {t(proposal.side === 'customer' ? 'partners.offered' : 'partners.countered', {
          count: proposal.rights,
          date: formats.date(proposal.until),
        })}
      </p>
    ) : null
  }
  const pays = payer === null ? t('common.not_set') : payer === 'customer' ? t('partners.payer.you') : partner.name
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm md:grid-cols-4">
      <Fact term={t('partners.access')}>{accessInWords(t, entry)}</Fact>
      <Fact term={t('common.until')}>{notAfter === null ? t('common.no_end') : formats.date(lastMoment(notAfter))}</Fact>
      <Fact term={t('common.payer')}>{pays}</Fact>
      <Fact term={t('partners.last_visit')}>
        {lastVisit === null
          ? t('partners.last_visit.never')
          : t('partners.last_visit.by', { date: formats.date(lastVisit.at), person: lastVisit.person })}
      </Fact>
    </dl>
  )
}

/** What ends at midnight ends on the day before. */
export const lastMoment = (end: string): number => new Date(end).getTime() - 1

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <dt className="text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
