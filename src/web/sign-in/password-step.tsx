// The password, or a code instead. Looks the same for every address.
/* oxlint-disable jsx-a11y/no-autofocus -- the page asks for nothing else */
import { useMutation } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import { useState } from 'react'
import { sendSignInCode, signInByPassword } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { useLanguage, useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { FormProblem } from './form-problem.tsx'
import { PasswordInput } from './password-input.tsx'
import type { Entered } from './sign-in-page.tsx'
import { Or, SigningInAs, Step } from './step.tsx'
import { useProblemText } from './use-problem-text.ts'

type PasswordStepProps = { email: string; onEntered: (entered: Entered) => void; onCode: () => void; onRestart: () => void }

export function PasswordStep({ email, onEntered, onCode, onRestart }: PasswordStepProps) {
  const t = useTexts()
  const language = useLanguage()
  const problem = useProblemText()
  const [password, type] = useState('')
  const [isMissing, setMissing] = useState(false)
  const signIn = useMutation({
    mutationFn: () => api.post(signInByPassword, '/api/sign-in/password', { body: { email, password } }),
    onSuccess: onEntered,
  })
  const send = useMutation({
    mutationFn: () => api.post(sendSignInCode, '/api/sign-in/code', { body: { email, language } }),
    onSuccess: onCode,
  })
  return (
    <Step
      title={t('sign-in.title')}
      submit={t('sign-in.submit')}
      onSubmit={() => (password === '' ? setMissing(true) : signIn.mutate())}
      busy={signIn.isPending || signIn.isSuccess}
      others={
        <>
          <Or />
          <Button size="large" wide icon={<Mail aria-hidden="true" />} onClick={() => send.mutate()} busy={send.isPending}>
            {t('sign-in.code_instead')}
          </Button>
          <FormProblem>{problem(send.error)}</FormProblem>
          <p className="text-sm text-muted">{t('sign-in.code_instead.hint')}</p>
        </>
      }
    >
      <SigningInAs email={email} onChange={onRestart} />
      <PasswordInput
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={(value) => {
          type(value)
          setMissing(false)
          signIn.reset()
        }}
        error={isMissing ? t('sign-in.password.missing') : problem(signIn.error)}
      />
    </Step>
  )
}
