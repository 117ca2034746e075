// What lies below the window when a page opens: it comes a moment after what is in it, so that this is there sooner.
import { type ReactNode, startTransition, useEffect, useState } from 'react'
import { afterPaint } from './after-paint.ts'
import { isComingBack } from './coming-back.ts'

/** What comes then is drawn in small steps, and a press in between goes first. `now`: it is in the window after all. */
export function Later({ now = false, children }: { now?: boolean | undefined; children: ReactNode }) {
  const [isLater, setLater] = useState(isComingBack)
  useEffect(() => afterPaint(() => startTransition(() => setLater(true))), [])
  return isLater || now ? children : null
}
