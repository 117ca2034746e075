// Six digits from an email or an authenticator, in one field: what is pasted or filled in by the browser may hold spaces.
/* oxlint-disable jsx-a11y/no-autofocus -- for screens that ask for nothing but the code */
import { useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'
import { controlClass, Field, type FieldTexts } from './field.tsx'

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
  const input = useStartAgain(value)
  const type = (typed: string) => {
    const digits = typed.replaceAll(/\D/g, '').slice(0, length)
    if (digits === value) return
    onChange(digits)
    if (digits.length === length) onComplete?.(digits)
  }
  return (
    <Field {...texts}>
      {(control) => (
        <input
          ref={input}
          inputMode="numeric"
          autoComplete="one-time-code"
          {...{ value, disabled, autoFocus }}
          {...control}
          readOnly={busy}
          onChange={({ target }) => type(target.value)}
          className={classNames(
            controlClass,
            'min-h-11 max-w-52 px-3 font-medium tracking-[0.5em] tabular-nums in-data-roomy:min-h-12 in-data-roomy:text-lg',
          )}
        />
      )}
    </Field>
  )
}

/** Six digits that are taken away were wrong: one types them again. */
function useStartAgain(value: string) {
  const input = useRef<HTMLInputElement>(null)
  const wasFull = useRef(false)
  useEffect(() => {
    if (value === '' && wasFull.current) input.current?.focus()
    wasFull.current = value.length === length
  }, [value])
  return input
}

const length = 6
