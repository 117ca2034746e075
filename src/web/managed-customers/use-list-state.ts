// The state of the list in the address: read from there, and written there.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { listViews } from '../../server/managed-customers/saved-contract.ts'
import { api } from '../api.ts'
import { type ListState, readState, writeState } from './list-state.ts'
import { viewsPath, wholeList } from './views/views-data.ts'

/** A view stays open while what it shows is changed. Where one begins with a view, the whole list has an address of its own. */
export function useListState(organisation: string): readonly [ListState, (change: Partial<ListState>) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const state = readState(search)
  const { data } = useQuery(api.query(listViews, viewsPath, { params: { organisation } }))
  const hasFirst = data?.views.some(({ isDefault }) => isDefault) ?? false
  const navigate = useNavigate()
  const change = (changed: Partial<ListState>) => {
    const written = writeState({ ...state, ...changed })
    const view = search['view'] ?? (hasFirst && Object.keys(written).length === 0 ? wholeList : undefined)
    void navigate({ to: '.', search: { ...written, ...(view === undefined ? {} : { view }) } as never, replace: true, resetScroll: false })
  }
  return [state, change]
}
