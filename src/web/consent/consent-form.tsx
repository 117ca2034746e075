// The request itself: who, why, what, how long, who pays, how to stop; and the two answers of equal weight.
import { type ReactNode, useId, useMemo, useState } from 'react'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { answerRequest } from '../../server/consent/contract.ts'
import { api } from '../api.ts'
import { AnswerButtons } from '../granting/answer-buttons.tsx'
import { ChooseRights } from '../granting/choose-rights.tsx'
import { answerTo, scopesByRight, startFromSuggestion } from '../granting/choosing.ts'
import { EndField } from '../granting/end-field.tsx'
import { judge } from '../granting/judge.ts'
import { NeverList } from '../granting/never-list.tsx'
import { PaymentFields, paymentOf, withPayment } from '../granting/payment-fields.tsx'
import { usePaymentSentence } from '../granting/payment-sentence.ts'
import { useTermsInWords } from '../granting/terms-in-words.ts'
import { useTexts } from '../texts.tsx'
import { useCommand } from '../use-command.ts'
import { Asked } from './asked.tsx'
import type { Answered, Consent } from './decision.tsx'
import { DeclineButton } from './decline-button.tsx'
import { LookBeforeGranting } from './look-before-granting.tsx'
import { Neutral, type NeutralProps } from './neutral.tsx'
import { WhoAsks } from './who-asks.tsx'
import { Why } from './why.tsx'

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
  const [end, setEnd] = useState(proposal.terms.end)
  const isMoneyAsked =
    proposal.terms.payer !== null || rightsIn(proposal.rights).some((right) => right === 'product.order' || right === 'billing.pay')
  const [payment, pay] = useState(() => paymentOf(proposal.terms, paymentMethods, isMoneyAsked ? 'customer' : null))
  const isMoney = isMoneyAsked || answerTo(choosing, 'product.order') === true || answerTo(choosing, 'billing.pay') === true
  const terms = withPayment({ ...proposal.terms, end }, isMoney ? payment : { ...payment, payer: proposal.terms.payer })
  const judged = useMemo(() => judge(proposal, choosing, terms ?? proposal.terms, products), [proposal, choosing, terms, products])
  const [leaving, leave] = useState<readonly string[]>([])
  const sentence = usePaymentSentence(payment, partner.name)
  const inWords = useTermsInWords(end, isMoney ? payment : null, partner.name)
  const answer = useCommand({
    run: (decision: 'grant' | 'propose') =>
      api.post(answerRequest, '/api/requests/{token}/answer', {
        params: { token },
        body: {
          organisationId: organisation.id,
          proposalId: proposal.id,
          decision,
          rights: scopesByRight(choosing),
          notGranted: [...choosing.refused],
          terms: terms ?? proposal.terms,
        },
      }),
    refreshes: '/none',
    problems: 'inline',
    after: (answered) => onAnswered(answered, leaving),
  })
  return (
    <div className="flex flex-col gap-10">
      <Section title={t('consent.who')}>
        <WhoAsks partner={partner}>
          <Asked consent={consent} />
        </WhoAsks>
      </Section>
      <Section title={t('consent.why')}>
        <Why consent={consent} organisation={organisation} leaving={leaving} onLeaving={leave} />
      </Section>
      <Section title={t('consent.what', { partner: partner.name })} description={t('consent.what.how')}>
        <ChooseRights
          choosing={choosing}
          onChange={choose}
          requested={proposal.rights}
          partner={partner.name}
          products={products}
          payment={sentence}
        />
        <NeverList />
        <LookBeforeGranting token={token} organisationId={organisation.id} partner={partner.name} rights={scopesByRight(choosing)} />
      </Section>
      <Section title={t('consent.how_long')}>
        <EndField end={end} startsOn={proposal.terms.startsOn} onChange={setEnd} />
      </Section>
      {isMoney && (
        <Section title={t('consent.who_pays')}>
          <PaymentFields
            payment={payment}
            onChange={pay}
            methods={paymentMethods}
            partner={partner.name}
            needsYes={proposal.terms.payer !== 'partner'}
          />
        </Section>
      )}
      <Section title={t('consent.how_to_stop')}>
        <p>{t('consent.how_to_stop.what')}</p>
        <p className="text-sm text-muted">{t('consent.not_a_power')}</p>
      </Section>
      <div className="flex flex-col gap-6 border-t border-line pt-8">
        <AnswerButtons
          judged={judged}
          partner={partner.name}
          busy={answer.isPending}
          error={answer.error}
          isIncomplete={terms === undefined}
          terms={inWords}
          onAnswer={(decision) => answer.mutate(decision)}
          other={
            <DeclineButton
              token={token}
              organisationId={organisation.id}
              partner={partner.name}
              onDeclined={onDeclined}
              disabled={answer.isPending}
            />
          }
        />
        <Neutral {...neutral} organisation={organisation} />
      </div>
    </div>
  )
}

function Section({ title, description, children }: { title: string; description?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <header className="flex flex-col gap-1">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {description && <p className="text-muted">{description}</p>}
      </header>
      {children}
    </section>
  )
}
