// From an address to its proof: send the code, type it, and where it is needed a name or the second factor.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { sendRequestCode, verifyRequestCode } from '../../server/consent/contract.ts'
import { beginSecondFactorByPasskey, giveSecondFactor, giveSecondFactorByPasskey } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { Problem, problemText } from '../problem.ts'
import { refresh } from '../query-client.ts'
import { canUsePasskeys } from '../sign-in/passkey.ts'
import { PasskeyButton } from '../sign-in/passkey-button.tsx'
import type { Pending } from '../sign-in/second-factor-step.tsx'
import { Or } from '../sign-in/step.tsx'
import { useLanguage, useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { unbroken } from '../ui/unbroken.ts'
import { CodeForm, NameForm, SecondFactorForm } from './code-forms.tsx'
import type { OpenRequest } from './consent-page.tsx'

type Step = 'address' | 'code' | 'name' | 'second_factor'

export function CodeSteps({ token, addresses }: { token: string; addresses: OpenRequest['addresses'] }) {
  const t = useTexts()
  const language = useLanguage()
  const [step, go] = useState<Step>('address')
  const [address, choose] = useState(addresses.at(-1)?.number ?? 1)
  const [code, type] = useState('')
  const [{ continuation, secondFactors }, keep] = useState<Pending>({ continuation: '', secondFactors: [] })
  const hint = addresses.find(({ number }) => number === address)?.hint ?? ''
  const send = useMutation({
    mutationFn: () => api.post(sendRequestCode, '/api/requests/{token}/code', { params: { token }, body: { address, language } }),
    onSuccess: () => {
      type('')
      verify.reset()
      go('code')
    },
  })
  const verify = useMutation({
    mutationFn: (more: { code: string; name?: string }) =>
      api.post(verifyRequestCode, '/api/requests/{token}/verify', { params: { token }, body: { address, language, ...more } }),
    onSuccess: async (answer) => {
      if (answer.next === 'consent') return refresh()
      keep({ continuation: answer.continuation ?? '', secondFactors: answer.secondFactors })
      go(answer.next)
    },
    onError: (error) => {
      if (isWrong(error)) type('')
    },
  })
  const second = useMutation({
    mutationFn: (typed: string) => api.post(giveSecondFactor, '/api/sign-in/second-factor', { body: { continuation, code: typed } }),
    onSuccess: () => refresh(),
  })
  if (step === 'address') {
    return (
      <div className="flex flex-col gap-4">
        {addresses.length > 1 && (
          <RadioGroup
            label={t('consent.send_to')}
            value={String(address)}
            onChange={(value) => choose(Number(value))}
            options={addresses.map(({ number, hint: shown }) => ({ value: String(number), label: shown }))}
          />
        )}
        <Button kind="primary" size="large" wide busy={send.isPending} onClick={() => send.mutate()}>
          {t('consent.send_code_to', { address: unbroken(hint) })}
        </Button>
        {send.isError && <Failure error={send.error} />}
      </div>
    )
  }
  if (step === 'name') {
    return <NameForm busy={verify.isPending} error={verify.error} onName={(name) => verify.mutate({ code, name })} />
  }
  if (step === 'second_factor') {
    const isPasskey = secondFactors.includes('passkey') && canUsePasskeys()
    return (
      <div className="flex flex-col gap-4">
        {isPasskey && (
          <>
            <PasskeyButton
              kind="primary"
              size="large"
              label={t('sign-in.passkey.confirm')}
              begin={() => api.post(beginSecondFactorByPasskey, '/api/sign-in/second-factor/passkey/begin', { body: { continuation } })}
              give={(passkey) =>
                api.post(giveSecondFactorByPasskey, '/api/sign-in/second-factor/passkey', { body: { continuation, passkey } })
              }
              onDone={() => void refresh()}
            />
            <Or />
          </>
        )}
        <SecondFactorForm busy={second.isPending} error={second.error} onCode={(typed) => second.mutate(typed)} isFirst={!isPasskey} />
      </div>
    )
  }
  return (
    <CodeForm
      hint={hint}
      code={code}
      onCode={type}
      onComplete={(typed) => {
        type(typed)
        verify.mutate({ code: typed })
      }}
      busy={verify.isPending}
      error={verify.error ?? send.error}
      onAgain={() => send.mutate()}
      isSending={send.isPending}
      onOther={addresses.length > 1 ? () => go('address') : undefined}
    />
  )
}

export function Failure({ error }: { error: unknown }) {
  const t = useTexts()
  return (
    <p role="alert" className="text-sm text-danger-ink">
      {problemText(t, error)}
    </p>
  )
}

const isWrong = (error: unknown): boolean => error instanceof Problem && (error.code === 'code_wrong' || error.code === 'code_expired')
