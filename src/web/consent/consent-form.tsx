// The request itself: who, why, what, how long, who pays, how to stop; and the two answers of equal weight.
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { ChooseRights } from '../granting/choose-rights.tsx'
import { type Choosing, scopesByRight, startFromSuggestion } from '../granting/choosing.ts'
import { NeverList } from '../granting/never-list.tsx'
import { paymentOf } from '../granting/payment-fields.tsx'
import { usePaymentSentence } from '../granting/payment-sentence.ts'
import { useTexts } from '../texts.tsx'
import { Later } from '../ui/later.tsx'
import { useSameFunction } from '../unchanged.ts'
import { Asked } from './asked.tsx'
import { Deciding } from './deciding.tsx'
import type { Answered, Consent } from './decision.tsx'
import { LookBeforeGranting } from './look-before-granting.tsx'
import type { NeutralProps } from './neutral.tsx'
import { PageSection } from './page-section.tsx'
import { WhoAsks } from './who-asks.tsx'
import { Why, type WhyProps } from './why.tsx'

export type ConsentFormProps = {
  organisation: NonNullable<Consent['organisation']>
  neutral: Omit<NeutralProps, 'organisation'>
  /** `leaving`: the partners that this one takes over from. */
  onAnswered: (answer: Answered, leaving: readonly string[]) => void
  onDeclined: () => void
}

export function ConsentForm({ organisation, neutral, onAnswered, onDeclined }: ConsentFormProps) {
  const t = useTexts()
  const { token, consent } = neutral
  const { proposal, partner } = consent
  const { products, paymentMethods } = organisation
  const [choosing, choose] = useState(() => startFromSuggestion(proposal.rights, organisation.suggestion?.rights))
  // A press shows on its own row first; what follows from it is worked out and said a moment later.
  const counted = useDeferredValue(choosing)
  const isCounted = useSameFunction((said: Choosing) => said === choosing)
  const rights = useMemo(() => scopesByRight(counted), [counted])
  const isMoneyAsked =
    proposal.terms.payer !== null || rightsIn(proposal.rights).some((right) => right === 'product.order' || right === 'billing.pay')
  const [payment, pay] = useState(() => paymentOf(proposal.terms, paymentMethods, isMoneyAsked ? 'customer' : null))
  const sentence = usePaymentSentence(payment, partner.name)
  const [leaving, leave] = useState<readonly string[]>([])
  return (
    <div className="flex flex-col gap-10">
      <WhoAndWhy consent={consent} organisation={organisation} leaving={leaving} onLeaving={leave} />
      <PageSection title={t('consent.what', { partner: partner.name })} description={t('consent.what.how')}>
        <ChooseRights
          choosing={choosing}
          onChange={choose}
          requested={proposal.rights}
          partner={partner.name}
          products={products}
          payment={sentence}
        />
        <Later>
          <NeverList />
          <LookBeforeGranting token={token} organisationId={organisation.id} partner={partner.name} rights={rights} />
        </Later>
      </PageSection>
      <Later>
        <Deciding
          {...{ organisation, neutral, isCounted, isMoneyAsked, payment, leaving, onAnswered, onDeclined }}
          choosing={counted}
          onPayment={pay}
        />
      </Later>
    </div>
  )
}

const WhoAndWhy = memo(function WhoAndWhy(props: WhyProps) {
  const t = useTexts()
  const { consent } = props
  return (
    <>
      <PageSection title={t('consent.who')}>
        <WhoAsks partner={consent.partner}>
          <Asked consent={consent} />
        </WhoAsks>
      </PageSection>
      <PageSection title={t('consent.why')}>
        <Why {...props} />
      </PageSection>
    </>
  )
})
