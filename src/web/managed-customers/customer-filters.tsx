// Search and filters above the list; where its rows are cards, all filters stand behind one button, and those in force in one line below.
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { HandsFocusOn } from '../hands-focus-on.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { useMediaQuery } from '../ui/use-media-query.ts'
import { FilterChoices } from './filter-choices.tsx'
import { FiltersBehind, FiltersInForce } from './filters-behind.tsx'
import { filtersPlace, firstFilter, viewsOrFilter, viewsPlace } from './filters-place.ts'
import { useAddress } from './list-address.ts'
import { isFiltered, type ListState, nothingFiltered, readState, writeState } from './list-state.ts'
import { searchPlace } from './search-place.ts'
import { type Counts, pageQuery } from './use-customer-list.ts'
import type { ChangeList } from './use-list-state.ts'

export type CustomerFiltersProps = {
  organisation: string
  state: ListState
  counts: Counts | null
  onChange: ChangeList
  /** The rows on screen are not yet those of `state`. */
  isChanging: boolean
  /** What stands in the place of the rows offers to take all filters away. */
  isClearedBelow: boolean
  /** Opens and keeps what is shown, where there is anything of the kind. */
  views: ReactNode
  /** What stands at the end of the first line. */
  children: ReactNode
}

export function CustomerFilters(props: CustomerFiltersProps) {
  const { organisation, state, counts, onChange, isChanging, isClearedBelow, views, children } = props
  const t = useTexts()
  const { search: _search, order: _, ...filters } = state
  const isNarrow = !useMediaQuery('(min-width: 44rem)')
  const choices = { ...filters, organisation, counts, onChange }
  const ownViews = views && (
    <HandsFocusOn id={viewsPlace} to={viewsOrFilter}>
      {views}
    </HandsFocusOn>
  )
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <div id={searchPlace} className="min-w-0 grow min-[44rem]:max-w-md">
          <CustomerSearch {...{ organisation, state, onChange, isChanging, isNarrow }} />
        </div>
        {isNarrow && (
          <HandsFocusOn id={filtersPlace} to={firstFilter}>
            <FiltersBehind {...choices} />
          </HandsFocusOn>
        )}
        {!isNarrow && isFiltered(state) && !isClearedBelow && (
          <HandsFocusOn to={firstFilter}>
            <Button kind="quiet" onClick={() => onChange(nothingFiltered)}>
              {t('managed-customers.filter.clear')}
            </Button>
          </HandsFocusOn>
        )}
        <div className="ml-auto flex items-center gap-1">
          {!isNarrow && ownViews}
          {children}
        </div>
      </div>
      {isNarrow ? (
        <FiltersInForce {...filters} {...{ organisation, onChange }} isSaidBelow={isClearedBelow}>
          {ownViews}
        </FiltersInForce>
      ) : (
        <HandsFocusOn id={filtersPlace} to={firstFilter}>
          <FilterChoices {...choices} />
        </HandsFocusOn>
      )}
    </div>
  )
}

type SearchProps = Pick<CustomerFiltersProps, 'organisation' | 'state' | 'onChange' | 'isChanging'> & { isNarrow: boolean }

/** Hears of the address at once, and not a moment later with the list: what was typed and is taken back meanwhile, as by a view, is seen to be gone. */
function CustomerSearch({ organisation, state, onChange, isChanging, isNarrow }: SearchProps) {
  const t = useTexts()
  const client = useQueryClient()
  const { search } = readState(useAddress())
  return (
    <SearchInput
      label={t('managed-customers.search')}
      placeholder={t(isNarrow ? 'managed-customers.search.short' : 'managed-customers.search')}
      value={search}
      onChange={(words) => onChange({ search: words })}
      ahead={(words) => void client.prefetchQuery(pageQuery(client, organisation, writeState({ ...state, search: words }), 0))}
      pauseMs={100}
      isAnswered={!isChanging && search === state.search}
    />
  )
}
