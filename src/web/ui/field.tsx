// What surrounds every control of a form: its label, a hint, and the error that says what to do.
import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'

export type FieldTexts = {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean | undefined
  /** For places where the surroundings already name the control; it is still spoken. */
  labelHidden?: boolean | undefined
}

/** What ties a control to its words; the control spreads it. */
export type FieldControl = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

export function Field({
  label,
  hint,
  error,
  optional,
  labelHidden,
  custom,
  children,
}: FieldTexts & {
  /** The control is no native one: it names its label itself, and the words open nothing. */
  custom?: boolean | undefined
  children: (control: FieldControl, labelId: string) => ReactNode
}) {
  const t = useTexts()
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label
        id={`${id}-label`}
        htmlFor={custom ? undefined : id}
        className={classNames('text-sm font-medium wrap-anywhere', labelHidden ? 'sr-only' : 'w-fit')}
      >
        {label}
        {optional && <span className="font-normal text-muted"> {t('ui.optional')}</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }, `${id}-label`)}
      {hint && (
        <p id={`${id}-hint`} className="max-w-prose text-xs text-muted in-data-roomy:text-sm">
          {hint}
        </p>
      )}
      {error && (
        <div
          id={`${id}-error`}
          aria-live="polite"
          className="flex max-w-prose items-start gap-1.5 text-xs wrap-anywhere text-danger-ink in-data-roomy:text-sm"
        >
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 in-data-roomy:size-4" />
          {error}
        </div>
      )}
    </div>
  )
}

/** The look of everything one types or picks into; larger inside an element with `data-roomy`, for pages that ask one thing. */
export const controlClass =
  'min-h-8 w-full min-w-0 rounded-md text-ellipsis border border-edge bg-surface px-2.5 py-1 text-sm text-ink pointer-coarse:min-h-11 pointer-coarse:text-base ' +
  'in-data-roomy:min-h-11 in-data-roomy:text-base hover:border-muted focus-visible:border-focus focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-focus aria-invalid:border-danger ' +
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint data-disabled:cursor-not-allowed data-disabled:bg-sunken data-disabled:text-faint forced-colors:disabled:border-[GrayText] forced-colors:disabled:text-[GrayText] forced-colors:data-disabled:border-[GrayText] forced-colors:data-disabled:text-[GrayText]'
