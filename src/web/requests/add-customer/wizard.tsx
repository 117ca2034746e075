// The three screens and what holds them together: the draft, the step in the address, what is wrong, and where the focus goes.
import { useEffect, useRef, useState } from 'react'
import type { OwnOrganisation } from '../../shell/me.ts'
import { useLanguage, useTexts } from '../../texts.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { CheckStep } from './check-step.tsx'
import { today } from './days.ts'
import type { Draft } from './draft.ts'
import { DraftNote } from './draft-note.tsx'
import { type Field, firstWrongStep, type Step, stepOf, steps, valueAt, type Wrong, wrongIn, wrongOf } from './request-body.ts'
import { StepForm } from './step-form.tsx'
import { useDraft } from './use-draft.ts'
import { useStep } from './use-step.ts'
import { WhatStep } from './what-step.tsx'
import { WhoStep } from './who-step.tsx'

/** What the server refused, of that draft. */
type Refused = { readonly wrong: Wrong; readonly draft: Draft }

export function Wizard({ own, personId }: { own: OwnOrganisation; personId: string }) {
  const t = useTexts()
  const { draft, change, clear, isKept } = useDraft(`${own.id} ${personId}`, useLanguage())
  const { step: asked, open, back } = useStep()
  const [tried, setTried] = useState<readonly Step[]>([])
  const [refused, setRefused] = useState<Refused>()
  const [attempt, setAttempt] = useState(0)
  const isVerified = own.isVerifiedPartner
  const wrong = wrongIn(draft, { isVerified, today: today() })
  const firstWrong = firstWrongStep(wrong)
  const step = firstWrong !== undefined && steps.indexOf(firstWrong) < steps.indexOf(asked) ? firstWrong : asked
  const shown = { ...only(wrong, (field) => tried.includes(stepOf(field))), ...stillRefused(refused, draft) }
  const frame = useFocus(step, attempt)

  useEffect(() => {
    if (step !== asked) open(step, 'replace')
  })

  const next = () => {
    setTried([...tried, step])
    const isWrongHere = Object.keys(only(wrong, (field) => stepOf(field) === step)).length > 0
    if (isWrongHere) setAttempt(attempt + 1)
    else open(steps[steps.indexOf(step) + 1] ?? 'check')
  }
  /** Whether the refusal belongs to a field, which is then on screen. */
  const refuse = (error: unknown): boolean => {
    const belongs = wrongOf(error, draft)
    const at = belongs && firstWrongStep(belongs)
    if (!belongs || !at) return false
    setRefused({ wrong: belongs, draft })
    setAttempt(attempt + 1)
    open(at)
    return true
  }
  const parts = { draft, onChange: change, wrong: shown }
  return (
    <div ref={frame} className="flex flex-col gap-8">
      <Stepper
        label={t('add-customer.steps')}
        steps={steps.map((name) => t(`add-customer.step.${name}`))}
        current={steps.indexOf(step)}
        onBack={(index) => open(steps[index] ?? 'who')}
      />
      {step === 'who' && (
        <StepForm step="who" organisation={own.id} onNext={next}>
          {isKept && <DraftNote onClear={clear} />}
          <WhoStep {...parts} organisation={own.id} />
        </StepForm>
      )}
      {step === 'what' && (
        <StepForm step="what" organisation={own.id} onNext={next} onBack={back}>
          <WhatStep {...parts} organisation={own.id} partner={own.name} isVerified={isVerified} />
        </StepForm>
      )}
      {step === 'check' && (
        <CheckStep {...{ draft, own, onBack: back }} onChange={change} onEdit={open} onRefused={refuse} onSent={clear} />
      )}
    </div>
  )
}

function only(wrong: Wrong, wanted: (field: Field) => boolean): Wrong {
  return Object.fromEntries(Object.entries(wrong).filter(([field]) => wanted(field as Field)))
}

function stillRefused(refused: Refused | undefined, draft: Draft): Wrong {
  if (!refused) return {}
  return only(refused.wrong, (field) => valueAt(draft, field) === valueAt(refused.draft, field))
}

/** A new step begins at its heading; after an attempt that failed, at the first field that is wrong. */
function useFocus(step: Step, attempt: number) {
  const frame = useRef<HTMLDivElement>(null)
  const done = useRef({ step, attempt })
  useEffect(() => {
    const { current } = done
    const wrong = frame.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')
    if (attempt !== current.attempt && wrong) {
      wrong.focus({ preventScroll: true })
      wrong.scrollIntoView({ block: 'center' })
      done.current = { step, attempt }
    } else if (step !== current.step) {
      frame.current?.querySelector<HTMLElement>('h2[tabindex]')?.focus({ preventScroll: true })
      done.current = { ...current, step }
    }
  }, [step, attempt])
  return frame
}
