// Another address for a request: typed again, said what is wrong beside the field, and nothing typed is lost.
import { type FormEvent, useId, useState } from 'react'
import { isEmailAddress } from '../../server/identity/contract.ts'
import { correctAddress } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { fieldProblem, problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import { codeIn, isRequestCode, RequestCodeField } from './add-customer/request-code-field.tsx'
import { type CustomerDialogProps, customerParams, ofCustomer, refreshes } from './customer-dialog.ts'

export function CorrectAddressDialog({ organisation, customer, onClose }: CustomerDialogProps) {
  const t = useTexts()
  const form = useId()
  const [email, setEmail] = useState(customer.sentTo ?? '')
  const [requestCode, setRequestCode] = useState('')
  const [isTried, setTried] = useState(false)
  const isPrepared = customer.status === 'prepared'
  const correct = useCommand({
    run: () =>
      api.post(correctAddress, `${ofCustomer}/correct-address`, {
        params: customerParams({ organisation, customer }),
        body: { email: email.trim(), ...codeIn(requestCode) },
      }),
    done: () => (isPrepared ? t('requests.correct.done.prepared') : t('requests.correct.done', { to: email.trim() })),
    refreshes: refreshes(organisation),
    problems: 'inline',
    after: onClose,
  })
  const isWrong = !isEmailAddress(email)
  const isCodeWrong = !isRequestCode(requestCode)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isWrong && !isCodeWrong && !correct.isPending) correct.mutate()
  }
  const refused = correct.error ? (fieldProblem(t, correct.error, 'email') ?? problemText(t, correct.error)) : undefined
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="small"
      title={t('requests.correct.title')}
      description={t(isPrepared ? 'requests.correct.what.prepared' : 'requests.correct.what')}
      actions={
        <Button kind="primary" type="submit" form={form} busy={correct.isPending}>
          {t(isPrepared ? 'requests.correct.confirm.prepared' : 'requests.correct.confirm')}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextInput
          label={t('requests.correct.email')}
          type="email"
          name="email"
          autoComplete="off"
          value={email}
          onChange={(typed) => {
            setEmail(typed)
            correct.reset()
          }}
          error={isTried && isWrong ? t('requests.correct.invalid') : refused}
        />
        <RequestCodeField
          value={requestCode}
          onChange={setRequestCode}
          error={isTried && isCodeWrong ? t('add-customer.wrong.requestCode') : undefined}
        />
      </form>
    </Dialog>
  )
}
