// What the page of visits knows: its answers as types, its address, and the filters as they stand in the address.
import type { z } from 'zod'
import { listVisits } from '../../server/visits/customer-contract.ts'
import { addressOf, api } from '../api.ts'

export type VisitsPage = z.output<typeof listVisits.answer>
export type Visit = VisitsPage['past'][number]
export type VisitFilter = { readonly partner?: string | undefined; readonly person?: string | undefined }

const path = '/api/o/{organisation}/visits'

export const visitsQuery = (organisation: string, { partner, person }: VisitFilter) => ({
  queryKey: [addressOf(path, { params: { organisation }, query: { partner, person } })],
  queryFn: ({ pageParam }: { pageParam: string | undefined }): Promise<VisitsPage> =>
    api.get(listVisits, path, {
      params: { organisation },
      query: { ...(partner && { partner }), ...(person && { person }), ...(pageParam && { before: pageParam }) },
    }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: VisitsPage) => next ?? undefined,
})

/** What nobody can have meant is left out. */
export function readFilter(search: Readonly<Record<string, unknown>>): VisitFilter {
  const id = (name: string) => {
    const value = search[name]
    return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined
  }
  return { partner: id('partner'), person: id('person') }
}
