// Taking back a request that nobody has answered.
import { withdrawRequest } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useCommand } from '../use-command.ts'
import { type CustomerDialogProps, customerParams, ofCustomer, refreshes } from './customer-dialog.ts'

export function WithdrawDialog({ organisation, customer, onClose }: CustomerDialogProps) {
  const t = useTexts()
  const wasSent = customer.openRequest === 'from_partner'
  const withdraw = useCommand({
    run: () => api.post(withdrawRequest, `${ofCustomer}/withdraw`, { params: customerParams({ organisation, customer }), body: {} }),
    done: () => t('requests.withdraw.done'),
    refreshes: refreshes(organisation),
    after: onClose,
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('requests.withdraw.title', { customer: customer.name })}
      confirm={t('requests.withdraw.confirm')}
      onConfirm={() => withdraw.mutate()}
      busy={withdraw.isPending}
    >
      {t(wasSent ? 'requests.withdraw.what' : 'requests.withdraw.what.prepared')}
    </ConfirmDialog>
  )
}
