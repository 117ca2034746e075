// Saved views of the list: those this person can open, which one is open, and whether what is shown differs from it.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { z } from 'zod'
import { listViews } from '../../../server/managed-customers/saved-contract.ts'
import { api } from '../../api.ts'
import { type Address, useAddressNow } from '../list-address.ts'
import { type ListState, readState, writeState } from '../list-state.ts'

export type SavedView = z.output<typeof listViews.answer>['views'][number]
export const viewsPath = '/api/o/{organisation}/customer-views'
/** In the address instead of a view: the whole list, also for whoever begins with a view. */
export const wholeList = 'all'

/** Whether two states filter and order alike, in whatever order their values were chosen. */
export function isSameState(one: ListState, other: ListState): boolean {
  const sorted = (state: ListState) =>
    JSON.stringify(
      Object.entries(writeState(state)).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.toSorted((one, other) => (one < other ? -1 : 1)) : value,
      ]),
    )
  return sorted(one) === sorted(other)
}

export const stateOf = (view: SavedView): ListState => readState(view.filter)

const isBare = (address: Address): boolean => Object.keys(address).length === 0

export type Views = {
  readonly views: readonly SavedView[]
  readonly open: SavedView | undefined
  readonly isChanged: boolean
  /** The view one begins with is not there yet. */
  readonly isComing: boolean
  readonly show: (view: SavedView | undefined) => void
}

/** A bare address opens the view this person begins with. */
export function useViews(organisation: string, state: ListState, drawn: Address): Views {
  const navigate = useNavigate()
  const addressNow = useAddressNow(organisation)
  const { data, isPending } = useQuery(api.query(listViews, viewsPath, { params: { organisation } }))
  const views = data?.views ?? []
  const open = views.find(({ id }) => id === drawn['view'])
  const first = isBare(drawn) ? views.find(({ isDefault }) => isDefault) : undefined
  const go = (view: SavedView | undefined, replace: boolean) => {
    const filter = view ? { ...writeState(stateOf(view)), view: view.id } : { view: wholeList }
    void navigate({ to: '.', search: filter as never, replace, resetScroll: false })
  }
  useEffect(() => {
    const now = addressNow()
    if (first && now && isBare(now)) go(first, true)
  })
  return {
    views,
    open,
    isChanged: open !== undefined && !isSameState(stateOf(open), state),
    isComing: isBare(drawn) && (isPending || first !== undefined),
    show: (view) => go(view, false),
  }
}
