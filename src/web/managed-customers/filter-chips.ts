// What the list is searched and filtered by, in words, each with what takes it away.
import { useQuery } from '@tanstack/react-query'
import { listPeople } from '../../server/managed-customers/look-contract.ts'
import { api } from '../api.ts'
import { type Formats, useFormats } from '../formats.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { statusText } from './customer-status.tsx'
import type { ListState } from './list-state.ts'

export type FilterChip = { readonly text: string; readonly without: Partial<ListState> }
type Named = readonly Readonly<{ id: string; name: string }>[]

export function useFilterChips(organisation: string, state: ListState): readonly FilterChip[] {
  const t = useTexts()
  const formats = useFormats()
  const { data } = useQuery(api.query(listPeople, '/api/o/{organisation}/customers/people', { params: { organisation } }))
  const named = (of: Named | undefined, ids: readonly string[]) => (of ?? []).filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const several = (values: readonly string[], words: readonly string[], label: string, without: Partial<ListState>): FilterChip[] =>
    values.length === 0 ? [] : [{ text: said(t, label, formats.list(words, 'disjunction')), without }]
  return [
    ...(state.search ? [{ text: t('managed-customers.filter.said_search', { words: state.search }), without: { search: '' } }] : []),
    ...several(
      state.status,
      state.status.map((value) => t(statusText(value))),
      'status',
      { status: [] },
    ),
    ...several(
      state.payer,
      state.payer.map((value) => t(value === 'none' ? 'managed-customers.filter.payer.none' : `common.payer.${value}`)),
      'payer',
      { payer: [] },
    ),
    ...several(
      state.access,
      state.access.map((value) => t(`presets.${value}`)),
      'access',
      { access: [] },
    ),
    ...several(state.people, named(data?.people, state.people), 'people', { people: [] }),
    ...several(state.teams, named(data?.teams, state.teams), 'teams', { teams: [] }),
    ...several(state.tags, state.tags, 'tags', { tags: [] }),
    ...timeChips(t, formats, state),
    ...(state.toCheck ? [{ text: t('managed-customers.filter.to_check'), without: { toCheck: false } }] : []),
  ]
}

function timeChips(t: Translate, formats: Formats, { until, visited, endsFrom, endsTo }: ListState): FilterChip[] {
  const said = (label: string, value: string) =>
    t('managed-customers.filter.said', { filter: t(`managed-customers.filter.${label}`), value })
  return [
    ...(until ? [{ text: said('until', t(`managed-customers.filter.until.${until}`)), without: { until: null } }] : []),
    ...(visited ? [{ text: said('visited', t(`managed-customers.filter.visited.${visited}`)), without: { visited: null } }] : []),
    ...(endsFrom || endsTo ? [{ text: endsText(t, formats, { endsFrom, endsTo }), without: { endsFrom: null, endsTo: null } }] : []),
  ]
}

/** "Ends from 04.01.2027 to 10.01.2027" */
export function endsText(t: Translate, formats: Formats, { endsFrom, endsTo }: Pick<ListState, 'endsFrom' | 'endsTo'>): string {
  if (endsFrom && endsTo) return t('managed-customers.filter.ends.between', { from: formats.date(endsFrom), to: formats.date(endsTo) })
  if (endsTo) return t('managed-customers.filter.ends.to', { to: formats.date(endsTo) })
  return t('managed-customers.filter.ends.from', { from: endsFrom ? formats.date(endsFrom) : '' })
}

const said = (t: Translate, label: string, value: string): string =>
  t('managed-customers.filter.said', { filter: t(`managed-customers.filter.${label}`), value })
