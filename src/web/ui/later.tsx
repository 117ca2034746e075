// What lies below the window when a page opens: it comes a moment after what is in it, so that this is there sooner.
import { type ReactNode, startTransition, useEffect, useState } from 'react'

export function Later({ children }: { children: ReactNode }) {
  return useIsLater() ? children : null
}

/** True once what is there now has been painted. What comes then is drawn in small steps, and a press in between goes first. */
export function useIsLater(): boolean {
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setLater(true)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return isLater
}
