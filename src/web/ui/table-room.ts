// Whether a table has room. One that is wider than its frame leaves out what only a wide one shows, and becomes cards where that is not enough:
// no width in a stylesheet knows how long words are, nor how far apart a reader sets the letters (WCAG 1.4.12).

/** The frame is a container of two names, for which the classes `@2xl/table:` and `@4xl/wide-table:` ask. */
export const tableFrameClass = '@container [container-name:table_wide-table]'
/** Without a name none of its classes holds, however wide the frame is. */
const names = ['', 'table', 'none']

/**
 * The first of these ways that has room; the last one where none has. `needed`: how much those need that were tried before and had none; they are not
 * tried again for less.
 */
export function firstWithRoom<Way>(ways: readonly Way[], room: number, needed: Map<Way, number>, widthOf: (way: Way) => number): void {
  const isLast = (way: Way) => way === ways.at(-1)
  for (const way of ways.filter((one) => isLast(one) || (needed.get(one) ?? 0) <= room)) {
    const width = widthOf(way)
    if (isLast(way) || width <= room) return
    needed.set(way, width)
  }
}

/** The ref of the frame. */
export function staysInside(frame: HTMLElement | null): (() => void) | undefined {
  const table = frame?.querySelector('table')
  if (!frame || !table) return undefined
  const needed = new Map<string, number>()
  const widthOf = (name: string) => {
    if (frame.style.containerName !== name) frame.style.containerName = name
    return table.offsetWidth
  }
  const sizes = () => [frame.clientWidth, table.offsetWidth, table.offsetHeight] as const
  let seen: readonly number[] = []
  let next = 0
  // Decided before it is painted. What changes here itself is not looked at in the same frame, which would be reported as a loop.
  const watching = new ResizeObserver(() => {
    const now = sizes()
    const [room] = now
    if (now.every((one, at) => one === seen[at])) return
    // In the same room the rows have changed, or the letters: perhaps for the better.
    if (room === seen[0]) needed.clear()
    const name = frame.style.containerName
    firstWithRoom(names, room + 1, needed, widthOf)
    seen = sizes()
    if (frame.style.containerName !== name) pause()
  })
  const watch = () => {
    watching.observe(frame)
    watching.observe(table)
  }
  const pause = () => {
    watching.disconnect()
    next = requestAnimationFrame(watch)
  }
  watch()
  return () => {
    watching.disconnect()
    cancelAnimationFrame(next)
  }
}
