// The second factor: a passkey, six digits of the authenticator, or one of the recovery codes.
import { useState } from 'react'
import type { SecondFactor } from '../../server/identity/contract.ts'
import { beginSecondFactorByPasskey, giveSecondFactorByPasskey } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { FormProblem } from './form-problem.tsx'
import { canUsePasskeys } from './passkey.ts'
import { SecondFactorCode, type SecondFactorProps } from './second-factor-code.tsx'
import type { Entered } from './sign-in-page.tsx'
import { BeginAgain, isBeginAgain, OtherWay, Step } from './step.tsx'
import { usePasskey } from './use-passkey.ts'
import { useProblemText } from './use-problem-text.ts'

export type Pending = { readonly continuation: string; readonly secondFactors: readonly SecondFactor[] }
type Way = SecondFactor | 'recovery'
type SecondFactorStepProps = { pending: Pending; onEntered: (entered: Entered) => void; onRestart: () => void }

const insteads = {
  passkey: 'sign-in.passkey.instead',
  totp: 'sign-in.second.app_instead',
  recovery: 'sign-in.second.recovery_instead',
} as const

export function SecondFactorStep({ pending, onEntered, onRestart }: SecondFactorStepProps) {
  const t = useTexts()
  const ways: readonly Way[] = [...pending.secondFactors.filter((factor) => factor !== 'passkey' || canUsePasskeys()), 'recovery']
  const [way, choose] = useState<Way>(ways[0] ?? 'recovery')
  const others = ways
    .filter((other) => other !== way)
    .map((other) => (
      <OtherWay key={other} onClick={() => choose(other)}>
        {t(insteads[other])}
      </OtherWay>
    ))
  const step = { continuation: pending.continuation, onEntered, onRestart, others }
  return way === 'passkey' ? <ByPasskey {...step} /> : <SecondFactorCode key={way} withRecovery={way === 'recovery'} {...step} />
}

function ByPasskey({ continuation, onEntered, onRestart, others }: SecondFactorProps) {
  const t = useTexts()
  const problem = useProblemText()
  const { ask, isBusy, error } = usePasskey({
    begin: () => api.post(beginSecondFactorByPasskey, '/api/sign-in/second-factor/passkey/begin', { body: { continuation } }),
    give: (passkey) => api.post(giveSecondFactorByPasskey, '/api/sign-in/second-factor/passkey', { body: { continuation, passkey } }),
    onDone: onEntered,
  })
  if (isBeginAgain(error)) return <BeginAgain onRestart={onRestart} />
  return (
    <Step
      title={t('sign-in.second.title')}
      lead={t('sign-in.second.passkey_lead')}
      submit={t('sign-in.passkey.confirm')}
      onSubmit={ask}
      busy={isBusy}
      others={others}
    >
      <FormProblem>{problem(error)}</FormProblem>
    </Step>
  )
}
