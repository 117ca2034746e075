// The rows of the list, of which only the pages around the window are here: the next one by the cursor of the one before it, after a jump by its place.
import { type QueryClient, queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { startTransition, useCallback, useEffect, useMemo, useState } from 'react'
import type { z } from 'zod'
import { type CustomerRow, countFound, getCounts, listCustomers } from '../../server/managed-customers/contract.ts'
import { addressOf, api } from '../api.ts'
import { isFiltered, type ListState, readState, writeState } from './list-state.ts'

type Page = z.output<typeof listCustomers.answer>
export type Counts = z.output<typeof getCounts.answer>
export type Asked = ReturnType<typeof writeState>
export type PageRange = { readonly from: number; readonly to: number }

const path = '/api/o/{organisation}/customers'
export const pageSize = 100
/** Pages far from the window are soon forgotten. */
const keptMs = 60_000

export function pageQuery(client: QueryClient, organisation: string, asked: Asked, page: number) {
  const params = { organisation }
  const queryOf = (at: number) => ({ ...asked, ...(at > 0 && { offset: at * pageSize }) })
  const keyOf = (at: number) => [addressOf(path, { params, query: queryOf(at) })] as const
  const input = { params, query: queryOf(page) }
  return queryOptions({
    queryKey: keyOf(page),
    gcTime: keptMs,
    queryFn: ({ signal }): Promise<Page> => {
      const cursor = page > 0 ? cursorBefore(client, keyOf(page - 1)) : undefined
      return api.get(listCustomers, path, { ...input, ...(cursor && { query: { ...asked, cursor } }), signal })
    },
  })
}

/** While the page before is as fresh as it gets: rows that came or went above then neither repeat nor hide one. */
function cursorBefore(client: QueryClient, key: readonly string[]): string | undefined {
  const before = client.getQueryState<Page>(key)
  return before?.data && !before.isInvalidated ? (before.data.next ?? undefined) : undefined
}

/** A new search or order keeps what is on screen until its first page is there. Counts come after the rows, which wait for nothing. */
export function useCustomerList(organisation: string, state: ListState) {
  const client = useQueryClient()
  const asked = writeState(state)
  const wanted = JSON.stringify(asked)
  const first = useQuery(pageQuery(client, organisation, asked, 0))
  const [shownKey, show] = useState(wanted)
  const [range, setRange] = useState(beginning)
  const isThere = first.data !== undefined
  useEffect(() => {
    if (!isThere || wanted === shownKey) return
    startTransition(() => {
      show(wanted)
      setRange(beginning)
    })
  }, [isThere, wanted, shownKey])
  const shown = useMemo((): Asked => writeState(readState(JSON.parse(shownKey))), [shownKey])
  const pages = useQueries({
    queries: Array.from({ length: range.to - range.from + 1 }, (_, at) => pageQuery(client, organisation, shown, range.from + at)),
  })
  const dataOf = (page: number): Page | undefined =>
    page >= range.from && page <= range.to
      ? pages[page - range.from]?.data
      : client.getQueryData(pageQuery(client, organisation, shown, page).queryKey)
  const begin = dataOf(0)
  const { total, counts } = useTotals(organisation, shown, begin)
  const visit = useCallback((next: PageRange) => setRange((before) => (isSameRange(before, next) ? before : next)), [])
  return {
    shown,
    counts,
    /** How many there are, once it is known. */
    total,
    /** How many rows are certain to be there. */
    length: total ?? (begin ? begin.customers.length + (begin.next === null ? 0 : pageSize) : 0),
    isPending: begin === undefined && !first.isError,
    isChanging: wanted !== shownKey,
    failure: first.isError ? first.error : (pages.find(({ isError }) => isError)?.error ?? null),
    retry: () =>
      void client.refetchQueries({
        predicate: ({ queryKey: [key] }) => String(key).startsWith(addressOf(path, { params: { organisation } })),
      }),
    rowAt: (index: number): CustomerRow | undefined => dataOf(Math.floor(index / pageSize))?.customers[index % pageSize],
    /** Rows of the pages around the window. */
    near: pages.flatMap(({ data }) => data?.customers ?? []),
    visit,
  }
}
export type CustomerListData = ReturnType<typeof useCustomerList>

/** Another list begins at its beginning. */
const beginning: PageRange = { from: 0, to: 0 }
const isSameRange = (one: PageRange, other: PageRange): boolean => one.from === other.from && one.to === other.to

function useTotals(organisation: string, shown: Asked, begin: Page | undefined) {
  const params = { organisation }
  const { sort: _sort, direction: _direction, ...filter } = shown
  const isWhole = !isFiltered(readState(shown))
  const isAllHere = begin?.next === null
  const counts = useQuery({ ...api.query(getCounts, `${path}/counts`, { params }), enabled: begin !== undefined })
  const found = useQuery({
    ...api.query(countFound, `${path}/found`, { params, query: filter }),
    enabled: begin !== undefined && !isWhole && !isAllHere,
  })
  const counted = isWhole ? counts.data?.all : found.data?.count
  return { counts: counts.data ?? null, total: isAllHere ? begin.customers.length : (counted ?? null) }
}
