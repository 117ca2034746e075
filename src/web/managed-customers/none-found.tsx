// Nothing matches: what was searched and filtered, each to be taken away alone, or all at once.
import { SearchX } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFilterChips } from './filter-chips.ts'
import { type ListState, nothingFiltered } from './list-state.ts'
import type { ChangeList } from './use-list-state.ts'

export type NoneFoundProps = { organisation: string; state: ListState; onChange: ChangeList }

export function NoneFound({ organisation, state, onChange }: NoneFoundProps) {
  const t = useTexts()
  const chips = useFilterChips(organisation, state)
  return (
    <EmptyState
      icon={<SearchX aria-hidden="true" />}
      title={t('managed-customers.none_found.title')}
      action={<Button onClick={() => onChange(nothingFiltered)}>{t('managed-customers.filter.clear')}</Button>}
    >
      <p>{t('managed-customers.none_found.text')}</p>
      <ul aria-label={t('managed-customers.none_found.filters')} className="flex flex-wrap gap-2 pt-3">
        {chips.map(({ text, without }) => (
          <li key={text}>
            <Chip name={text} onRemove={() => onChange(without)}>
              {text}
            </Chip>
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}
