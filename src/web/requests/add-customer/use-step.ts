// Which of the three screens is open: a part of the address, so that the browser's back button goes a step back.
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { type Step, steps } from './request-body.ts'

export type Steps = {
  readonly step: Step
  readonly open: (step: Step, how?: 'push' | 'replace') => void
  /** As the browser's back button where that leads to the step before, so that one never goes round in circles. */
  readonly back: () => void
}

export function useStep(): Steps {
  const router = useRouter()
  const navigate = useNavigate()
  const step = readStep((useSearch({ strict: false }) as Readonly<Record<string, unknown>>)['step'])
  const open = (next: Step, how: 'push' | 'replace' = 'push') =>
    void navigate({
      to: '.',
      search: (next === 'who' ? {} : { step: next }) as never,
      state: { from: how === 'push' ? step : undefined } as never,
      replace: how === 'replace',
    })
  const back = () => {
    const before = steps[steps.indexOf(step) - 1] ?? 'who'
    const { from } = router.state.location.state as { readonly from?: Step }
    if (from === before) router.history.back()
    else open(before, 'replace')
  }
  return { step, open, back }
}

const readStep = (name: unknown): Step => steps.find((step) => step === name) ?? 'who'
