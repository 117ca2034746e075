// Whether a table has room. One that is wider than its frame leaves out what only a wide one shows, and becomes cards where that is not enough:
// no width in a stylesheet knows how long words are, nor how far apart a reader sets the letters (WCAG 1.4.12).

/** The frame is a container of two names, for which the classes `@2xl/table:` and `@4xl/wide-table:` ask. */
export const tableFrameClass = '@container [container-name:table_wide-table]'
/** Without a name none of its classes holds, however wide the frame is. */
const names = ['', 'table', 'none']

/** The ref of the frame. */
export function staysInside(frame: HTMLElement | null): (() => void) | undefined {
  const table = frame?.querySelector('table')
  if (!frame || !table) return undefined
  // Every time from the start: rows and room may have changed for the better.
  const fit = () => {
    for (const name of names) {
      frame.style.containerName = name
      if (table.offsetWidth <= frame.clientWidth + 1) return
    }
  }
  let next = 0
  const watching = new ResizeObserver(() => {
    cancelAnimationFrame(next)
    next = requestAnimationFrame(fit)
  })
  watching.observe(frame)
  watching.observe(table)
  return () => {
    watching.disconnect()
    cancelAnimationFrame(next)
  }
}
