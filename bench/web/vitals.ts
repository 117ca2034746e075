// What a person feels of a page, as the browser counts it itself: when the largest part was painted, how long a press waited for its paint, what jumped.
import type { Browser, Page } from 'playwright-core'

export type Vitals = { readonly lcp: number; readonly inp: number; readonly cls: number }
/** What somebody does on a page once it is there. */
export type Doing = (page: Page) => Promise<void>

declare global {
  var vitals: { lcp: number; inp: number; cls: number }
}

const slowerBy = 4

/** Opens the address in a browser that knows nothing yet, on a processor four times slower, and does these things there. */
export async function vitalsOf(browser: Browser, address: string, token: string, ready: string, doing: Doing): Promise<Vitals> {
  const context = await browser.newContext({ locale: 'de-CH', viewport: { width: 1280, height: 900 } })
  try {
    await context.addCookies([{ name: '__Host-session', value: token, url: address, secure: true, httpOnly: true, sameSite: 'Lax' }])
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

/** Nothing has moved or been painted for half a second. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
}

/** Runs in the page before anything else. */
function observe(): void {
  globalThis.vitals = { lcp: 0, inp: 0, cls: 0 }
  const watch = (type: string, take: (entry: PerformanceEntry & Record<string, unknown>) => void, more: object = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry as PerformanceEntry & Record<string, unknown>)
    }).observe({ type, buffered: true, ...more })
  watch('largest-contentful-paint', ({ startTime }) => {
    vitals.lcp = startTime
  })
  watch('layout-shift', (entry) => {
    if (entry['hadRecentInput'] !== true) vitals.cls += Number(entry['value'])
  })
  watch(
    'event',
    (entry) => {
      if (Number(entry['interactionId']) > 0) vitals.inp = Math.max(vitals.inp, entry.duration)
    },
    { durationThreshold: 16 },
  )
}
