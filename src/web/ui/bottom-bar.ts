// A bar that stays at the bottom of the window: what gets the focus or is scrolled to comes to lie above it, however many lines it needs.

/** Read by the scroll padding of the page (styles.css). */
const room = '--bar-below'

/** The ref of the bar. */
export function staysBelow(bar: HTMLElement | null): (() => void) | undefined {
  if (!bar) return undefined
  const { style } = document.documentElement
  const watching = new ResizeObserver(() => {
    const offset = Number.parseFloat(getComputedStyle(bar).bottom) || 0
    style.setProperty(room, `${bar.offsetHeight + offset}px`)
    uncover(bar)
  })
  watching.observe(bar)
  return () => {
    watching.disconnect()
    style.removeProperty(room)
  }
}

/** How much at the bottom of the window is kept free for bars, in pixels. */
export const roomBelow = (): number => Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0

/** What was just pressed must not vanish below the bar that this made appear. */
function uncover(bar: HTMLElement): void {
  const { activeElement: pressed } = document
  if (!pressed || pressed === document.body || bar.contains(pressed)) return
  if (pressed.getBoundingClientRect().bottom > bar.getBoundingClientRect().top) pressed.scrollIntoView({ block: 'nearest' })
}
