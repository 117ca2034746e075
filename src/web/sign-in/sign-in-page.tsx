// Signing in, one question at a time: a passkey, or the address, then a password or an emailed code, then what the account asks beyond that.
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
import { SkeletonLines } from '../ui/skeleton.tsx'
import { textLinkClass } from '../ui/text-link.tsx'
import { AddressStep } from './address-step.tsx'
import { AlreadySignedIn } from './already-signed-in.tsx'
import { CodeStep } from './code-step.tsx'
import { NameStep } from './name-step.tsx'
import { PasswordStep } from './password-step.tsx'
import { type Pending, SecondFactorStep } from './second-factor-step.tsx'
import { useKeptAddress } from './use-kept-address.ts'
import { whereTo } from './where-to.ts'

export type Entered = z.output<typeof entered>

const steps = ['address', 'password', 'code', 'second_factor', 'name'] as const
type StepName = (typeof steps)[number]

export function SignInPage() {
  const t = useTexts()
  usePageTitle(t('sign-in.title'))
  useReloadWhenBack()
  return (
    <PublicFrame>
      <div data-roomy className="flex flex-col gap-6">
        <Steps />
        <p className="text-sm">
          <a href="/help/sign-in-and-security#sign-in" target="_blank" rel="noopener" className={textLinkClass}>
            {t('common.need_help')}
          </a>
        </p>
      </div>
    </PublicFrame>
  )
}

function Steps() {
  const t = useTexts()
  const [wanted, go] = useStep()
  const [email, keep] = useKeptAddress()
  const [pending, setPending] = useState<Pending>()
  const { as } = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const [isOther, setOther] = useState(as === 'other')
  const step = reachable(wanted, email, pending)
  const me = useQuery({ ...meQuery, enabled: step === 'address' && !isOther })
  const next = (result: Entered) => {
    if (result.step === 'second_factor') {
      setPending(result)
      return go('second_factor')
    }
    keep('')
    if (result.isNew) return go('name', true)
    location.replace(whereTo())
  }
  const restart = () => go('address')
  switch (step) {
    case 'name':
      return <NameStep />
    case 'second_factor':
      return pending && <SecondFactorStep pending={pending} onEntered={next} onRestart={restart} />
    case 'password':
      return <PasswordStep email={email} onEntered={next} onCode={() => go('code')} onRestart={restart} />
    case 'code':
      return <CodeStep email={email} onEntered={next} onPassword={() => go('password')} onRestart={restart} />
    case 'address':
      if (me.isLoading) return <SkeletonLines label={t('ui.loading')} lines={3} />
      if (me.data && !isOther) return <AlreadySignedIn person={me.data.person} onOther={() => setOther(true)} />
      return (
        <AddressStep
          email={email}
          onEntered={next}
          onAddress={(given) => {
            keep(given)
            go('password')
          }}
        />
      )
  }
}

/** A step needs what the steps before it have found out. */
function reachable(wanted: StepName, email: string, pending: Pending | undefined): StepName {
  if (wanted === 'second_factor' && !pending) return 'address'
  return (wanted === 'password' || wanted === 'code') && email === '' ? 'address' : wanted
}

/** The step stands in the address, so that the browser's back button goes one step back. */
function useStep(): [StepName, (step: StepName, replace?: boolean) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const navigate = useNavigate()
  const go = (step: StepName, replace = false) =>
    void navigate({ to: '/sign-in', search: { ...search, step: step === 'address' ? undefined : step } as never, replace })
  return [steps.find((step) => step === search['step']) ?? 'address', go]
}

/** A page that the browser kept in memory would show a sign-in that is over. */
function useReloadWhenBack(): void {
  useEffect(() => {
    const reload = ({ persisted }: PageTransitionEvent) => persisted && location.reload()
    addEventListener('pageshow', reload)
    return () => removeEventListener('pageshow', reload)
  }, [])
}
