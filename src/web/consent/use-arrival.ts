// Whoever arrives at what a press has brought stands at its heading: it is read out, and Tab goes on from there.
import { type RefObject, useEffect, useRef } from 'react'

export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return heading
}
