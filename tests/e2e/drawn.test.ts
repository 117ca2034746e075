// Pages that the server draws: what stands there before the application is what it shows, in each language and window, and nothing is lost where it is not.
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Language, languages } from '../../src/domain/language.ts'
import { launchBrowser } from '../browser.ts'
import { givenPartners } from '../given-requests.ts'
import { openAs } from '../open-page.ts'
import { givenServer } from '../server.ts'

const given = await givenServer()
const { alpweb, petra } = await givenPartners(given)
const browser = await launchBrowser()
afterAll(() => browser.close())

const own = `${given.url}/o/${alpweb}`
const isDrawn = '#root > [data-drawn][inert]'
/** Other files may be called so, too, and the sign of what is in them may begin with two letters. */
const wordsOf = new RegExp(`/(?:first|rest)-(${languages.join('|')})-`)
const isThere = '#root > :not([data-drawn])'

/** Whoever comes first finds a server that has drawn nothing yet. */
beforeAll(async () => {
  const headers = { cookie: `__Host-session=${petra.token}` }
  for (let attempt = 0; attempt < 200; attempt++) {
    if ((await (await fetch(own, { headers })).text()).includes(' inert>')) return
    await pause(200)
  }
  throw new Error('no page was ever drawn')
})

/** The application waits until it is let in. */
async function withoutApplication(context: BrowserContext): Promise<{ readonly page: Page; readonly letIn: () => Promise<void> }> {
  const page = await context.newPage()
  const held: Route[] = []
  let isOpen = false
  await page.route('**/assets/*.js', (route) => (isOpen ? route.continue() : void held.push(route)))
  return {
    page,
    letIn: async () => {
      isOpen = true
      await Promise.all(held.map((route) => route.continue()))
    },
  }
}

async function contextOf(language: Language, width: number, timezoneId: string): Promise<BrowserContext> {
  const page = await openAs(browser, given.url, petra, '/sign-in', {
    language,
    viewport: { width, height: width === 320 ? 480 : 900 },
    timezoneId,
  })
  await page.close()
  return page.context()
}

/** A busy server sends a page without its picture rather than late: then it is opened once more. */
async function untilDrawn(page: Page, address: string, isSo = () => page.locator(isDrawn).isVisible()): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    await page.goto(address, { waitUntil: 'commit' })
    await page.locator('#answers').waitFor({ state: 'attached' })
    await page.locator('#root > *').first().waitFor({ state: 'attached' })
    if (await isSo()) return
  }
  throw new Error(`${address} never came drawn`)
}

const lines = async (page: Page, place: string) => (await page.locator(place).allInnerTexts()).join('\n').split('\n').filter(Boolean)

test.each([
  ['de', 1280, 'Europe/Zurich'],
  ['en', 1280, 'Europe/Zurich'],
  ['fr', 320, 'America/New_York'],
] as const)('in %s, %i px wide, in %s, what is drawn stays when the application comes', async (language, width, timezoneId) => {
  const context = await contextOf(language, width, timezoneId)
  const scrolled: number[] = []
  for (const path of ['', '/customers', '/partners', '/products']) {
    const { page, letIn } = await withoutApplication(context)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    // The first page of another window or zone finds out; from the next one on it is known.
    if (width === 320 && path === '') {
      await untilDrawn(page, own, () => page.evaluate(() => document.cookie === 'window=20~America/New_York~fr'))
      expect(await page.locator(isDrawn).count()).toBe(0)
    }
    await untilDrawn(page, `${own}${path}`)
    const drawn = await lines(page, isDrawn)
    expect(drawn.length).toBeGreaterThan(5)
    const at = await page.evaluate(() => {
      scrollTo(0, 120)
      return scrollY
    })
    scrolled.push(at)
    await letIn()
    await page.locator(`${isThere} h1`).first().waitFor()
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(at)
    await expect.poll(async () => new Set(drawn).difference(new Set(await lines(page, '#root')))).toEqual(new Set())
    expect(faults).toEqual([])
    await page.close()
  }
  // Only what is longer than the window can be scrolled.
  if (width === 320) expect(Math.max(...scrolled)).toBe(120)
  await context.close()
})

test('a link that is pressed before the application is there leads where it says, help beside the page; a button does nothing', async () => {
  const context = await contextOf('de', 1280, 'Europe/Zurich')
  const { page } = await withoutApplication(context)
  await untilDrawn(page, `${own}/customers`)
  const middleOf = async (what: string) => {
    const box = await page.locator(`${isDrawn} ${what}`).first().boundingBox()
    return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const
  }
  await page.mouse.click(...(await middleOf('header button')))
  const beside = context.waitForEvent('page')
  await page.mouse.click(...(await middleOf('a[target="_blank"]')))
  await (await beside).close()
  await page.mouse.click(...(await middleOf(`a[href="/o/${alpweb}/products"]`)))
  await page.waitForURL(`${own}/products`, { waitUntil: 'commit' })
  await context.close()
})

test('the words of one language are fetched: the own one of whoever is signed in, else the one read here before, whatever the browser asks for', async () => {
  await petra.send('PUT', '/me/language', { language: 'de' })
  const cookies = [
    { name: '__Host-session', value: petra.token, httpOnly: true },
    { name: 'window', value: '64~Europe/Zurich~it' },
  ]
  for (const [cookie, address, language] of [
    [cookies[0], own, 'de'],
    [cookies[1], `${given.url}/r/aaaaaaaaaaaaaaaaaaaaaaaa`, 'it'],
  ] as const) {
    const context = await browser.newContext({ locale: 'fr-CH', timezoneId: 'Europe/Zurich' })
    const here = { domain: new URL(given.url).hostname, path: '/', secure: true, sameSite: 'Lax' } as const
    await context.addCookies(cookie ? [{ ...here, ...cookie }] : [])
    const { page } = await withoutApplication(context)
    const words = new Set<string>()
    page.on('request', (request) => {
      if (request.isNavigationRequest()) words.clear()
      const [, code] = wordsOf.exec(request.url()) ?? []
      if (code) words.add(code)
    })
    await untilDrawn(page, address, () => page.locator(`${isDrawn}[lang=${language}]`).isVisible())
    await expect.poll(() => [...words]).toEqual([language])
    await context.close()
  }
})

test('what is drawn says nothing to those who cannot see it, and takes no key; what was drawn in another language than is read here goes, or for another clock, and the next page is drawn as it shall be', async () => {
  const context = await contextOf('it', 1280, 'Europe/Zurich')
  const { page } = await withoutApplication(context)
  await untilDrawn(page, `${own}/products`)
  expect(await page.getByRole('link').count()).toBe(0)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('#root'))).toBeNull()
  await context.close()
  const somebody = await browser.newContext({ locale: 'it-CH', timezoneId: 'Europe/Zurich' })
  const { page: request } = await withoutApplication(somebody)
  const unknown = `${given.url}/r/aaaaaaaaaaaaaaaaaaaaaaaa`
  await untilDrawn(request, unknown)
  await request.addInitScript("localStorage.setItem('language', 'es')")
  // It goes as soon as it has come whole; the page after it is drawn in Spanish and stays.
  await request.goto(unknown, { waitUntil: 'commit' })
  await request.locator('#answers').waitFor({ state: 'attached' })
  await request.locator(isDrawn).waitFor({ state: 'detached' })
  await untilDrawn(request, unknown, () => request.locator(`${isDrawn}[lang=es]`).isVisible())
  await somebody.close()
  // The same hour as in Zurich today, and another one in half a year.
  const isSummer = new Date().toLocaleString('en', { timeZone: 'Europe/Zurich', timeZoneName: 'shortOffset' }).includes('GMT+2')
  const timezoneId = isSummer ? 'Africa/Johannesburg' : 'Africa/Lagos'
  const abroad = await browser.newContext({ locale: 'en', timezoneId })
  const { page: far } = await withoutApplication(abroad)
  await untilDrawn(far, unknown, () => far.evaluate((zone) => document.cookie === `window=64~${zone}~en`, timezoneId))
  expect(await far.locator(isDrawn).count()).toBe(0)
  await abroad.close()
})
