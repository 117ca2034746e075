// Setting up an authenticator: scan, give one code, and with the first second factor keep the recovery codes.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { beginSecondFactor, confirmSecondFactor } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { refresh } from '../query-client.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { CodeInput } from '../ui/code-input.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toasts } from '../ui/toast-queue.ts'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

export const authenticatorId = 'authenticator'

export function SetUpAuthenticator() {
  const t = useTexts()
  const [codes, show] = useState<readonly string[]>()
  const begin = useMutation({
    mutationFn: () => api.post(beginSecondFactor, '/api/account/second-factor', {}),
    onError: (error) => toasts.problem(problemText(t, error)),
  })
  const close = () => {
    begin.reset()
    show(undefined)
    if (codes) void refresh()
  }
  const confirmed = (first: readonly string[] | null) => {
    if (first) return show(first)
    begin.reset()
    void refresh()
  }
  return (
    <>
      <Button busy={begin.isPending} onClick={() => begin.mutate()}>
        {t('account.second.set_up')}
      </Button>
      <Dialog
        title={t(codes ? 'account.codes.title' : 'account.second.set_up.title')}
        size="small"
        open={begin.isSuccess}
        onOpenChange={(open) => open || close()}
        // Once the app is on, the button that opened this is gone: reading goes on at the row's title.
        finalFocus={() => document.getElementById(authenticatorId)}
      >
        {codes && <RecoveryCodes codes={codes} onKept={close} />}
        {!codes && begin.data && <Scan {...begin.data} onConfirmed={confirmed} />}
      </Dialog>
    </>
  )
}

function Scan({ secret, uri, onConfirmed }: { secret: string; uri: string; onConfirmed: (codes: readonly string[] | null) => void }) {
  const t = useTexts()
  const [code, type] = useState('')
  const confirm = useMutation({
    mutationFn: (given: string) => api.post(confirmSecondFactor, '/api/account/second-factor/confirm', { body: { code: given } }),
    onSuccess: ({ recoveryCodes }) => {
      toasts.done(t('account.second.on'))
      onConfirmed(recoveryCodes)
    },
    onError: () => type(''),
  })
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate(code)
      }}
    >
      <p>{t('account.second.scan')}</p>
      <QrCode text={uri} label={t('account.second.qr')} />
      <div className="flex flex-col gap-1.5">
        <p className="text-muted">{t('account.second.by_hand')}</p>
        <div className="flex flex-wrap items-center gap-2">
          <code className="min-w-0 rounded-md bg-sunken px-2 py-1 font-mono text-xs break-all select-all">{grouped(secret)}</code>
          <CopyButton text={secret} label={t('account.second.copy_key')} iconOnly />
        </div>
      </div>
      <CodeInput
        label={t('account.second.then_code')}
        value={code}
        onChange={(typed) => {
          type(typed)
          if (typed !== '') confirm.reset()
        }}
        onComplete={(given) => confirm.mutate(given)}
        disabled={confirm.isPending}
        error={confirm.isError ? problemText(t, confirm.error) : undefined}
      />
      <Button type="submit" kind="primary" wide busy={confirm.isPending} disabled={code.length < 6}>
        {t('account.second.activate')}
      </Button>
    </form>
  )
}

const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret
