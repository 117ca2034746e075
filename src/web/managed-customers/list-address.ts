// The address of the list: as it is drawn, and as it is.
import { useRouter, useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useSameFunction } from '../unchanged.ts'

export type Address = Readonly<Record<string, unknown>>

/** What the list is drawn by: a moment behind the address, for a list drawn in small steps keeps no key waiting that is pressed meanwhile. */
export function useDrawnAddress(): Address {
  const address: Address = useSearch({ strict: false })
  return useDeferredValue(address)
}

/** The address as it is, whatever is drawn. Not to be called while drawing. */
export function useAddressNow(): () => Address {
  const router = useRouter()
  return useSameFunction((): Address => router.latestLocation.search)
}
