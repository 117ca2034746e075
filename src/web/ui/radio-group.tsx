// One choice out of a few that are all visible, each with a sentence if it needs one.
import { Radio } from '@base-ui/react/radio'
import { RadioGroup as BaseRadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import { classNames } from './class-names.ts'
import type { FieldTexts } from './field.tsx'
import { GroupField } from './group-field.tsx'
import type { Option } from './select.tsx'

export type RadioGroupProps<Value extends string> = FieldTexts & {
  options: readonly Option<Value>[]
  /** Null while nothing was chosen yet. */
  value: Value | null
  onChange: (value: Value) => void
  disabled?: boolean | undefined
  /** Cards have a frame each and more room. */
  look?: 'list' | 'cards' | undefined
}

export function RadioGroup<Value extends string>({
  options,
  value,
  onChange,
  disabled = false,
  look = 'list',
  ...texts
}: RadioGroupProps<Value>) {
  return (
    <GroupField {...texts}>
      {(described) => (
        <BaseRadioGroup<Value | null>
          {...described}
          value={value}
          onValueChange={(chosen) => chosen !== null && onChange(chosen)}
          disabled={disabled}
          className="flex flex-col gap-2"
        >
          {options.map((option) => (
            <Choice key={option.value} option={option} card={look === 'cards'} />
          ))}
        </BaseRadioGroup>
      )}
    </GroupField>
  )
}

function Choice<Value extends string>({ option, card }: { option: Option<Value>; card: boolean }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control inside is a component
    <label
      className={classNames(
        'flex items-start gap-2.5 text-sm has-data-disabled:text-faint pointer-coarse:py-1.5',
        card &&
          'rounded-lg border border-line p-3 transition-colors hover:bg-hover has-data-checked:border-accent has-data-checked:bg-accent-soft',
      )}
    >
      <Radio.Root
        value={option.value}
        disabled={option.disabled ?? false}
        {...(option.hint && { 'aria-describedby': id })}
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-edge bg-surface transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 forced-colors:data-checked:bg-[Highlight]"
      >
        <Radio.Indicator className="size-1.5 rounded-full bg-on-solid data-unchecked:hidden" />
      </Radio.Root>
      <span className="min-w-0">
        <span className={classNames(card && 'font-medium')}>{option.label}</span>
        {option.hint && (
          <span id={id} className="block text-xs text-muted">
            {option.hint}
          </span>
        )}
      </span>
    </label>
  )
}
