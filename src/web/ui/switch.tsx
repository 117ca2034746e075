// Turns one thing on or off, at once. The words beside it say what is on.
import { Switch as BaseSwitch } from '@base-ui/react/switch'
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
    // biome-ignore lint/a11y/noLabelWithoutControl: the control inside is a component
    <label
      className={classNames(
        'flex items-start gap-3 text-sm has-data-disabled:text-faint pointer-coarse:py-1.5',
        side === 'end' && 'flex-row-reverse justify-between',
      )}
    >
      <BaseSwitch.Root
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        {...(hint ? { 'aria-describedby': id } : {})}
        className="flex h-5 w-9 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 forced-colors:data-checked:bg-[Highlight]"
      >
        <BaseSwitch.Thumb className="size-3.5 rounded-full bg-edge transition-[translate,background-color] data-checked:translate-x-4 data-checked:bg-on-solid forced-colors:bg-[ButtonText]" />
      </BaseSwitch.Root>
      <span className={classNames('min-w-0', labelHidden && 'sr-only')}>
        {label}
        {hint && (
          <span id={id} className="block text-xs text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
