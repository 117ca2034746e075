// The same request once more, to the same address.
import { resendRequest } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useCommand } from '../use-command.ts'
import { type CustomerDialogProps, customerParams, ofCustomer, recipientOf, refreshes } from './customer-dialog.ts'

export function ResendDialog({ organisation, customer, onClose }: CustomerDialogProps) {
  const t = useTexts()
  const to = recipientOf(customer)
  const resend = useCommand({
    run: () => api.post(resendRequest, `${ofCustomer}/resend`, { params: customerParams({ organisation, customer }), body: {} }),
    done: () => t('requests.resend.done', { to }),
    refreshes: refreshes(organisation),
    after: onClose,
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      kind="primary"
      title={t('requests.resend.title')}
      confirm={t('requests.resend.confirm')}
      onConfirm={() => resend.mutate()}
      busy={resend.isPending}
    >
      {t('requests.resend.what', { to })}
    </ConfirmDialog>
  )
}
