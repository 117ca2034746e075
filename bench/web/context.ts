// A browser that knows nothing but who is signed in.
import type { Browser, BrowserContext } from 'playwright-core'

export async function contextOf(browser: Browser, address: string, token: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'de-CH', viewport: { width: 1280, height: 900 } })
  const domain = new URL(address).hostname
  await context.addCookies([{ name: '__Host-session', value: token, domain, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }])
  return context
}
