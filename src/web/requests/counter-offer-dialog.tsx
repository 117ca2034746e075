// An own version in answer to the customer's: it starts from what was proposed, and the customer decides again.
import { useState } from 'react'
import type { Payer, Terms } from '../../domain/partnership/terms.ts'
import { rightIds } from '../../domain/rights/catalogue.ts'
import { counterProposal } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { EndField } from '../granting/end-field.tsx'
import { SaveProblem } from '../save-problem.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { useCommand } from '../use-command.ts'
import { useDraftOf } from '../use-draft-of.ts'
import { customerParams, ofCustomer, refreshes } from './customer-dialog.ts'
import { Refused } from './more-rights-dialog.tsx'
import type { OfferDialogProps } from './offer.ts'
import { change as changeRight, fromRequested, type Picking, pickedIn, toRequested } from './picked-rights.ts'
import { RightsPicker } from './rights-picker.tsx'

type Draft = { readonly picking: Picking; readonly payer: Payer | null; readonly end: Terms['end'] }

export function CounterOfferDialog({ organisation, customer, offer, rights, onClose }: OfferDialogProps) {
  const t = useTexts()
  const now: Draft = {
    picking: asFirmly(fromRequested(offer.rights), rights),
    payer: offer.terms.payer,
    end: offer.terms.end as Terms['end'],
  }
  const { draft, change, isChangedByOthers, unsaid } = useDraftOf(now, offer.number)
  const { picking, payer, end } = draft
  const [isTried, setTried] = useState(false)
  const isNothing = pickedIn(picking).length === 0
  const counter = useCommand({
    run: () =>
      api.post(counterProposal, `${ofCustomer}/proposal/counter`, {
        params: customerParams({ organisation, customer }),
        body: { number: offer.number, rights: toRequested(picking), terms: { ...offer.terms, end, payer, paymentMethodId: null } },
      }),
    done: () => t('requests.counter.done'),
    refreshes: refreshes(organisation),
    problems: 'inline',
    after: onClose,
  })
  const submit = () => {
    setTried(true)
    if (!isNothing) counter.mutate()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('requests.counter.title')}
      description={t('requests.counter.what', { customer: customer.name })}
      actions={
        <>
          <Button kind="primary" busy={counter.isPending} onClick={submit}>
            {t('requests.counter.send')}
          </Button>
          <Refused error={unsaid(counter.error)} missing={isTried && isNothing} />
        </>
      }
    >
      <SaveProblem error={null} isChangedByOthers={isChangedByOthers} />
      <SegmentedControl
        label={t('requests.counter.payer')}
        value={payer}
        onChange={(payer) => change({ payer })}
        options={[
          { value: 'customer', label: t('requests.counter.payer.customer') },
          { value: 'partner', label: t('requests.counter.payer.partner') },
        ]}
      />
      <EndField end={end} startsOn={null} onChange={(end) => change({ end })} />
      <RightsPicker offered={rightIds} has={[]} picking={picking} onChange={(picking) => change({ picking })} />
    </Dialog>
  )
}

/** What we needed, and why, we need still. */
function asFirmly(picking: Picking, asked: OfferDialogProps['rights']): Picking {
  return pickedIn(picking).reduce((firm, right) => {
    const row = asked.find((one) => one.right === right)
    return row ? changeRight(firm, right, { required: row.required, reason: row.reason ?? '', withoutIt: row.withoutIt ?? '' }) : firm
  }, picking)
}
