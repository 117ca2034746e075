// The choices of a filter, as check boxes in its menu.
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import type { FilterMenuProps } from './filter-menu.tsx'
import { MenuItem, MenuSeparator } from './menu-list.tsx'
import { optionClass } from './popup-class.ts'

export function FilterItems({ options, values, onChange }: Omit<FilterMenuProps<string>, 'label'>) {
  const t = useTexts()
  const toggle = (value: string) => onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  return (
    <>
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
    </>
  )
}
