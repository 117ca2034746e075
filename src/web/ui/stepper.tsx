// Where one stands in a task of two or three steps.
import { Check } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'

export type StepperProps = {
  label: string
  steps: readonly string[] /** From 0. */
  current: number
  onBack?: ((step: number) => void) | undefined
}

export function Stepper({ label, steps, current, onBack }: StepperProps) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {steps.map((step, index) => (
          <li key={step} aria-current={index === current ? 'step' : undefined} className="flex items-center gap-2">
            <Step {...{ step, index, current }} {...(onBack && { onBack })} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Step({
  step,
  index,
  current,
  onBack,
}: {
  step: string
  index: number
  current: number
  onBack?: ((step: number) => void) | undefined
}) {
  const t = useTexts()
  const done = index < current
  const content = (
    <>
      <span
        className={classNames(
          'flex size-6 items-center justify-center rounded-full border text-xs font-medium tabular-nums',
          looks[done ? 'done' : index === current ? 'current' : 'ahead'],
        )}
      >
        {done ? <Check aria-hidden="true" className="size-3.5" /> : index + 1}
      </span>
      <span className={index === current ? 'font-medium' : 'text-muted'}>{step}</span>
      {done && <span className="sr-only">{t('ui.step_done')}</span>}
    </>
  )
  if (!done || !onBack) return content
  return (
    <button type="button" onClick={() => onBack(index)} className="flex items-center gap-2 rounded-md hover:underline">
      {content}
    </button>
  )
}

const looks = {
  done: 'border-accent-line bg-accent-soft text-accent-ink',
  current:
    'border-accent bg-accent text-on-solid forced-colors:border-[Highlight] forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-colors:forced-color-adjust-none',
  ahead: 'border-line text-muted',
}
