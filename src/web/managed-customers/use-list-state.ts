// The state of the list in the address: read from there, and written there.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { listViews } from '../../server/managed-customers/saved-contract.ts'
import { api } from '../api.ts'
import { useSameFunction, useSameValue } from '../unchanged.ts'
import { type Address, useAddressNow } from './list-address.ts'
import { changedFrom, type ListState, readState, writeState } from './list-state.ts'
import { viewsPath, wholeList } from './views/views-data.ts'

export type ChangeList = (change: Partial<ListState>) => void

/** A view stays open while what it shows is changed. Where one begins with a view, the whole list has an address of its own. */
export function useListState(organisation: string, drawn: Address): readonly [ListState, ChangeList] {
  const { search, ...others } = readState(drawn)
  // A search leaves the filters and the order as they are.
  const state = { search, ...useSameValue(others) }
  const { data } = useQuery(api.query(listViews, viewsPath, { params: { organisation } }))
  const hasFirst = data?.views.some(({ isDefault }) => isDefault) ?? false
  const navigate = useNavigate()
  const addressNow = useAddressNow(organisation)
  const change = useSameFunction((changed: Partial<ListState>) => {
    const now = addressNow()
    if (!now) return
    const written = writeState(changedFrom(state, changed, readState(now)))
    const view = now['view'] ?? (hasFirst && Object.keys(written).length === 0 ? wholeList : undefined)
    void navigate({ to: '.', search: { ...written, ...(view === undefined ? {} : { view }) } as never, replace: true, resetScroll: false })
  })
  return [state, change]
}
