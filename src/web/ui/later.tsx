// What lies below the window when a page opens: it comes a moment after what is in it, so that this is there sooner.
import { type ReactNode, startTransition, useEffect, useState } from 'react'
import { afterPaint } from './after-paint.ts'

/** What comes then is drawn in small steps, and a press in between goes first. */
export function Later({ children }: { children: ReactNode }) {
  const [isLater, setLater] = useState(false)
  useEffect(() => afterPaint(() => startTransition(() => setLater(true))), [])
  return isLater ? children : null
}
