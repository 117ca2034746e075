// One choice out of a few that are all visible, each with a sentence if it needs one.
import { useId } from 'react'
import { classNames } from './class-names.ts'
import type { FieldTexts } from './field.tsx'
import { GroupField } from './group-field.tsx'
import { RadioDot } from './radio-dot.tsx'
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
  const name = useId()
  return (
    <GroupField {...texts}>
      {(described) => (
        <div role="radiogroup" {...described} className="flex flex-col gap-2">
          {options.map((option) => (
            <Choice
              key={option.value}
              option={{ ...option, disabled: disabled || option.disabled }}
              card={look === 'cards'}
              name={name}
              checked={option.value === value}
              onChoose={() => onChange(option.value)}
            />
          ))}
        </div>
      )}
    </GroupField>
  )
}

type ChoiceProps = { option: Option; card: boolean; name: string; checked: boolean; onChoose: () => void }

function Choice({ option, card, name, checked, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <label
      htmlFor={id}
      className={classNames(
        'flex min-h-6 items-start gap-2.5 text-sm has-disabled:text-faint pointer-coarse:py-1.5',
        card && 'rounded-lg border border-line p-3 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft',
      )}
    >
      <RadioDot
        {...{ id, name, checked }}
        value={option.value}
        disabled={option.disabled ?? false}
        aria-labelledby={`${id}-label`}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
        onChange={onChoose}
      />
      <span className="min-w-0">
        <span id={`${id}-label`} className={classNames(card && 'font-medium')}>
          {option.label}
        </span>
        {option.hint && (
          <span id={`${id}-hint`} className="block text-xs text-muted">
            {option.hint}
          </span>
        )}
      </span>
    </label>
  )
}
