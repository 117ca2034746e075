// The customer's counter-proposal: what differs from what was asked, in words, and the three answers.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { openIn, withCustomer } from '../conversation/conversation-data.ts'
import { SinceOwn } from '../conversation/since-own.tsx'
import { useFormats } from '../formats.ts'
import { AcceptOfferDialog } from '../requests/accept-offer-dialog.tsx'
import { CounterOfferDialog } from '../requests/counter-offer-dialog.tsx'
import { DeclineOfferDialog } from '../requests/decline-offer-dialog.tsx'
import { isUnasked } from '../requests/offer.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { ProfileProps } from './customer-profile.tsx'

const dialogs = { accept: AcceptOfferDialog, counter: CounterOfferDialog, decline: DeclineOfferDialog }

export function CounterPanel({ organisation, customer, profile }: ProfileProps) {
  const t = useTexts()
  const formats = useFormats()
  const [asked, ask] = useState<keyof typeof dialogs>()
  const entry = openIn(useQuery({ ...withCustomer(organisation, customer.id), enabled: profile.proposal?.side === 'customer' }).data)
  const offer = profile.proposal
  if (offer?.side !== 'customer') return null
  const Opened = asked && dialogs[asked]
  const may = offer.may.includes('accept')
  const until = offer.until === null ? '–' : formats.date(offer.until)
  return (
    <SectionCard
      title={t(isUnasked(profile.rights) ? 'customer-profile.offer.title' : 'customer-profile.counter.title', { customer: customer.name })}
      description={t('customer-profile.counter.by', { person: offer.by, date: formats.date(offer.createdAt), until })}
      footer={
        may ? (
          <div className="flex flex-wrap gap-2">
            <Button kind="primary" onClick={() => ask('accept')}>
              {t('customer-profile.counter.accept')}
            </Button>
            <Button onClick={() => ask('counter')}>{t('customer-profile.counter.own')}</Button>
            <Button onClick={() => ask('decline')}>{t('customer-profile.counter.decline')}</Button>
          </div>
        ) : (
          t('customer-profile.counter.who')
        )
      }
    >
      {entry && entry.comparedWith !== 'nothing' ? (
        <SinceOwn entry={entry} reading={{ side: 'partner', other: customer.name }} />
      ) : (
        <Difference {...profile} />
      )}
      {Opened && (
        <Opened organisation={organisation} customer={customer} offer={offer} rights={profile.rights} onClose={() => ask(undefined)} />
      )}
    </SectionCard>
  )
}

/** Only what the offer changes; what stays as requested is counted at the end. */
function Difference({ proposal, rights, requestedTerms }: ProfileProps['profile']) {
  const t = useTexts()
  const offered = rightsIn(proposal?.rights ?? [])
  const requested = rights.filter((row) => row.requested.length > 0)
  const missing = requested.filter(({ right }) => !offered.includes(right))
  const added = offered.filter((right) => !requested.some((row) => row.right === right))
  const same = offered.filter((right) => !added.includes(right))
  const pays = proposal?.terms.payer === 'partner' && requestedTerms?.payer !== 'partner'
  return (
    <div className="flex flex-col gap-4">
      {pays && <p className="font-medium">{t('customer-profile.counter.pays')}</p>}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Listed
          title={t('customer-profile.counter.missing')}
          rights={missing.filter(({ required }) => required).map(({ right }) => right)}
          tone="less"
        />
        <Listed
          title={t('customer-profile.counter.left_out')}
          rights={missing.filter(({ required }) => !required).map(({ right }) => right)}
          tone="less"
        />
        <Listed
          title={t(isUnasked(rights) ? 'customer-profile.offer.rights' : 'customer-profile.counter.added')}
          rights={added}
          tone="more"
        />
        <Listed title={t('customer-profile.counter.same')} rights={same} tone="same" />
      </div>
    </div>
  )
}

const signs = { less: '−', more: '+', same: '✓' }
const looks = { less: 'text-warning-ink', more: 'text-success-ink', same: 'text-muted' }

function Listed({ title, rights, tone }: { title: string; rights: readonly RightId[]; tone: keyof typeof signs }) {
  const t = useTexts()
  if (rights.length === 0) return null
  return (
    <section className="min-w-0">
      <h3 className="text-xs font-medium text-muted">{title}</h3>
      <ul className="mt-1 flex flex-col gap-0.5">
        {rights.map((right) => (
          <li key={right} className="flex gap-2">
            <span aria-hidden="true" className={looks[tone]}>
              {signs[tone]}
            </span>
            {t(`rights.${right}.name`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
