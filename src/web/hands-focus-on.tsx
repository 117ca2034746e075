// What has the focus may go away under it, with a press or with the room it needs: then another part of the page gets it, never the page as a whole (WCAG 2.4.3).
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useSameFunction } from './unchanged.ts'

export type HandsFocusOnProps = {
  /** Where it goes, looked for once this is gone and what takes its place is there. */
  to: () => HTMLElement | null | undefined
  id?: string | undefined
  children: ReactNode
}

export function HandsFocusOn({ to, id, children }: HandsFocusOnProps) {
  /** Also in what lies over the page and belongs to this. */
  const newest = useRef<Element>(null)
  const next = useSameFunction(to)
  useLayoutEffect(
    () => () => {
      if (newest.current === null || newest.current !== document.activeElement) return
      queueMicrotask(() => {
        if (document.activeElement === document.body) next()?.focus()
      })
    },
    [next],
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only looks where the focus is
    <div
      id={id}
      className="contents"
      onFocus={({ target }) => {
        newest.current = target
      }}
    >
      {children}
    </div>
  )
}
