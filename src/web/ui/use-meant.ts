// A press is meant for what is shown: not when that has only just changed, nor as the second half of a double click on what was there before, nor as
// the key that opened it and is still held.
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react'

/** As long as a hand that has begun to move needs to stop. */
export const noticeMs = 500

/** `clicks`: how many in one go, as a mouse counts them; 0 of a keyboard. `shownMs`: for how long it has been shown as it is. */
export const isMeant = ({ clicks, shownMs }: { readonly clicks: number; readonly shownMs: number }): boolean =>
  clicks < 2 && shownMs >= noticeMs

/** Enter presses again for as long as it is held; what else is held, as a key that scrolls, presses nothing. */
export const isHeldDown = ({ key, repeat }: { readonly key: string; readonly repeat: boolean }): boolean => repeat && key === 'Enter'

/** `shown`: stands for what is shown; what it begins with was asked for. Answers with what a button does. */
export function useMeant(shown: string | undefined, act: () => void) {
  const seen = useRef({ shown, since: Number.NEGATIVE_INFINITY })
  useLayoutEffect(() => {
    if (seen.current.shown !== shown) seen.current = { shown, since: performance.now() }
  }, [shown])
  return {
    onClick: ({ detail, timeStamp }: MouseEvent) => {
      if (isMeant({ clicks: detail, shownMs: timeStamp - seen.current.since })) act()
    },
    onKeyDown: (press: KeyboardEvent) => {
      if (isHeldDown(press)) press.preventDefault()
    },
  }
}
