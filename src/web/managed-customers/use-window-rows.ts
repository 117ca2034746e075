// Which rows stand in the window and where, in a page as high as all of them; the pages they are on are asked for once the scrolling rests.
/* oxlint-disable react/incompatible-library, react-hooks/exhaustive-deps -- rows are measured anew whenever they are shown */
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { roomBelow } from '../ui/bottom-bar.ts'
import { type CustomerListData, pageSize } from './use-customer-list.ts'

/** Beyond what is seen, once that has been looked at. A list of one page is then in the page whole, where the browser’s own search finds it. */
const overscan = 6
/** Whoever types on gets the rows of the next letter without the rest of these. */
const lookedAtMs = 300
/** Whoever pulls the scroll bar passes by many pages: only where it rests are they fetched. */
const restMs = 60
/** What stays at the top of the window, below which a row is not seen. */
const hiddenAbove = 96

/** In a window, and not drawn on the server. */
const isHere = 'innerWidth' in globalThis

export function useWindowRows(list: CustomerListData, usualHeight: number) {
  const place = useRef<HTMLDivElement>(null)
  const [above, setAbove] = useState(0)
  const [below, setBelow] = useState(0)
  const [focused, setFocused] = useState<number>()
  const pending = useRef<number>(undefined)
  const isLookedAt = useIsLookedAt(list.shown)
  const rangeExtractor = useCallback(
    (range: Range) => {
      if (isLookedAt && range.count <= pageSize) return Array.from({ length: range.count }, (_, index) => index)
      const near = defaultRangeExtractor(range)
      return focused === undefined || focused >= range.count || near.includes(focused)
        ? near
        : [...near, focused].sort((one, other) => one - other)
    },
    [focused, isLookedAt],
  )
  const [enlarged] = useState(enlargement)
  const expected = Math.round(usualHeight * enlarged)
  const virtual = useWindowVirtualizer({
    ...{ count: list.length, overscan: isLookedAt ? overscan : 1, rangeExtractor, scrollMargin: above },
    ...{ scrollPaddingStart: hiddenAbove, scrollPaddingEnd: below },
    // Rows are there from the first render, not only once the window was measured.
    initialRect: isHere ? { width: innerWidth, height: innerHeight } : { width: 1280, height: 900 },
    estimateSize: () => expected,
  })
  // Measured once for each frame, however often it is drawn in it, and still before that frame is painted.
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => {
      const top = Math.round((place.current?.getBoundingClientRect().top ?? 0) + window.scrollY)
      if (Math.abs(top - above) > 1) setAbove(top)
    })
    return () => cancelAnimationFrame(frame)
  })
  useFocusedRow(place, setFocused)
  const items = virtual.getVirtualItems()
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? 0
  const { visit, shown } = list
  useEffect(() => {
    if (shown) leadToTop(place.current)
  }, [shown])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other pages, in the same window
  useEffect(() => {
    const range = { from: pageOf(first - pageSize / 4), to: Math.max(pageOf(last + pageSize / 2), 0) }
    const rest = setTimeout(() => visit({ from: Math.max(0, range.from), to: range.to }), restMs)
    return () => clearTimeout(rest)
  }, [first, last, visit, shown])
  const focusPending = () => {
    const link = pending.current === undefined ? null : linkIn(place.current, pending.current)
    if (!link) return
    pending.current = undefined
    link.focus({ preventScroll: true })
  }
  useEffect(focusPending)
  const goTo = (step: number) => {
    const from = focused ?? (step > 0 ? first - 1 : first)
    const to = Math.min(Math.max(from + step, 0), list.length - 1)
    pending.current = to
    const room = roomBelow()
    setBelow(room)
    // Of a row that is higher than what is seen, its beginning.
    const isTall = expected > window.innerHeight - hiddenAbove - room
    virtual.scrollToIndex(to, { align: isTall ? 'start' : 'auto' })
    focusPending()
  }
  return {
    place,
    height: virtual.getTotalSize(),
    /** Without `top` they follow each other: where there is no window nothing is measured. */
    items: items.map(({ index, start }) => ({ index, top: isHere ? start - virtual.options.scrollMargin : undefined })),
    measure: virtual.measureElement,
    goTo,
  }
}

/** Whether what is in the window of this list has been there for a moment, or, of the first list, its place where the rows come later. */
function useIsLookedAt(list: unknown): boolean {
  const [known, learn] = useState<unknown>()
  useEffect(() => {
    const moment = setTimeout(() => startTransition(() => learn(list)), lookedAtMs)
    return () => clearTimeout(moment)
  }, [list])
  return known === list
}

/** How many times larger than usual somebody has their text. */
const enlargement = (): number => (isHere ? Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 : 1)

/** Another list begins at its beginning. */
function leadToTop(place: HTMLElement | null): void {
  const top = place?.getBoundingClientRect().top ?? 0
  if (top < 0) window.scrollBy({ top: top - hiddenAbove })
}

const pageOf = (index: number): number => Math.floor(index / pageSize)
const linkIn = (place: HTMLElement | null, index: number) =>
  place?.querySelector<HTMLElement>(`[data-index="${index}"] [role="rowheader"] a`)

/** The row that holds the focus stays in the page wherever the window goes. */
function useFocusedRow(place: { readonly current: HTMLElement | null }, tell: (index: number | undefined) => void): void {
  useEffect(() => {
    const { current } = place
    const came = (event: FocusEvent) => {
      const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-index]') : null
      tell(row ? Number(row.dataset['index']) : undefined)
    }
    const went = (event: FocusEvent) => {
      if (event.relatedTarget instanceof Node && !current?.contains(event.relatedTarget)) tell(undefined)
    }
    current?.addEventListener('focusin', came)
    current?.addEventListener('focusout', went)
    return () => {
      current?.removeEventListener('focusin', came)
      current?.removeEventListener('focusout', went)
    }
  }, [place, tell])
}
