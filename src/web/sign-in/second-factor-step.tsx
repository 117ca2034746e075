// The second factor: six digits of the authenticator, or one of the recovery codes.
/* oxlint-disable jsx-a11y/no-autofocus -- the page asks for nothing else */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { giveSecondFactor } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { Problem, problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CodeInput } from '../ui/code-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { Entered } from './sign-in-page.tsx'
import { Step } from './step.tsx'

type SecondFactorStepProps = { continuation: string; onEntered: (entered: Entered) => void; onRestart: () => void }

export function SecondFactorStep({ continuation, onEntered, onRestart }: SecondFactorStepProps) {
  const t = useTexts()
  const [code, type] = useState('')
  const [withRecovery, takeRecovery] = useState(false)
  const give = useMutation({
    mutationFn: (given: string) => api.post(giveSecondFactor, '/api/sign-in/second-factor', { body: { continuation, code: given } }),
    onSuccess: onEntered,
    onError: () => type(''),
  })
  const isOver = give.error instanceof Problem && give.error.code === 'code_expired'
  const change = (typed: string) => {
    type(typed)
    if (give.isError) give.reset()
  }
  const shared = { value: code, onChange: change, autoFocus: true, error: give.isError ? problemText(t, give.error) : undefined }
  if (isOver)
    return (
      <Banner tone="warning" urgent actions={<Button onClick={onRestart}>{t('sign-in.begin_again')}</Button>}>
        {t('sign-in.second.expired')}
      </Banner>
    )
  return (
    <Step
      title={t('sign-in.second.title')}
      lead={withRecovery ? t('sign-in.second.recovery_hint') : t('sign-in.second.lead')}
      submit={t('sign-in.submit')}
      onSubmit={() => give.mutate(code)}
      busy={give.isPending}
      disabled={code.trim().length < 6}
      others={
        <Button
          kind="quiet"
          onClick={() => {
            takeRecovery(!withRecovery)
            change('')
          }}
        >
          {t(withRecovery ? 'sign-in.second.app_instead' : 'sign-in.second.recovery_instead')}
        </Button>
      }
    >
      {withRecovery ? (
        <TextInput {...shared} label={t('sign-in.second.recovery_label')} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      ) : (
        <CodeInput {...shared} label={t('sign-in.second.label')} onComplete={(given) => give.mutate(given)} disabled={give.isPending} />
      )}
    </Step>
  )
}
