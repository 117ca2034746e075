// Tells once that the page is being looked at. A scanner that fetches links runs no page, and a page in the background is not read.
import { useEffect } from 'react'
import { useSameFunction } from '../unchanged.ts'

export function useOpening(tell: (() => Promise<unknown>) | undefined, of: string): void {
  const isReady = tell !== undefined
  const tellNow = useSameFunction(() => tell?.())
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that is opened, however often the page is drawn
  useEffect(() => {
    if (!isReady) return
    let isTold = false
    const look = () => {
      if (isTold || document.visibilityState !== 'visible') return
      isTold = true
      tellNow()?.catch(() => undefined) // nobody waits for it
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [isReady, of, tellNow])
}
