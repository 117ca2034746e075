// Where there is little room: all filters behind one button that counts those in force, and these in one line, each with what takes it away.
import { ChevronDown } from 'lucide-react'
import { memo, type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { filterClass } from '../ui/filter-class.ts'
import { Popover } from '../ui/popover.tsx'
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
        <button type="button" data-filters-behind className={filterClass(count > 0)}>
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
  const [list, follow] = useFocusOnNext(shown.length)
  if (!children && shown.length === 0) return null
  return (
    <div className="flex items-center gap-2">
      {children}
      {shown.length > 0 && (
        <ul ref={list} aria-label={t('managed-customers.filters.in_force')} className={lineClass}>
          {shown.map(({ text, without }, at) => (
            <li key={text} className="max-w-64 shrink-0">
              <Chip
                name={text}
                onRemove={() => {
                  follow(at)
                  onChange(without)
                }}
              >
                {text}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A cross goes away with its filter: what follows it gets the focus, after the last one the button that all of them are behind. */
function useFocusOnNext(count: number) {
  const list = useRef<HTMLUListElement>(null)
  const pressed = useRef<number>(null)
  useEffect(() => {
    const at = pressed.current
    pressed.current = null
    if (at === null || document.activeElement !== document.body) return
    const next = list.current?.querySelectorAll('button')[Math.min(at, count - 1)]
    ;(next ?? document.querySelector<HTMLElement>('[data-filters-behind]'))?.focus()
  }, [count])
  const follow = (at: number) => {
    pressed.current = at
  }
  return [list, follow] as const
}

const useChips = (organisation: string, filters: Filters) => useFilterChips(organisation, { ...filters, search: '', order: byName })

/** One line, however many; what does not fit is reached by finger and by Tab. */
const lineClass = 'flex min-w-0 grow items-center gap-1.5 overflow-x-auto py-1 [scrollbar-width:none]'
