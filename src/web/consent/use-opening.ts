// Tells once that the page is being looked at. A scanner that fetches links runs no page, and a page in the background is not read.
import { useEffect } from 'react'

export function useOpening(tell: (() => Promise<unknown>) | undefined, of: string): void {
  const isReady = tell !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that is opened, however often the page is drawn
  useEffect(() => {
    if (!tell) return
    let isTold = false
    const look = () => {
      if (isTold || document.visibilityState !== 'visible') return
      isTold = true
      tell().catch(() => undefined) // nobody waits for it
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [isReady, of])
}
