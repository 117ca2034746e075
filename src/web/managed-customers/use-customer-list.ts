// The pages of the list that were loaded so far, and the state in the address that they follow.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'
import { type CustomerRow, listCustomers } from '../../server/managed-customers/contract.ts'
import { listViews } from '../../server/managed-customers/saved-contract.ts'
import { addressOf, api } from '../api.ts'
import { type ListState, readState, writeState } from './list-state.ts'
import { viewsPath, wholeList } from './views/views-data.ts'

type Page = z.output<typeof listCustomers.answer>
export type Counts = NonNullable<Page['counts']>

const path = '/api/o/{organisation}/customers'

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

/** A new search or order keeps what is on screen until it is there. */
export function useCustomerList(organisation: string, state: ListState) {
  const query = writeState(state)
  const list = useInfiniteQuery({
    queryKey: [addressOf(path, { params: { organisation }, query })],
    queryFn: ({ pageParam, signal }) =>
      api.get(listCustomers, path, { params: { organisation }, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const pages = list.data?.pages ?? []
  const customers: readonly CustomerRow[] = pages.flatMap((page) => page.customers)
  return { ...list, customers, total: pages[0]?.total ?? null, counts: pages[0]?.counts ?? null }
}
