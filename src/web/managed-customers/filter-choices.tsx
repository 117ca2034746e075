// Everything that the list can be filtered by, each behind a button of its own.
import { useQuery } from '@tanstack/react-query'
import { memo, useRef } from 'react'
import { customerStatuses } from '../../domain/managed-customer.ts'
import { accesses, untilFilters, visitedFilters } from '../../server/managed-customers/contract.ts'
import { listPeople } from '../../server/managed-customers/look-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { HandsFocusOn } from '../hands-focus-on.tsx'
import { useTexts } from '../texts.tsx'
import { FilterMenu } from '../ui/filter-menu.tsx'
import { statusText } from './customer-status.tsx'
import { endsText } from './filter-chips.ts'
import type { ListState } from './list-state.ts'
import { ToggleFilter } from './toggle-filter.tsx'
import type { Counts } from './use-customer-list.ts'
import type { ChangeList } from './use-list-state.ts'

/** What the list is filtered by, without what is searched in it. */
export type Filters = Omit<ListState, 'search' | 'order'>
export type FilterChoicesProps = Filters & { organisation: string; counts: Counts | null; onChange: ChangeList }

/** Not drawn again by a search. */
export const FilterChoices = memo(function FilterChoices({ organisation, counts, onChange, ...state }: FilterChoicesProps) {
  const t = useTexts()
  const formats = useFormats()
  const people = useQuery(api.query(listPeople, '/api/o/{organisation}/customers/people', { params: { organisation } }))
  const place = useRef<HTMLDivElement>(null)
  const hint = (count: number | undefined) => (counts === null ? undefined : formats.number(count ?? 0))
  return (
    <div ref={place} className="flex min-w-0 flex-wrap items-center gap-2">
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
      {(['people', 'teams'] as const).map((of) => {
        const options = people.data ? optionsOf(people.data[of], state[of], t(`managed-customers.filter.unknown_${of}`, { count: 1 })) : []
        const change = (chosen: string[]) => onChange({ [of]: chosen })
        return (
          options.length > 0 && (
            <FilterMenu key={of} label={t(`managed-customers.filter.${of}`)} {...{ options }} values={state[of]} onChange={change} />
          )
        )
      })}
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
        <HandsFocusOn to={() => [...(place.current?.querySelectorAll('button') ?? [])].at(-1)}>
          <ToggleFilter label={endsText(t, formats, state)} on onChange={() => onChange({ endsFrom: null, endsTo: null })} />
        </HandsFocusOn>
      )}
    </div>
  )
})

/** Whoever is chosen and not known, as after leaving, is still there to be taken away. */
function optionsOf(known: readonly Readonly<{ id: string; name: string }>[], chosen: readonly string[], unknown: string) {
  const others = chosen.filter((id) => !known.some((one) => one.id === id))
  return [...known.map(({ id, name }) => ({ value: id, label: name })), ...others.map((value) => ({ value, label: unknown }))]
}

/** Where they do not fit into one line, none is left alone in the next. */
const together = 'contents min-[44rem]:flex min-[44rem]:flex-wrap min-[44rem]:items-center min-[44rem]:gap-2'
