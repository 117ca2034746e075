// One choice out of a short list. For long lists there is the combobox, for two to four visible choices the radio group.
import { Select as BaseSelect } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { classNames } from './class-names.ts'
import { controlClass, Field, type FieldTexts } from './field.tsx'
import { optionClass, popupClass } from './popup-class.ts'

export type Option<Value extends string = string> = Readonly<{
  value: Value
  label: string
  hint?: string | undefined
  disabled?: boolean | undefined
}>

export type SelectProps<Value extends string> = FieldTexts & {
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  placeholder?: string | undefined
  name?: string | undefined
  disabled?: boolean | undefined
}

export function Select<Value extends string>({ options, value, onChange, placeholder, name, disabled, ...texts }: SelectProps<Value>) {
  return (
    <Field {...texts} custom>
      {(control, label) => (
        <BaseSelect.Root
          {...{ items: options, value, disabled, ...(name !== undefined && { name }) }}
          onValueChange={(chosen) => chosen !== null && onChange(chosen)}
        >
          <BaseSelect.Trigger
            {...control}
            aria-labelledby={label}
            className={classNames(controlClass, 'flex items-center justify-between gap-2 text-left')}
          >
            <span className="truncate">
              <BaseSelect.Value placeholder={<span className="text-faint">{placeholder}</span>} />
            </span>
            <BaseSelect.Icon className="text-muted">
              <ChevronsUpDown aria-hidden="true" className="size-4" />
            </BaseSelect.Icon>
          </BaseSelect.Trigger>
          <BaseSelect.Portal>
            <BaseSelect.Positioner sideOffset={4} collisionPadding={8} alignItemWithTrigger={false} className="z-50 outline-none">
              <BaseSelect.Popup
                className={classNames(
                  popupClass,
                  'max-h-(--available-height) max-w-(--available-width) min-w-(--anchor-width) overflow-y-auto p-1',
                )}
              >
                {options.map((option) => (
                  <OptionItem key={option.value} option={option} />
                ))}
              </BaseSelect.Popup>
            </BaseSelect.Positioner>
          </BaseSelect.Portal>
        </BaseSelect.Root>
      )}
    </Field>
  )
}

function OptionItem({ option }: { option: Option }) {
  return (
    <BaseSelect.Item value={option.value} disabled={option.disabled ?? false} className={optionClass}>
      <span className="min-w-0 grow">
        <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
        {option.hint && <span className="block text-xs text-muted">{option.hint}</span>}
      </span>
      <BaseSelect.ItemIndicator>
        <Check aria-hidden="true" className="size-4 text-accent-ink" />
      </BaseSelect.ItemIndicator>
    </BaseSelect.Item>
  )
}
