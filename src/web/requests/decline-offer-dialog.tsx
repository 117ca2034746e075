// Declining what the customer proposes, with a reason if one likes.
import { useState } from 'react'
import { declineProposal } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useCommand } from '../use-command.ts'
import { customerParams, ofCustomer, refreshes } from './customer-dialog.ts'
import { isUnasked, type OfferDialogProps } from './offer.ts'
import { ReasonField } from './reason-field.tsx'

export function DeclineOfferDialog({ organisation, customer, offer, rights, onClose }: OfferDialogProps) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  const isLiving = customer.status === 'active' || customer.status === 'suspended'
  const decline = useCommand({
    run: () =>
      api.post(declineProposal, `${ofCustomer}/proposal/decline`, {
        params: customerParams({ organisation, customer }),
        body: { number: offer.number, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      }),
    done: () => t('requests.decline.done'),
    refreshes: refreshes(organisation),
    after: onClose,
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t(isUnasked(rights) ? 'requests.decline.title.offer' : 'requests.decline.title', { customer: customer.name })}
      confirm={t('common.decline')}
      onConfirm={() => decline.mutate()}
      busy={decline.isPending}
    >
      <div className="flex flex-col gap-4">
        <p>{t(isLiving ? 'requests.decline.what.living' : 'requests.decline.what')}</p>
        <ReasonField value={reason} onChange={setReason} />
      </div>
    </ConfirmDialog>
  )
}
