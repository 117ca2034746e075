// Several choices out of a long list, found by typing and shown as chips.
import { Combobox as BaseCombobox } from '@base-ui/react/combobox'
import { X } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import { ComboboxPopup } from './combobox.tsx'
import { controlClass, Field, type FieldTexts } from './field.tsx'
import type { Option } from './select.tsx'

export type MultiComboboxProps = FieldTexts & {
  options: readonly Option[]
  values: readonly string[]
  onChange: (values: string[]) => void
  placeholder?: string | undefined
  disabled?: boolean | undefined
}

export function MultiCombobox({ options, values, onChange, placeholder, disabled, ...texts }: MultiComboboxProps) {
  const t = useTexts()
  const chosen = options.filter((option) => values.includes(option.value))
  return (
    <Field {...texts}>
      {(control) => (
        <BaseCombobox.Root
          disabled={disabled}
          multiple
          items={options}
          value={chosen}
          onValueChange={(all: Option[]) => onChange(all.map(({ value }) => value))}
          autoHighlight
        >
          <BaseCombobox.Chips
            className={classNames(
              controlClass,
              'flex flex-wrap items-center gap-1 pl-1 focus-within:border-focus has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-1 has-[input:focus-visible]:outline-focus',
            )}
          >
            {chosen.map((option) => (
              <BaseCombobox.Chip
                key={option.value}
                className="flex max-w-full items-center gap-0.5 rounded-sm bg-hover py-0.5 pr-0.5 pl-2 text-sm outline-none focus-within:outline-2 data-highlighted:bg-accent-soft"
              >
                <span className="min-w-0 truncate">{option.label}</span>
                <BaseCombobox.ChipRemove
                  aria-label={t('ui.remove', { what: option.label })}
                  className="flex size-5 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-pressed hover:text-ink"
                >
                  <X aria-hidden="true" className="size-3.5" />
                </BaseCombobox.ChipRemove>
              </BaseCombobox.Chip>
            ))}
            <BaseCombobox.Input
              {...control}
              placeholder={chosen.length === 0 ? placeholder : undefined}
              className="min-h-6 w-16 flex-1 bg-transparent pl-1.5 outline-none"
            />
          </BaseCombobox.Chips>
          <ComboboxPopup empty={t('ui.nothing_found')} />
        </BaseCombobox.Root>
      )}
    </Field>
  )
}
