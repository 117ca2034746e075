// Six digits by email, and another mail after a pause. The code was sent by the step before.
/* oxlint-disable jsx-a11y/no-autofocus -- the page asks for nothing else */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { sendSignInCode, signInByCode } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { useLanguage, useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { CodeInput } from '../ui/code-input.tsx'
import { toasts } from '../ui/toast-queue.ts'
import type { Entered } from './sign-in-page.tsx'
import { OtherWay, Step } from './step.tsx'
import { usePause } from './use-pause.ts'
import { useProblemText } from './use-problem-text.ts'

type CodeStepProps = { email: string; onEntered: (entered: Entered) => void; onPassword: () => void; onRestart: () => void }

export function CodeStep({ email, onEntered, onPassword, onRestart }: CodeStepProps) {
  const t = useTexts()
  const language = useLanguage()
  const problem = useProblemText()
  const [code, type] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [mails, setMails] = useState(1)
  const [secondsLeft, pause] = usePause(pauseSeconds)
  const verify = useMutation({
    mutationFn: (given: string) => api.post(signInByCode, '/api/sign-in/code/verify', { body: { email, code: given, language } }),
    onSuccess: onEntered,
    onError: () => type(''),
  })
  const send = useMutation({
    mutationFn: () => api.post(sendSignInCode, '/api/sign-in/code', { body: { email, language } }),
    onSuccess: () => {
      verify.reset()
      type('')
      pause()
      setMails(mails + 1)
      toasts.done(t('sign-in.code.sent_again'))
    },
  })
  return (
    <Step
      title={t('sign-in.code.title')}
      lead={t('sign-in.code.sent', { address: email })}
      submit={t('sign-in.submit')}
      onSubmit={() => (code.length < 6 ? setMissing(true) : verify.mutate(code))}
      busy={verify.isPending || verify.isSuccess}
      others={
        <>
          <Button size="large" onClick={() => send.mutate()} busy={send.isPending} disabled={secondsLeft > 0}>
            <span className="tabular-nums">
              {secondsLeft > 0 ? t('sign-in.code.again_in', { seconds: secondsLeft }) : t('sign-in.code.again')}
            </span>
          </Button>
          <p className="pb-2 text-sm text-muted">{t('sign-in.code.not_there')}</p>
          <OtherWay onClick={onPassword}>{t('sign-in.password_instead')}</OtherWay>
          <OtherWay onClick={onRestart}>{t('sign-in.address.change')}</OtherWay>
        </>
      }
    >
      <CodeInput
        key={mails}
        label={t('sign-in.code.label')}
        value={code}
        onChange={(typed) => {
          type(typed)
          setMissing(false)
          if (typed !== '') verify.reset()
        }}
        onComplete={(given) => verify.mutate(given)}
        busy={verify.isPending || verify.isSuccess}
        autoFocus
        error={isMissing ? t('sign-in.code.missing') : problem(verify.error ?? send.error)}
      />
    </Step>
  )
}

const pauseSeconds = 30
