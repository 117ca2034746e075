// One choice out of a long list, found by typing.
import { Combobox as BaseCombobox } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import { controlClass, Field, type FieldTexts } from './field.tsx'
import { optionClass, popupClass } from './popup-class.ts'
import type { Option } from './select.tsx'

export type ComboboxProps = FieldTexts & {
  options: readonly Option[]
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string | undefined
  name?: string | undefined
  disabled?: boolean | undefined
}

export function Combobox({ options, value, onChange, placeholder, name, disabled, ...texts }: ComboboxProps) {
  const t = useTexts()
  const chosen = options.find((option) => option.value === value) ?? null
  return (
    <Field {...texts}>
      {(control) => (
        <BaseCombobox.Root
          {...{ items: options, value: chosen, disabled, ...(name !== undefined && { name }) }}
          onValueChange={(option) => onChange(option?.value ?? null)}
          autoHighlight
        >
          <span className="relative flex items-center">
            <BaseCombobox.Input {...control} placeholder={placeholder} className={classNames(controlClass, 'pr-9')} />
            <BaseCombobox.Trigger
              aria-label={t('ui.show_choices')}
              className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-muted hover:text-ink"
            >
              <ChevronsUpDown aria-hidden="true" className="size-4" />
            </BaseCombobox.Trigger>
          </span>
          <ComboboxPopup empty={t('ui.nothing_found')} />
        </BaseCombobox.Root>
      )}
    </Field>
  )
}

/** The list of both comboboxes; shows the options that fit what was typed. */
export function ComboboxPopup({ empty }: { empty: string }) {
  return (
    <BaseCombobox.Portal>
      <BaseCombobox.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-none">
        <BaseCombobox.Popup
          className={classNames(
            popupClass,
            'max-h-[min(22rem,var(--available-height))] w-(--anchor-width) max-w-(--available-width) overflow-y-auto',
          )}
        >
          <BaseCombobox.Empty className="px-3 py-2 text-sm text-muted empty:hidden">{empty}</BaseCombobox.Empty>
          <BaseCombobox.List className="p-1 empty:hidden">
            {(option: Option) => (
              <BaseCombobox.Item key={option.value} value={option} disabled={option.disabled ?? false} className={optionClass}>
                <span className="min-w-0 grow">
                  {option.label}
                  {option.hint && <span className="block text-xs text-muted">{option.hint}</span>}
                </span>
                <BaseCombobox.ItemIndicator>
                  <Check aria-hidden="true" className="size-4 text-accent-ink" />
                </BaseCombobox.ItemIndicator>
              </BaseCombobox.Item>
            )}
          </BaseCombobox.List>
        </BaseCombobox.Popup>
      </BaseCombobox.Positioner>
    </BaseCombobox.Portal>
  )
}
