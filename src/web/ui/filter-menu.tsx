// A filter of a list: a button with its name and what is chosen, behind it the choices as check boxes.
import { ChevronDown } from 'lucide-react'
import { lazy } from 'react'
import { useFormats } from '../formats.ts'
import { Text } from '../texts.tsx'
import { filterClass } from './filter-class.ts'
import { Menu } from './menu.tsx'
import type { Option } from './select.tsx'

const FilterItems = lazy(async () => ({ default: (await import('./filter-items.tsx')).FilterItems }))

export type FilterMenuProps<Value extends string> = {
  label: string
  options: readonly Option<Value>[]
  values: readonly Value[]
  onChange: (values: Value[]) => void
}

export function FilterMenu<Value extends string>({ label, options, values, onChange }: FilterMenuProps<Value>) {
  return (
    <Menu
      align="start"
      trigger={<FilterButton label={label} chosen={options.filter(({ value }) => values.includes(value)).map((option) => option.label)} />}
    >
      <FilterItems options={options} values={values} onChange={(chosen) => onChange(chosen as Value[])} />
    </Menu>
  )
}

function FilterButton({ label, chosen, ...trigger }: { label: string; chosen: readonly string[] }) {
  const formats = useFormats()
  const active = chosen.length > 0
  return (
    <button type="button" {...trigger} className={filterClass(active)}>
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
