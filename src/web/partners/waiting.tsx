// What waits for an answer: requests of partners nobody has answered, and what partners ask for later on.

import { useQuery } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormats } from '../formats.ts'
import { questionsQuery } from '../successions/successions-data.ts'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { PartnersList } from './partners-data.ts'
import { SignatureRow, useWaitingSignatures } from './waiting-signatures.tsx'

export function Waiting({ organisation, list }: { organisation: string; list: PartnersList }) {
  const t = useTexts()
  const later = list.partnerships.filter(({ proposal }) => proposal?.side === 'partner')
  const questions = useQuery(questionsQuery(organisation)).data?.questions ?? []
  const signatures = useWaitingSignatures(organisation)
  if (list.requests.length + later.length + questions.length + signatures.length === 0) return null
  return (
    <SectionCard title={t('partners.waiting')} flush>
      <ul>
        {signatures.map((signature) => (
          <SignatureRow key={signature.id} organisation={organisation} signature={signature} />
        ))}
        {list.requests.map(({ id, partner, until, path }) => (
          <Row key={id} until={until} title={t('consent.asks', { partner })}>
            <ButtonLink to="/r/$token" params={{ token: path.replace('/r/', '') }}>
              {t('partners.waiting.view')}
            </ButtonLink>
          </Row>
        ))}
        {questions.map(({ partnershipId, partner, successor, until }) => (
          <Row key={partnershipId} until={until} title={t('successions.question', { partner, successor: successor.name })}>
            <ButtonLink to="/o/$organisation/partners/$partnership" params={{ organisation, partnership: partnershipId }}>
              {t('partners.waiting.view')}
            </ButtonLink>
          </Row>
        ))}
        {later.map(({ id, partner, proposal, state }) => (
          <Row
            key={id}
            until={proposal?.until ?? ''}
            title={t(state === 'proposed' ? 'partners.waiting.counter' : 'partners.waiting.more', {
              partner: partner.name,
              count: proposal?.rights ?? 0,
            })}
          >
            <ButtonLink to="/o/$organisation/partners/$partnership" params={{ organisation, partnership: id }}>
              {t('partners.waiting.view')}
            </ButtonLink>
          </Row>
        ))}
      </ul>
    </SectionCard>
  )
}

function Row({ title, until, children }: { title: string; until: string; children: ReactNode }) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-3 first:border-t-0 sm:px-6">
      <Mail aria-hidden="true" className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 grow basis-52">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-muted">{t('consent.open_until', { date: formats.longDate(until) })}</p>
      </div>
      {children}
    </li>
  )
}
