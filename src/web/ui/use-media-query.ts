// Whether the window currently fits a CSS media query.
import { useCallback, useSyncExternalStore } from 'react'

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => fits(query),
  )
}

let drawnFor = 64

/** Where there is no window: how wide the one is that a page is drawn for, in rem. */
export function drawFor(rem: number): void {
  drawnFor = rem
}

function fits(query: string): boolean {
  const [, side, rem] = /^\((min|max)-width: (\d+)rem\)$/.exec(query) ?? []
  return side === 'min' ? drawnFor >= Number(rem) : drawnFor <= Number(rem)
}
