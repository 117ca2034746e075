// The same request once more, to the same address; with the code that the customer demands, for whoever has got one meanwhile.
import { useState } from 'react'
import { resendRequest } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useCommand } from '../use-command.ts'
import { codeIn, isRequestCode, RequestCodeField } from './add-customer/request-code-field.tsx'
import { type CustomerDialogProps, customerParams, ofCustomer, recipientOf, refreshes } from './customer-dialog.ts'

export function ResendDialog({ organisation, customer, onClose }: CustomerDialogProps) {
  const t = useTexts()
  const to = recipientOf(customer)
  const [requestCode, setRequestCode] = useState('')
  const [isTried, setTried] = useState(false)
  const isCodeWrong = !isRequestCode(requestCode)
  const resend = useCommand({
    run: () =>
      api.post(resendRequest, `${ofCustomer}/resend`, { params: customerParams({ organisation, customer }), body: codeIn(requestCode) }),
    done: () => t('requests.resend.done', { to }),
    refreshes: refreshes(organisation),
    after: onClose,
  })
  const confirm = () => {
    setTried(true)
    if (!isCodeWrong) resend.mutate()
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      kind="primary"
      title={t('requests.resend.title')}
      confirm={t('requests.resend.confirm')}
      onConfirm={confirm}
      busy={resend.isPending}
    >
      <div className="flex flex-col gap-4">
        <p>{t('requests.resend.what', { to })}</p>
        <RequestCodeField
          value={requestCode}
          onChange={setRequestCode}
          error={isTried && isCodeWrong ? t('add-customer.wrong.requestCode') : undefined}
        />
      </div>
    </ConfirmDialog>
  )
}
