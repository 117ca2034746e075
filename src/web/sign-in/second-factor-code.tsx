// The second factor by code: six digits of the authenticator, or one of the recovery codes.
/* oxlint-disable jsx-a11y/no-autofocus -- the page asks for nothing else */
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { giveSecondFactor } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { CodeInput } from '../ui/code-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { Entered } from './sign-in-page.tsx'
import { BeginAgain, isBeginAgain, Step } from './step.tsx'
import { useProblemText } from './use-problem-text.ts'

export type SecondFactorProps = {
  continuation: string
  onEntered: (entered: Entered) => void
  onRestart: () => void
  others: ReactNode
}

export function SecondFactorCode({
  continuation,
  withRecovery,
  onEntered,
  onRestart,
  others,
}: SecondFactorProps & { withRecovery: boolean }) {
  const t = useTexts()
  const problem = useProblemText()
  const [code, type] = useState('')
  const [isMissing, setMissing] = useState(false)
  const give = useMutation({
    mutationFn: (given: string) => api.post(giveSecondFactor, '/api/sign-in/second-factor', { body: { continuation, code: given } }),
    onSuccess: onEntered,
    onError: () => {
      if (!withRecovery) type('')
    },
  })
  const change = (typed: string) => {
    type(typed)
    setMissing(false)
    if (typed !== '') give.reset()
  }
  const isBusy = give.isPending || give.isSuccess
  const wrong = withRecovery ? 'sign-in.second.recovery_wrong' : 'sign-in.second.wrong'
  const missing = withRecovery ? 'sign-in.second.recovery_hint' : 'sign-in.code.missing'
  const error = isMissing ? t(missing) : problem(give.error, { code_wrong: wrong, invalid_input: wrong })
  const field = { value: code, onChange: change, autoFocus: true, error }
  if (isBeginAgain(give.error)) return <BeginAgain onRestart={onRestart} />
  return (
    <Step
      title={t('sign-in.second.title')}
      lead={withRecovery ? t('sign-in.second.recovery_hint') : t('sign-in.second.lead')}
      submit={t('sign-in.submit')}
      onSubmit={() => (code.trim().length < 6 ? setMissing(true) : give.mutate(code))}
      busy={isBusy}
      others={others}
    >
      {withRecovery ? (
        <TextInput
          {...field}
          label={t('sign-in.second.recovery_label')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
      ) : (
        <CodeInput {...field} label={t('sign-in.second.label')} onComplete={(given) => give.mutate(given)} busy={isBusy} />
      )}
    </Step>
  )
}
