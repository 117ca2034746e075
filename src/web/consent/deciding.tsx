// How long, who pays, how to stop; and the two answers, which say what is chosen and send exactly that.
import { memo, useMemo, useState } from 'react'
import { answerRequest } from '../../server/consent/contract.ts'
import { api } from '../api.ts'
import { AnswerButtons } from '../granting/answer-buttons.tsx'
import { answerTo, type Choosing, scopesByRight } from '../granting/choosing.ts'
import { EndField } from '../granting/end-field.tsx'
import { judge } from '../granting/judge.ts'
import { type Payment, PaymentFields, withPayment } from '../granting/payment-fields.tsx'
import { useTermsInWords } from '../granting/terms-in-words.ts'
import { useTexts } from '../texts.tsx'
import { useCommand } from '../use-command.ts'
import type { ConsentFormProps } from './consent-form.tsx'
import { DeclineButton } from './decline-button.tsx'
import { Neutral } from './neutral.tsx'
import { PageSection } from './page-section.tsx'

export type DecidingProps = ConsentFormProps & {
  choosing: Choosing
  /** Whether the words below already say what is chosen. */
  isCounted: (said: Choosing) => boolean
  isMoneyAsked: boolean
  payment: Payment
  onPayment: (payment: Payment) => void
  leaving: readonly string[]
}

export const Deciding = memo(function Deciding({ organisation, neutral, choosing, isCounted, isMoneyAsked, ...props }: DecidingProps) {
  const t = useTexts()
  const { token, consent } = neutral
  const { proposal, partner } = consent
  const { products, paymentMethods } = organisation
  const { payment, onPayment, leaving, onAnswered, onDeclined } = props
  const [end, setEnd] = useState(proposal.terms.end)
  const isMoney = isMoneyAsked || answerTo(choosing, 'product.order') === true || answerTo(choosing, 'billing.pay') === true
  const terms = withPayment({ ...proposal.terms, end }, isMoney ? payment : { ...payment, payer: proposal.terms.payer })
  const judged = useMemo(() => judge(proposal, choosing, terms ?? proposal.terms, products), [proposal, choosing, terms, products])
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
    problems: 'replaced',
    after: (answered) => onAnswered(answered, leaving),
  })
  return (
    <>
      <PageSection title={t('consent.how_long')}>
        <EndField end={end} startsOn={proposal.terms.startsOn} onChange={setEnd} />
      </PageSection>
      {isMoney && (
        <PageSection title={t('consent.who_pays')}>
          <PaymentFields
            payment={payment}
            onChange={onPayment}
            methods={paymentMethods}
            partner={partner.name}
            needsYes={proposal.terms.payer !== 'partner'}
          />
        </PageSection>
      )}
      <PageSection title={t('consent.how_to_stop')}>
        <p>{t('consent.how_to_stop.what')}</p>
        <p className="text-sm text-muted">{t('consent.not_a_power')}</p>
      </PageSection>
      <div className="flex flex-col gap-6 border-t border-line pt-8">
        <AnswerButtons
          judged={judged}
          partner={partner.name}
          busy={answer.isPending}
          error={answer.error}
          isIncomplete={terms === undefined}
          terms={inWords}
          onAnswer={(decision) => isCounted(choosing) && answer.mutate(decision)}
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
    </>
  )
})
