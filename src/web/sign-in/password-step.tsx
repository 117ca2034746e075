// The password, or a code instead. Looks the same for every address.
/* oxlint-disable jsx-a11y/no-autofocus -- the page asks for nothing else */
import { useMutation } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import { useState } from 'react'
import { signInByPassword } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { PasswordInput } from './password-input.tsx'
import type { Entered } from './sign-in-page.tsx'
import { SigningInAs, Step } from './step.tsx'

type PasswordStepProps = { email: string; onEntered: (entered: Entered) => void; onCode: () => void; onRestart: () => void }

export function PasswordStep({ email, onEntered, onCode, onRestart }: PasswordStepProps) {
  const t = useTexts()
  const [password, type] = useState('')
  const signIn = useMutation({
    mutationFn: () => api.post(signInByPassword, '/api/sign-in/password', { body: { email, password } }),
    onSuccess: onEntered,
  })
  return (
    <Step
      title={t('sign-in.title')}
      submit={t('sign-in.submit')}
      onSubmit={() => signIn.mutate()}
      busy={signIn.isPending}
      disabled={password === ''}
      others={
        <>
          <Separator text={t('sign-in.or')} />
          <Button size="large" wide icon={<Mail aria-hidden="true" />} onClick={onCode}>
            {t('sign-in.code_instead')}
          </Button>
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
          signIn.reset()
        }}
        error={signIn.isError ? problemText(t, signIn.error) : undefined}
      />
    </Step>
  )
}

function Separator({ text }: { text: string }) {
  return (
    <div className="flex items-center gap-3 text-sm text-muted">
      <span className="h-px grow bg-line" />
      {text}
      <span className="h-px grow bg-line" />
    </div>
  )
}
