// A window of a browser in which somebody is signed in already: for journeys that are about something else than signing in.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Language } from '../src/domain/language.ts'
import type { Caller } from './given-caller.ts'

const locales: Readonly<Record<Language, string>> = { de: 'de-CH', en: 'en-GB', fr: 'fr-CH', it: 'it-CH', es: 'es-ES' }
type Window = { readonly language: Language } & Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'timezoneId'>

/** What public/prepare.js asked for early and the page has not looked at: nothing, once it is there. */
export const askedInVain = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...((globalThis as { early?: ReadonlyMap<string, unknown> }).early?.keys() ?? [])])

/** Opens the path as that person, who reads this language from now on. */
export async function openAs(browser: Browser, url: string, caller: Caller, path: string, { language, ...look }: Window): Promise<Page> {
  await caller.send('PUT', '/me/language', { language })
  const context = await browser.newContext({ locale: locales[language], viewport: { width: 1280, height: 900 }, ...look })
  context.setDefaultTimeout(40_000)
  await context.addCookies([
    {
      name: '__Host-session',
      value: caller.token,
      domain: new URL(url).hostname,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ])
  const page = await context.newPage()
  await page.goto(`${url}${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page
}
