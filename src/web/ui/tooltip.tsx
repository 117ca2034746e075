// A short hint on hover and keyboard focus. Never the only place of something a person needs.
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  const around = useRef<HTMLSpanElement>(null)
  const [at, show] = useState<DOMRect>()
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hide = () => {
    clearTimeout(waiting.current)
    show(undefined)
  }
  const open = () => show(around.current?.firstElementChild?.getBoundingClientRect())
  useEffect(() => () => clearTimeout(waiting.current), [])
  useEffect(() => {
    if (!at) return
    const close = (event: KeyboardEvent) => event.key === 'Escape' && show(undefined)
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [at])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is inside is the control; this only notices that somebody points at it
    <span
      ref={around}
      className="contents"
      onPointerEnter={({ pointerType }) => {
        if (pointerType === 'mouse') waiting.current = setTimeout(open, delayMs)
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={({ target }) => target.matches(':focus-visible') && open()}
      onBlur={hide}
    >
      {children}
      {at && createPortal(<Hint text={text} at={at} />, document.body)}
    </span>
  )
}

/** Above what it names, or below where there is no room; never beyond the window's edge. */
function Hint({ text, at }: { text: string; at: DOMRect }) {
  const isAbove = at.top > roomPx
  const middle = Math.min(Math.max(at.left + at.width / 2, roomPx), innerWidth - roomPx)
  return (
    <span
      role="tooltip"
      style={{ left: middle, top: isAbove ? at.top - gapPx : at.bottom + gapPx }}
      className={`pointer-events-none fixed z-70 w-max max-w-64 -translate-x-1/2 animate-appear rounded-md bg-ink px-2 py-1 text-xs text-canvas forced-colors:border ${isAbove ? '-translate-y-full' : ''}`}
    >
      {text}
    </span>
  )
}

const delayMs = 400
const gapPx = 6
const roomPx = 48
