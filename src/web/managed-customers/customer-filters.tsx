// Search and filters above the list.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { memo, type ReactNode } from 'react'
import { customerStatuses } from '../../domain/managed-customer.ts'
import { accesses, untilFilters, visitedFilters } from '../../server/managed-customers/contract.ts'
import { listPeople } from '../../server/managed-customers/look-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { FilterMenu } from '../ui/filter-menu.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { statusText } from './customer-status.tsx'
import { endsText } from './filter-chips.ts'
import { isFiltered, type ListState, nothingFiltered, writeState } from './list-state.ts'
import { searchPlace } from './search-place.ts'
import { ToggleFilter } from './toggle-filter.tsx'
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
  /** What stands at the end of the first line. */
  children: ReactNode
}

export function CustomerFilters({ organisation, state, counts, onChange, isChanging, isClearedBelow, children }: CustomerFiltersProps) {
  const t = useTexts()
  const { search, order: _, ...filters } = state
  const client = useQueryClient()
  return (
    <>
      <div id={searchPlace} className="min-w-0 max-sm:w-full">
        <SearchInput
          label={t('managed-customers.search')}
          value={search}
          onChange={(words) => onChange({ search: words })}
          ahead={(words) => void client.prefetchQuery(pageQuery(client, organisation, writeState({ ...state, search: words }), 0))}
          pauseMs={100}
          isAnswered={!isChanging}
        />
      </div>
      {isFiltered(state) && !isClearedBelow && (
        <span className="sm:col-start-2 sm:row-start-1">
          <Button kind="quiet" onClick={() => onChange(nothingFiltered)}>
            {t('managed-customers.filter.clear')}
          </Button>
        </span>
      )}
      {children}
      <Choices {...filters} {...{ organisation, counts, onChange }} />
    </>
  )
}

type ChoicesProps = Omit<ListState, 'search' | 'order'> & Pick<CustomerFiltersProps, 'organisation' | 'counts' | 'onChange'>

/** Not drawn again by a search. */
const Choices = memo(function Choices({ organisation, counts, onChange, ...state }: ChoicesProps) {
  const t = useTexts()
  const formats = useFormats()
  const people = useQuery(api.query(listPeople, '/api/o/{organisation}/customers/people', { params: { organisation } }))
  const hint = (count: number | undefined) => (counts === null ? undefined : formats.number(count ?? 0))
  return (
    <div className="contents min-w-0 flex-wrap items-center gap-2 sm:col-span-3 sm:row-start-2 sm:flex">
      <FilterMenu
        label={t('managed-customers.filter.status')}
        options={customerStatuses.map((value) => ({ value, label: t(statusText(value)), hint: hint(counts?.statuses[value]) }))}
        values={state.status}
        onChange={(status) => onChange({ status })}
      />
      <FilterMenu
        label={t('managed-customers.filter.payer')}
        options={[
          { value: 'customer' as const, label: t('common.payer.customer') },
          { value: 'partner' as const, label: t('common.payer.partner') },
          { value: 'none' as const, label: t('managed-customers.filter.payer.none') },
        ]}
        values={state.payer}
        onChange={(payer) => onChange({ payer })}
      />
      <FilterMenu
        label={t('managed-customers.filter.until')}
        options={untilFilters.map((value) => ({ value, label: t(`managed-customers.filter.until.${value}`) }))}
        values={state.until ? [state.until] : []}
        onChange={(chosen) => onChange({ until: chosen.at(-1) ?? null })}
      />
      {people.data && people.data.people.length > 0 && (
        <FilterMenu
          label={t('managed-customers.filter.people')}
          options={people.data.people.map(({ id, name }) => ({ value: id, label: name }))}
          values={state.people}
          onChange={(chosen) => onChange({ people: chosen })}
        />
      )}
      {people.data && people.data.teams.length > 0 && (
        <FilterMenu
          label={t('managed-customers.filter.teams')}
          options={people.data.teams.map(({ id, name }) => ({ value: id, label: name }))}
          values={state.teams}
          onChange={(chosen) => onChange({ teams: chosen })}
        />
      )}
      {people.data && people.data.tags.length > 0 && (
        <FilterMenu
          label={t('managed-customers.filter.tags')}
          options={people.data.tags.map((tag) => ({ value: tag, label: tag }))}
          values={state.tags}
          onChange={(chosen) => onChange({ tags: chosen })}
        />
      )}
      <span className={together}>
        <FilterMenu
          label={t('managed-customers.filter.access')}
          options={accesses.map((value) => ({ value, label: t(`presets.${value}`) }))}
          values={state.access}
          onChange={(access) => onChange({ access })}
        />
        <FilterMenu
          label={t('managed-customers.filter.visited')}
          options={visitedFilters.map((value) => ({ value, label: t(`managed-customers.filter.visited.${value}`) }))}
          values={state.visited ? [state.visited] : []}
          onChange={(chosen) => onChange({ visited: chosen.at(-1) ?? null })}
        />
        <ToggleFilter
          label={t('managed-customers.filter.to_check')}
          hint={hint(counts?.toCheck)}
          on={state.toCheck}
          onChange={(toCheck) => onChange({ toCheck })}
        />
      </span>
      {(state.endsFrom || state.endsTo) && (
        <ToggleFilter label={endsText(t, formats, state)} on onChange={() => onChange({ endsFrom: null, endsTo: null })} />
      )}
    </div>
  )
})

/** Where they do not fit into one line, none is left alone in the next. */
const together = 'contents sm:flex sm:flex-wrap sm:items-center sm:gap-2'
