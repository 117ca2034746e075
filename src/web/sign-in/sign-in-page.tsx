// Signing in, one question at a time: the address, then a password or an emailed code, then what the account asks beyond that.
// The step after the address is the same whoever it belongs to.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { entered } from '../../server/identity/contract.ts'
import { meQuery } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { useTexts } from '../texts.tsx'
import { AddressStep } from './address-step.tsx'
import { CodeStep } from './code-step.tsx'
import { NameStep } from './name-step.tsx'
import { PasswordStep } from './password-step.tsx'
import { SecondFactorStep } from './second-factor-step.tsx'
import { whereTo } from './where-to.ts'

export type Entered = z.output<typeof entered>

export function SignInPage() {
  const t = useTexts()
  usePageTitle(t('sign-in.title'))
  const [step, go] = useStep()
  const [email, say] = useState('')
  const [continuation, keep] = useState('')
  useSignedInAlready(step)

  const next = (result: Entered) => {
    if (result.step === 'second_factor') {
      keep(result.continuation)
      go('second_factor')
    } else if (result.isNew) go('name')
    else location.assign(whereTo())
  }
  const restart = () => go('address')
  return (
    <PublicFrame>
      <div className="flex flex-col gap-6">{shown()}</div>
    </PublicFrame>
  )

  function shown() {
    if (step === 'name') return <NameStep />
    if (step === 'second_factor' && continuation !== '')
      return <SecondFactorStep continuation={continuation} onEntered={next} onRestart={restart} />
    if (step === 'password' && email !== '')
      return <PasswordStep email={email} onEntered={next} onCode={() => go('code')} onRestart={restart} />
    if (step === 'code' && email !== '')
      return <CodeStep email={email} onEntered={next} onPassword={() => go('password')} onRestart={restart} />
    return (
      <AddressStep
        email={email}
        onAddress={(given) => {
          say(given)
          go('password')
        }}
      />
    )
  }
}

/** The step stands in the address, so that the browser's back button goes one step back. */
function useStep(): [string, (step: string) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>
  const navigate = useNavigate()
  const go = (step: string) =>
    void navigate({ to: '/sign-in', search: { ...search, step: step === 'address' ? undefined : step } as never })
  return [search['step'] ?? 'address', go]
}

/** Whoever comes here signed in goes on at once. */
function useSignedInAlready(step: string): void {
  const { data } = useQuery({ ...meQuery, enabled: step === 'address' })
  useEffect(() => {
    if (data && step === 'address') location.replace(whereTo())
  }, [data, step])
}
