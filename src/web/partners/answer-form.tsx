// The answer to a later request: what would be new, how long it lasts, who pays, and yes, something else, or no.
import { useState } from 'react'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { notIn, rightsIn } from '../../domain/rights/rights-set.ts'
import type { FindProduct, GrantedRight, RequestedRight } from '../../domain/rights/scope.ts'
import { answerProposal, declineProposal } from '../../server/partners/change-contract.ts'
import { api } from '../api.ts'
import { AnswerButtons } from '../granting/answer-buttons.tsx'
import { ChooseRights } from '../granting/choose-rights.tsx'
import { type Choosing, rightsOf, scopesByRight, startFromRequest, type Tally } from '../granting/choosing.ts'
import { EndField } from '../granting/end-field.tsx'
import { findAmong, judge } from '../granting/judge.ts'
import { PaymentFields, paymentOf, withPayment } from '../granting/payment-fields.tsx'
import { usePaymentSentence } from '../granting/payment-sentence.ts'
import { useTermsInWords } from '../granting/terms-in-words.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { useCommand } from '../use-command.ts'
import type { AnswerRequestProps } from './answer-request.tsx'
import { inForce } from './draft.ts'
import type { Of } from './partners-data.ts'

const path = '/api/o/{organisation}/partnerships/{partnership}/proposal'

type AnswerFormProps = AnswerRequestProps & { asked: readonly RequestedRight[]; changed: ReadonlySet<RightId> }

export function AnswerForm({ of, data, proposal, asked, changed }: AnswerFormProps) {
  const t = useTexts()
  const { partner, products, paymentMethods, grant, state } = data
  const isNew = state === 'proposed'
  const [choosing, choose] = useState(() => startFromRequest(asked))
  const [end, setEnd] = useState(proposal.terms.end)
  const [payment, pay] = useState(() => paymentOf(proposal.terms, paymentMethods, isNew ? 'customer' : null))
  const isMoney =
    proposal.terms.payer !== null || (isNew && proposal.rights.some(({ right }) => right === 'product.order' || right === 'billing.pay'))
  const terms = isMoney ? withPayment({ ...proposal.terms, end }, payment) : { ...proposal.terms, end }
  const held = grant === null ? [] : inForce(grant)
  const proposed = { ...proposal, inForce: held }
  const judged = judge(proposed, choosing, terms ?? proposal.terms, products)
  const counted = countNew(choosing, asked, held, findAmong(products))
  const sentence = usePaymentSentence(payment, partner.name)
  const inWords = useTermsInWords(end, isMoney ? payment : null, partner.name)
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
    problems: 'replaced',
  })
  return (
    <div className="flex flex-col gap-8">
      {!isNew && <p className="max-w-prose text-muted">{t('consent.why.already', { partner: partner.name })}</p>}
      <ChooseRights
        choosing={choosing}
        onChange={choose}
        requested={asked}
        partner={partner.name}
        products={products}
        payment={sentence}
        askedOnly={!isNew}
        changed={changed}
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
        judged={{ ...judged, ...counted }}
        partner={partner.name}
        busy={answer.isPending}
        error={answer.error}
        isIncomplete={terms === undefined}
        terms={inWords}
        onAnswer={(decision) => answer.mutate(decision)}
        other={<DeclineButton of={of} proposal={proposal} partner={partner.name} disabled={answer.isPending} />}
      />
    </div>
  )
}

/** What is in force already is neither given nor more. */
function countNew(choosing: Choosing, asked: readonly RequestedRight[], held: readonly GrantedRight[], find: FindProduct): Tally {
  const wanted = rightsIn(asked)
  const given = rightsIn(notIn(rightsOf(choosing), held, find))
  const fitting = given.filter((right) => wanted.includes(right)).length
  return { asked: wanted.length, given: fitting, more: given.length - fitting }
}

function DeclineButton({
  of,
  proposal,
  partner,
  disabled,
}: {
  of: Of
  proposal: AnswerRequestProps['proposal']
  partner: string
  disabled: boolean
}) {
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
