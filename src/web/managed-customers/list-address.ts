// The address of the list: as it is drawn, and as it is.
import { trimPathRight, useRouter, useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useSameFunction } from '../unchanged.ts'

export type Address = Readonly<Record<string, unknown>>

/** What the list is drawn by: a moment behind the address, for a list drawn in small steps keeps no key waiting that is pressed meanwhile. */
export function useDrawnAddress(): Address {
  return useDeferredValue(useAddress())
}

/** For what is small enough to be drawn with every letter. */
export const useAddress = (): Address => useSearch({ strict: false })

/** The address as it is, whatever is drawn; none once another page is on its way. Not to be called while drawing. */
export function useAddressNow(organisation: string): () => Address | undefined {
  const router = useRouter()
  return useSameFunction((): Address | undefined => {
    const { pathname, search } = router.latestLocation
    return trimPathRight(pathname) === `/o/${organisation}/customers` ? search : undefined
  })
}
