// A filter of a list: a button with its name and what is chosen, behind it the choices as check boxes.
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check, ChevronDown } from 'lucide-react'
import { useFormats } from '../formats.ts'
import { Text, useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import { Menu, MenuItem, MenuSeparator } from './menu.tsx'
import { optionClass } from './popup-class.ts'
import type { Option } from './select.tsx'

export type FilterMenuProps<Value extends string> = {
  label: string
  options: readonly Option<Value>[]
  values: readonly Value[]
  onChange: (values: Value[]) => void
}

export function FilterMenu<Value extends string>({ label, options, values, onChange }: FilterMenuProps<Value>) {
  const t = useTexts()
  const toggle = (value: Value) => onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  return (
    <Menu
      align="start"
      trigger={<FilterButton label={label} chosen={options.filter(({ value }) => values.includes(value)).map((option) => option.label)} />}
    >
      {options.map((option) => (
        <BaseMenu.CheckboxItem
          key={option.value}
          checked={values.includes(option.value)}
          onCheckedChange={() => toggle(option.value)}
          className={optionClass}
        >
          <span className="flex size-4 items-center justify-center rounded-sm border border-edge">
            <BaseMenu.CheckboxItemIndicator className="flex size-full items-center justify-center rounded-[3px] bg-accent text-on-solid">
              <Check aria-hidden="true" className="size-3 stroke-3" />
            </BaseMenu.CheckboxItemIndicator>
          </span>
          <span className="grow">{option.label}</span>
          {option.hint && <span className="text-xs text-muted tabular-nums">{option.hint}</span>}
        </BaseMenu.CheckboxItem>
      ))}
      {values.length > 0 && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => onChange([])}>{t('ui.clear_filter')}</MenuItem>
        </>
      )}
    </Menu>
  )
}

function FilterButton({ label, chosen, ...trigger }: { label: string; chosen: readonly string[] }) {
  const formats = useFormats()
  const active = chosen.length > 0
  return (
    <button
      type="button"
      {...trigger}
      className={classNames(
        filterClass,
        active ? 'border-accent bg-accent-soft text-accent-ink' : 'border-line text-muted hover:bg-hover hover:text-ink',
      )}
    >
      <span className="truncate">
        {active ? (
          <Text
            id="ui.with_bold_value"
            values={{ label, value: chosen.length > 2 ? formats.number(chosen.length) : formats.list(chosen, 'disjunction') }}
            components={{ b: <span className="font-medium" /> }}
          />
        ) : (
          label
        )}
      </span>
      <ChevronDown aria-hidden="true" className="size-4 shrink-0" />
    </button>
  )
}

const filterClass =
  'inline-flex min-h-8 max-w-64 items-center gap-1 rounded-md border pr-1.5 pl-2.5 text-sm transition-colors pointer-coarse:min-h-11 data-popup-open:bg-hover'
