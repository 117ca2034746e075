// Yes or no to one sentence; mixed when it stands for several of which only some are chosen.
import { Check, Minus } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from './class-names.ts'

export type CheckboxProps = {
  label: ReactNode
  hint?: ReactNode
  /** The label is only spoken, as in a column of check boxes. */
  labelHidden?: boolean | undefined
  checked: boolean
  mixed?: boolean | undefined
  onChange: (checked: boolean) => void
  disabled?: boolean | undefined
  name?: string | undefined
}

export function Checkbox({ label, hint, labelHidden, checked, mixed = false, onChange, disabled = false, name }: CheckboxProps) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed
  }, [mixed])
  return (
    <label
      className={classNames(
        'flex min-h-6 items-start gap-2.5 text-sm has-disabled:text-faint',
        labelHidden ? 'w-fit p-1' : 'pointer-coarse:py-1.5',
      )}
    >
      <span className={classNames('relative flex size-4 shrink-0', !labelHidden && 'mt-0.5')}>
        <input
          ref={box}
          type="checkbox"
          {...{ checked, disabled, name }}
          aria-labelledby={`${id}-label`}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={({ target }) => onChange(target.checked)}
          className={boxClass}
        />
        <Check aria-hidden="true" className={classNames(signClass, 'peer-checked:not-peer-indeterminate:block')} />
        <Minus aria-hidden="true" className={classNames(signClass, 'peer-indeterminate:block')} />
      </span>
      <span className={classNames('min-w-0', labelHidden && 'sr-only')}>
        <span id={`${id}-label`}>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="block text-xs text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}

const boxClass =
  'peer size-4 appearance-none rounded-sm border border-edge bg-surface checked:border-accent checked:bg-accent ' +
  'indeterminate:border-accent indeterminate:bg-accent disabled:opacity-50 forced-colors:checked:bg-[Highlight] forced-colors:indeterminate:bg-[Highlight]'
const signClass = 'pointer-events-none absolute inset-0.5 hidden size-3 stroke-3 text-on-solid forced-colors:text-[HighlightText]'
