// What a person feels of a page, as the browser counts it itself: when the largest part was painted, how long a press waited for its paint, what jumped.
import type { Browser, BrowserContext, Page } from 'playwright-core'

export type Vitals = { readonly lcp: number; readonly inp: number; readonly cls: number }
/** What somebody does on a page once it is there. */
export type Doing = (page: Page) => Promise<void>

declare global {
  var vitals: { lcp: number; inp: number; cls: number }
}

const slowerBy = 4

/** Opens the address in a browser that knows nothing yet, on a processor four times slower, and does these things there. */
export async function vitalsOf(browser: Browser, address: string, token: string, ready: string, doing: Doing): Promise<Vitals> {
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
    return await page.evaluate(() => ({ ...vitals }))
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

type Seen = Readonly<{ startTime: number; duration: number; value?: number; hadRecentInput?: boolean; interactionId?: number }>
/** As the browser has it; Node's own knows none of these kinds. */
type Observer = new (take: (list: { readonly getEntries: () => readonly Seen[] }) => void) => { readonly observe: (what: object) => void }

/** Runs in the page before anything else. */
function observe(): void {
  const Watching = PerformanceObserver as unknown as Observer
  globalThis.vitals = { lcp: 0, inp: 0, cls: 0 }
  const watch = (type: string, take: (seen: Seen) => void) =>
    new Watching((list) => {
      for (const seen of list.getEntries()) take(seen)
    }).observe({ type, buffered: true, durationThreshold: 16 })
  watch('largest-contentful-paint', ({ startTime }) => {
    vitals.lcp = startTime
  })
  watch('layout-shift', ({ hadRecentInput, value = 0 }) => {
    if (!hadRecentInput) vitals.cls += value
  })
  watch('event', ({ interactionId = 0, duration }) => {
    if (interactionId > 0) vitals.inp = Math.max(vitals.inp, duration)
  })
}
