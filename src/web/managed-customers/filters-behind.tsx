// Where there is little room: all filters behind one button that counts those in force, and these in one line, each with what takes it away.
import { ChevronDown } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { filterClass } from '../ui/filter-class.ts'
import { Popover } from '../ui/popover.tsx'
import { ChipList } from './chip-list.tsx'
import { useFilterChips } from './filter-chips.ts'
import { FilterChoices, type FilterChoicesProps, type Filters } from './filter-choices.tsx'
import { byName, nothingFiltered } from './list-state.ts'
import type { ChangeList } from './use-list-state.ts'

/** Not drawn again by a search. */
export const FiltersBehind = memo(function FiltersBehind({ organisation, counts, onChange, ...filters }: FilterChoicesProps) {
  const t = useTexts()
  const count = useChips(organisation, filters).length
  const { search: _, ...none } = nothingFiltered
  return (
    <Popover
      title={t('managed-customers.filters', { count: 0 })}
      align="end"
      mayCover
      trigger={
        <button type="button" className={filterClass(count > 0)}>
          <span className="whitespace-nowrap">{t('managed-customers.filters', { count })}</span>
          <ChevronDown aria-hidden="true" className="size-4 shrink-0" />
        </button>
      }
    >
      <div className="flex flex-col items-start gap-3">
        <FilterChoices {...filters} {...{ organisation, counts, onChange }} />
        {count > 0 && <Button onClick={() => onChange(none)}>{t('managed-customers.filter.clear')}</Button>}
      </div>
    </Popover>
  )
})

type InForceProps = Filters & {
  organisation: string
  onChange: ChangeList
  /** What stands in the place of the rows says them. */
  isSaidBelow: boolean
  /** What stands before them. */
  children: ReactNode
}

export function FiltersInForce({ organisation, onChange, isSaidBelow, children, ...filters }: InForceProps) {
  const t = useTexts()
  const chips = useChips(organisation, filters)
  const shown = isSaidBelow ? [] : chips
  if (!children && shown.length === 0) return null
  return (
    <div className="flex items-center gap-2">
      {children}
      {shown.length > 0 && <ChipList inLine label={t('managed-customers.filters.in_force')} chips={shown} onChange={onChange} />}
    </div>
  )
}

const useChips = (organisation: string, filters: Filters) => useFilterChips(organisation, { ...filters, search: '', order: byName })
