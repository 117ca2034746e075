// Filters in words, each with what takes it away. A cross goes with its filter: what follows it gets the focus, after the last one the filters.
import { useRef } from 'react'
import { HandsFocusOn } from '../hands-focus-on.tsx'
import { Chip } from '../ui/chip.tsx'
import type { FilterChip } from './filter-chips.ts'
import { firstFilter } from './filters-place.ts'
import type { ChangeList } from './use-list-state.ts'

export type ChipListProps = {
  label: string
  chips: readonly FilterChip[]
  onChange: ChangeList
  /** All in one line, however many; what does not fit is reached by finger and by Tab. */
  inLine?: boolean
}

export function ChipList({ label, chips, onChange, inLine = false }: ChipListProps) {
  const list = useRef<HTMLUListElement>(null)
  const crossAt = (at: number) => [...(list.current?.querySelectorAll('button') ?? [])].at(at)
  return (
    <ul ref={list} aria-label={label} className={inLine ? lineClass : 'flex flex-wrap gap-2 pt-3'}>
      {chips.map(({ text, without }, at) => (
        <li key={text} className={inLine ? 'max-w-64 shrink-0' : undefined}>
          <HandsFocusOn to={() => crossAt(at) ?? crossAt(-1) ?? firstFilter()}>
            <Chip name={text} onRemove={() => onChange(without)}>
              {text}
            </Chip>
          </HandsFocusOn>
        </li>
      ))}
    </ul>
  )
}

const lineClass = 'flex min-w-0 grow items-center gap-1.5 overflow-x-auto py-1 [scrollbar-width:none]'
