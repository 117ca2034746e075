// Yes or no to one sentence; mixed when it stands for several of which only some are chosen.
import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import { type ReactNode, useId } from 'react'
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
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control inside is a component
    <label
      className={classNames(
        'flex items-start gap-2.5 text-sm has-data-disabled:text-faint',
        labelHidden ? 'w-fit p-1' : 'pointer-coarse:py-1.5',
      )}
    >
      <BaseCheckbox.Root
        checked={checked}
        indeterminate={mixed}
        onCheckedChange={onChange}
        disabled={disabled}
        {...(name && { name })}
        {...(hint ? { 'aria-describedby': id } : {})}
        className={classNames(boxClass, !labelHidden && 'mt-0.5')}
      >
        <BaseCheckbox.Indicator className="flex data-unchecked:hidden">{mixed ? <Minus /> : <Check />}</BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
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

const boxClass =
  'flex size-4 shrink-0 items-center justify-center rounded-sm border border-edge bg-surface text-on-solid transition-colors [&_svg]:size-3 [&_svg]:stroke-3 ' +
  'data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent data-disabled:opacity-50 ' +
  'forced-colors:data-checked:bg-[Highlight] forced-colors:data-indeterminate:bg-[Highlight]'
