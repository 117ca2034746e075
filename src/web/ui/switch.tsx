// Turns one thing on or off, at once. The words beside it say what is on.
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

export type SwitchProps = {
  label: ReactNode
  hint?: ReactNode
  labelHidden?: boolean | undefined
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean | undefined
  /** Where the switch stands: after its words (as in settings) or before them. */
  side?: 'start' | 'end' | undefined
}

export function Switch({ label, hint, labelHidden, checked, onChange, disabled = false, side = 'end' }: SwitchProps) {
  const id = useId()
  return (
    <label
      className={classNames(
        'flex min-h-6 items-start gap-3 text-sm has-disabled:text-faint pointer-coarse:py-1.5',
        side === 'end' && 'flex-row-reverse justify-between',
      )}
    >
      <span className="relative flex h-5 w-9 shrink-0">
        <input
          type="checkbox"
          role="switch"
          {...{ checked, disabled }}
          aria-checked={checked}
          aria-labelledby={`${id}-label`}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={({ target }) => onChange(target.checked)}
          className="peer h-5 w-9 appearance-none rounded-full border border-edge bg-sunken checked:border-accent checked:bg-accent disabled:opacity-50 forced-colors:checked:bg-[Highlight]"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-[3px] left-[3px] size-3.5 rounded-full bg-edge transition-[translate] peer-checked:translate-x-4 peer-checked:bg-on-solid forced-colors:bg-[ButtonText]"
        />
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
