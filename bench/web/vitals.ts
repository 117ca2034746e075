// What a person feels of a page, as the browser counts it itself: when the largest part was painted and what jumped meanwhile, and how long a press waited
// for its paint.
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** What somebody does on a page once it is there. */
export type Doing = (page: Page) => Promise<void>

declare global {
  var longestWait: number
}

export const slowerBy = 4

/** Opens the address in a browser that knows nothing yet, on a processor four times slower, and does these things there; in milliseconds. */
export async function longestPress(browser: Browser, address: string, token: string, ready: string, doing: Doing): Promise<number> {
  const context = await contextOf(browser, address, token)
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.addInitScript(observe)
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerBy })
    await page.goto(address)
    await page.locator(ready).first().waitFor()
    await settled(page)
    await doing(page)
    await settled(page)
    return await page.evaluate(() => globalThis.longestWait)
  } finally {
    await context.close()
  }
}

/** A browser that knows nothing but who is signed in. */
export async function contextOf(browser: Browser, address: string, token: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'de-CH', viewport: { width: 1280, height: 900 } })
  const domain = new URL(address).hostname
  await context.addCookies([{ name: '__Host-session', value: token, domain, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }])
  return context
}

/** Nothing has moved or been painted for half a second. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
}

type Press = Readonly<{ duration: number; interactionId?: number }>
/** As the browser has it; Node's own knows no presses. */
type Observer = new (take: (list: { readonly getEntries: () => readonly Press[] }) => void) => { readonly observe: (what: object) => void }

/** Runs in the page before anything else. */
function observe(): void {
  const Watching = PerformanceObserver as unknown as Observer
  globalThis.longestWait = 0
  new Watching((list) => {
    for (const { interactionId = 0, duration } of list.getEntries()) {
      if (interactionId > 0) globalThis.longestWait = Math.max(globalThis.longestWait, duration)
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 })
}
