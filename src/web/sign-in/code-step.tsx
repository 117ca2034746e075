// Six digits by email. They are sent as soon as this step opens.
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { sendSignInCode, signInByCode } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useLanguage, useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { CodeInput } from '../ui/code-input.tsx'
import { toasts } from '../ui/toast.tsx'
import type { Entered } from './sign-in-page.tsx'
import { SigningInAs, Step } from './step.tsx'

type CodeStepProps = { email: string; onEntered: (entered: Entered) => void; onPassword: () => void; onRestart: () => void }

export function CodeStep({ email, onEntered, onPassword, onRestart }: CodeStepProps) {
  const t = useTexts()
  const language = useLanguage()
  const [code, type] = useState('')
  const send = useMutation({ mutationFn: () => api.post(sendSignInCode, '/api/sign-in/code', { body: { email, language } }) })
  const verify = useMutation({
    mutationFn: (given: string) => api.post(signInByCode, '/api/sign-in/code/verify', { body: { email, code: given, language } }),
    onSuccess: onEntered,
    onError: () => type(''),
  })
  useOnce(() => send.mutate())
  const sendAgain = () => {
    verify.reset()
    type('')
    send.mutate(undefined, { onSuccess: () => toasts.done(t('sign-in.code.sent_again')) })
  }
  return (
    <Step
      title={t('sign-in.code.title')}
      lead={send.isError ? undefined : t('sign-in.code.sent', { address: email })}
      submit={t('sign-in.submit')}
      onSubmit={() => verify.mutate(code)}
      busy={verify.isPending}
      disabled={code.length < 6}
      others={
        <>
          <Button onClick={sendAgain} busy={send.isPending}>
            {t('sign-in.code.again')}
          </Button>
          <Button kind="quiet" onClick={onPassword}>
            {t('sign-in.password_instead')}
          </Button>
        </>
      }
    >
      <SigningInAs email={email} onChange={onRestart} />
      <CodeInput
        label={t('sign-in.code.label')}
        value={code}
        onChange={(typed) => {
          type(typed)
          if (verify.isError) verify.reset()
        }}
        onComplete={(given) => verify.mutate(given)}
        disabled={verify.isPending}
        autoFocus
        error={errorOf()}
      />
    </Step>
  )

  function errorOf(): string | undefined {
    const error = verify.error ?? send.error
    return error ? problemText(t, error) : undefined
  }
}

/** Also where React mounts twice to find mistakes, one mail is enough. */
function useOnce(work: () => void): void {
  const done = useRef(false)
  const latest = useRef(work)
  useEffect(() => {
    if (done.current) return
    done.current = true
    latest.current()
  }, [])
}
