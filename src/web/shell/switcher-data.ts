// What the account switcher finds on the server, and the star that keeps a customer above the others.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import { getSwitcher, pinCustomer } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { useCommand } from '../use-command.ts'
import { useMe } from './me.ts'

/** `isComing`: what was typed before is still found, its customers even longer: nobody lands elsewhere than where they typed. */
export type Found = Readonly<{
  search: string
  customers: Answer['customers']
  total: number | undefined
  isPartner: boolean
  isComing: boolean
}>
type Answer = z.output<typeof getSwitcher.answer>

export function useFound(organisation: string, search: string): Found {
  const isPartner = useMe().organisations.find(({ id }) => id === organisation)?.isPartner ?? false
  const { data, isPlaceholderData, isLoading } = useQuery({
    ...api.query(getSwitcher, '/api/o/{organisation}/switcher', { params: { organisation }, query: { search } }),
    enabled: isPartner,
    placeholderData: keepPreviousData,
  })
  const isComing = isPlaceholderData || isLoading
  return useMemo(
    () => ({ search, customers: data?.customers ?? [], total: data?.total, isPartner, isComing }),
    [search, data, isPartner, isComing],
  )
}

export function usePin(organisation: string) {
  return useCommand({
    run: ({ partnershipId, pinned }: { partnershipId: string; pinned: boolean }) =>
      api.put(pinCustomer, '/api/o/{organisation}/switcher/{partnership}', {
        params: { organisation, partnership: partnershipId },
        body: { pinned: !pinned },
      }),
    refreshes: `/api/o/${organisation}/switcher`,
  })
}
