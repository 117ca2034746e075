// What the partner asks for later on, or instead of what one proposed: the same choice as on the consent page, only about the difference.
import { useMemo, useState } from 'react'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { answerProposal, declineProposal } from '../../server/partners/change-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { AnswerButtons } from '../granting/answer-buttons.tsx'
import { ChooseRights } from '../granting/choose-rights.tsx'
import { scopesByRight, startFromRequest } from '../granting/choosing.ts'
import { EndField } from '../granting/end-field.tsx'
import { judge } from '../granting/judge.ts'
import { PaymentFields, paymentOf, withPayment } from '../granting/payment-fields.tsx'
import { usePaymentSentence } from '../granting/payment-sentence.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'
import { inForce } from './draft.ts'
import type { Of, PartnershipShown } from './partners-data.ts'

type Proposal = NonNullable<PartnershipShown['proposal']>
export type AnswerRequestProps = { of: Of; data: PartnershipShown; proposal: Proposal }
const path = '/api/o/{organisation}/partnerships/{partnership}/proposal'

export function AnswerRequest({ of, data, proposal }: AnswerRequestProps) {
  const t = useTexts()
  const formats = useFormats()
  const [isOpen, open] = useState(false)
  const { partner, state } = data
  const count = rightsIn(proposal.rights).length
  const content =
    proposal.cannot !== null ? (
      <p className="text-muted">{t(`partners.request.cannot.${proposal.cannot}`)}</p>
    ) : isOpen ? (
      <AnswerForm of={of} data={data} proposal={proposal} />
    ) : undefined
  return (
    <SectionCard
      title={t(state === 'proposed' ? 'partners.waiting.counter' : 'partners.waiting.more', { partner: partner.name, count })}
      description={t('partners.request.by', {
        person: proposal.by,
        date: formats.longDate(proposal.createdAt),
        until: formats.longDate(proposal.until),
      })}
      actions={
        !isOpen &&
        proposal.cannot === null && (
          <Button kind="primary" onClick={() => open(true)}>
            {t('partners.request.answer')}
          </Button>
        )
      }
    >
      {content}
    </SectionCard>
  )
}

function AnswerForm({ of, data, proposal }: AnswerRequestProps) {
  const t = useTexts()
  const { partner, products, paymentMethods, grant, state } = data
  const isNew = state === 'proposed'
  const [choosing, choose] = useState(() => startFromRequest(proposal.rights))
  const [end, setEnd] = useState(proposal.terms.end)
  const [payment, pay] = useState(() => paymentOf(proposal.terms, paymentMethods, isNew ? 'customer' : null))
  const isMoney =
    proposal.terms.payer !== null || (isNew && proposal.rights.some(({ right }) => right === 'product.order' || right === 'billing.pay'))
  const terms = isMoney ? withPayment({ ...proposal.terms, end }, payment) : { ...proposal.terms, end }
  const asked = useMemo(() => ({ ...proposal, inForce: grant === null ? [] : inForce(grant) }), [proposal, grant])
  const judged = useMemo(
    () => judge(asked, choosing, terms ?? proposal.terms, products),
    [asked, choosing, terms, proposal.terms, products],
  )
  const sentence = usePaymentSentence(payment, partner.name)
  const answer = useCommand({
    run: (decision: 'grant' | 'propose') =>
      api.post(answerProposal, `${path}/answer`, {
        params: of,
        body: {
          proposalId: proposal.id,
          decision,
          rights: scopesByRight(choosing),
          notGranted: [...choosing.refused],
          terms: terms ?? proposal.terms,
        },
      }),
    done: ({ outcome }) => t(`partners.request.done.${outcome}`, { partner: partner.name }),
    problems: 'inline',
  })
  return (
    <div className="flex flex-col gap-8">
      {!isNew && <p className="max-w-prose text-muted">{t('consent.why.already', { partner: partner.name })}</p>}
      <ChooseRights
        choosing={choosing}
        onChange={choose}
        requested={proposal.rights}
        partner={partner.name}
        products={products}
        payment={sentence}
        askedOnly={!isNew}
      />
      <section className="flex flex-col gap-3">
        <h3 className="font-semibold">{t('consent.how_long')}</h3>
        <EndField end={end} startsOn={proposal.terms.startsOn} onChange={setEnd} />
      </section>
      {isMoney && (
        <section className="flex flex-col gap-3">
          <h3 className="font-semibold">{t('consent.who_pays')}</h3>
          <PaymentFields
            payment={payment}
            onChange={pay}
            methods={paymentMethods}
            partner={partner.name}
            needsYes={isNew && proposal.terms.payer !== 'partner'}
          />
        </section>
      )}
      <AnswerButtons
        judged={judged}
        partner={partner.name}
        busy={answer.isPending}
        error={answer.error}
        isIncomplete={terms === undefined}
        onAnswer={(decision) => answer.mutate(decision)}
        other={<DeclineButton of={of} proposal={proposal} partner={partner.name} disabled={answer.isPending} />}
      />
    </div>
  )
}

function DeclineButton({ of, proposal, partner, disabled }: { of: Of; proposal: Proposal; partner: string; disabled: boolean }) {
  const t = useTexts()
  const decline = useCommand({
    run: () => api.post(declineProposal, `${path}/decline`, { params: of, body: { proposalId: proposal.id } }),
    done: () => t('partners.request.done.declined', { partner }),
  })
  return (
    <Button size="large" wide busy={decline.isPending} disabled={disabled} onClick={() => decline.mutate(undefined)}>
      {t('common.decline')}
    </Button>
  )
}
