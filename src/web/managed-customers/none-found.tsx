// Nothing matches: what was searched and filtered, each to be taken away alone, or all at once.
import { SearchX } from 'lucide-react'
import { HandsFocusOn } from '../hands-focus-on.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ChipList } from './chip-list.tsx'
import { useFilterChips } from './filter-chips.ts'
import { firstFilter } from './filters-place.ts'
import { type ListState, nothingFiltered } from './list-state.ts'
import type { ChangeList } from './use-list-state.ts'

export type NoneFoundProps = { organisation: string; state: ListState; onChange: ChangeList }

export function NoneFound({ organisation, state, onChange }: NoneFoundProps) {
  const t = useTexts()
  const chips = useFilterChips(organisation, state)
  return (
    <HandsFocusOn to={firstFilter}>
      <EmptyState
        icon={<SearchX aria-hidden="true" />}
        title={t('managed-customers.none_found.title')}
        action={<Button onClick={() => onChange(nothingFiltered)}>{t('managed-customers.filter.clear')}</Button>}
      >
        <p>{t('managed-customers.none_found.text')}</p>
        <ChipList label={t('managed-customers.none_found.filters')} {...{ chips, onChange }} />
      </EmptyState>
    </HandsFocusOn>
  )
}
