// What keeps its identity while it means the same, so that parts of a page that look at it (memo) are not drawn again.
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'

/** A function that stays the same one and does what the newest does. Not to be called while drawing. */
export function useSameFunction<Given extends readonly unknown[], Answer>(
  newest: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const latest = useRef(newest)
  useLayoutEffect(() => {
    latest.current = newest
  })
  return useCallback((...given: Given) => latest.current(...given), [])
}

/** The same value, plain as JSON, for as long as it says the same. */
export function useSameValue<Value>(value: Value): Value {
  const written = JSON.stringify(value)
  return useMemo(() => JSON.parse(written) as Value, [written])
}
