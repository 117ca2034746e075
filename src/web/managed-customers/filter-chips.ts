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
  const several = (values: readonly string[], words: readonly string[], label: string, without: Partial<ListState>): FilterChip[] =>
    values.length === 0 ? [] : [{ text: said(t, label, formats.list(words, 'disjunction')), without }]
  const named = (ids: readonly string[], among: Named | undefined, of: 'people' | 'teams') =>
    several(ids, namesIn(t, ids, among, of), of, { [of]: [] })
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
    ...named(state.people, data?.people, 'people'),
    ...named(state.teams, data?.teams, 'teams'),
    ...several(state.tags, state.tags, 'tags', { tags: [] }),
    ...timeChips(t, formats, state),
    ...(state.toCheck ? [{ text: t('managed-customers.filter.to_check'), without: { toCheck: false } }] : []),
  ]
}

function timeChips(t: Translate, formats: Formats, { until, visited, endsFrom, endsTo }: ListState): FilterChip[] {
  return [
    ...(until ? [{ text: said(t, 'until', t(`managed-customers.filter.until.${until}`)), without: { until: null } }] : []),
    ...(visited ? [{ text: said(t, 'visited', t(`managed-customers.filter.visited.${visited}`)), without: { visited: null } }] : []),
    ...(endsFrom || endsTo ? [{ text: endsText(t, formats, { endsFrom, endsTo }), without: { endsFrom: null, endsTo: null } }] : []),
  ]
}

/** "Ends from 04.01.2027 to 10.01.2027" */
export function endsText(t: Translate, formats: Formats, { endsFrom, endsTo }: Pick<ListState, 'endsFrom' | 'endsTo'>): string {
  if (endsFrom && endsTo) return t('managed-customers.filter.ends.between', { from: formats.date(endsFrom), to: formats.date(endsTo) })
  if (endsTo) return t('managed-customers.filter.ends.to', { to: formats.date(endsTo) })
  return t('managed-customers.filter.ends.from', { from: endsFrom ? formats.date(endsFrom) : '' })
}

/** Whoever is not among those that are known, as after leaving, is counted. Before any are known, nothing is said of them. */
export function namesIn(t: Translate, ids: readonly string[], among: Named | undefined, of: 'people' | 'teams'): readonly string[] {
  if (among === undefined) return []
  const names = among.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const unknown = ids.filter((id) => !among.some((one) => one.id === id)).length
  return unknown === 0 ? names : [...names, t(`managed-customers.filter.unknown_${of}`, { count: unknown })]
}

/** Where there is nothing to say yet, the name of the filter stands alone. */
function said(t: Translate, label: string, value: string): string {
  const filter = t(`managed-customers.filter.${label}`)
  return value === '' ? filter : t('managed-customers.filter.said', { filter, value })
}
