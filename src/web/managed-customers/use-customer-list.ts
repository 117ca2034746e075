// The pages of the list that were loaded so far, and the state in the address that they follow.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'
import { type CustomerRow, listCustomers } from '../../server/managed-customers/contract.ts'
import { addressOf, api } from '../api.ts'
import { type ListState, readState, writeState } from './list-state.ts'

type Page = z.output<typeof listCustomers.answer>
export type Counts = NonNullable<Page['counts']>

const path = '/api/o/{organisation}/customers'

export function useListState(): readonly [ListState, (change: Partial<ListState>) => void] {
  const state = readState(useSearch({ strict: false }) as Readonly<Record<string, unknown>>)
  const navigate = useNavigate()
  const change = (changed: Partial<ListState>) =>
    void navigate({ to: '.', search: writeState({ ...state, ...changed }) as never, replace: true, resetScroll: false })
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
