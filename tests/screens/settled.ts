// When a page is done: nothing asked that is not answered, no skeleton, all letters there, nothing moving. Told by the page itself, never by the
// clock. What the gallery shows is an example of waiting, and waits for nothing.
import type { Page, Request } from 'playwright-core'

const patienceMs = 30_000
const pending = new WeakMap<Page, Set<Request>>()

/** From the first request on; live streams never end and do not count. */
export function watch(page: Page): Page {
  const open = new Set<Request>()
  pending.set(page, open)
  page.on('request', (request) => request.resourceType() !== 'eventsource' && open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return page
}

export async function settled(page: Page): Promise<void> {
  const open = pending.get(page)
  if (!open) throw new Error('this page is not watched')
  const end = Date.now() + patienceMs
  while (!(await isQuiet(page)) || open.size > 0) {
    if (Date.now() > end) throw new Error(`${page.url()} does not come to rest: ${[...open].map((request) => request.url()).join(', ')}`)
  }
}

/** After two frames. */
function isQuiet(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    await document.fonts.ready
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    await frame()
    const moving = document
      .getAnimations()
      .some((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity)
    return (
      !moving &&
      document.readyState === 'complete' &&
      document.querySelector(':is(.skeleton-late, [aria-busy="true"], .animate-spin):not([data-specimen] *)') === null
    )
  })
}
