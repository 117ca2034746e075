// Six digits from an email or an authenticator. One paste or one autofill fills all of them.
/* oxlint-disable jsx-a11y/no-autofocus -- for screens that ask for nothing but the code */
import { OTPField } from '@base-ui/react/otp-field'
import { useEffect, useRef } from 'react'
import { useTexts } from '../texts.tsx'
import { Field, type FieldTexts } from './field.tsx'

export type CodeInputProps = FieldTexts & {
  value: string
  onChange: (value: string) => void
  /** All six digits are there. */
  onComplete?: ((value: string) => void) | undefined
  disabled?: boolean | undefined
  /** The digits are being checked: they cannot be changed, and the focus stays. */
  busy?: boolean | undefined
  autoFocus?: boolean | undefined
}

export function CodeInput({ value, onChange, onComplete, disabled = false, busy = false, autoFocus = false, ...texts }: CodeInputProps) {
  const t = useTexts()
  const root = useStartAgain(value)
  return (
    <Field {...texts} disabled={disabled}>
      <OTPField.Root
        ref={root}
        readOnly={busy}
        length={places.length}
        value={value}
        onValueChange={(typed) => onChange(typed)}
        onValueComplete={(typed) => onComplete?.(typed)}
        className="flex gap-1.5 in-data-roomy:gap-2"
      >
        {places.map((place) => (
          <OTPField.Input
            key={place}
            autoFocus={autoFocus && place === 1}
            {...(place > 1 && { 'aria-label': t('ui.digit', { place, of: places.length }) })}
            className="h-11 w-10 min-w-0 in-data-roomy:h-12 in-data-roomy:w-12 rounded-md border border-edge bg-surface text-center text-lg font-medium tabular-nums transition-colors hover:border-muted focus-visible:border-focus focus-visible:outline-2 focus-visible:-outline-offset-1 disabled:bg-sunken disabled:text-faint data-invalid:border-danger"
          />
        ))}
      </OTPField.Root>
    </Field>
  )
}

/** Six digits that are taken away were wrong: one types them again from the first. */
function useStartAgain(value: string) {
  const root = useRef<HTMLDivElement>(null)
  const wasFull = useRef(false)
  useEffect(() => {
    if (value === '' && wasFull.current) root.current?.querySelector('input')?.focus()
    wasFull.current = value.length === places.length
  }, [value])
  return root
}

const places = [1, 2, 3, 4, 5, 6]
