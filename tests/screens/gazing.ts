// Opens screens of the table in a browser, in a language, a width and a theme, each as whoever looks at it.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Language } from '../../src/domain/language.ts'
import { textsFor } from '../../src/locales/server-texts.ts'
import type { Say, Screen } from './screens.ts'
import { settled, watch } from './settled.ts'
import type { World } from './world.ts'

export const widths = [320, 768, 1280] as const
export const themes = ['light', 'dark'] as const
export type Width = (typeof widths)[number]
export type Theme = (typeof themes)[number]
export type Look = { readonly width: Width; readonly theme: Theme }

const heights: Readonly<Record<Width, number>> = { 320: 640, 768: 1024, 1280: 860 }
export const locales: Readonly<Record<Language, string>> = { de: 'de-CH', en: 'en-GB', fr: 'fr-CH', it: 'it-CH', es: 'es-ES' }

export type Gazing = ReturnType<typeof gaze>

export function gaze(browser: Browser, world: World) {
  const contexts = new Map<string, BrowserContext>()
  const spoken = new Map<string, Language>()

  async function windowOf(screen: Screen, language: Language): Promise<BrowserContext> {
    // A browser remembers the language it was last shown in.
    const whose = `${screen.as ?? ''} ${language}`
    const known = contexts.get(whose) ?? (await newContext(screen.as, language))
    contexts.set(whose, known)
    if (screen.as !== undefined && spoken.get(screen.as) !== language) {
      await (await world.as(screen.as)).send('PUT', '/me/language', { language })
      spoken.set(screen.as, language)
    }
    return known
  }

  async function newContext(as: string | undefined, language: Language): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: locales[language], reducedMotion: 'reduce' })
    context.setDefaultTimeout(20_000)
    if (as !== undefined) {
      const { token: value } = await world.as(as)
      const here = { domain: new URL(world.place.url).hostname, path: '/' }
      const cookie = { name: '__Host-session', value, ...here, secure: true, httpOnly: true, sameSite: 'Lax' } as const
      await context.addCookies([{ ...cookie }])
    }
    return context
  }

  return {
    /** The screen, at rest. To be closed by whoever asked. */
    async open(screen: Screen, language: Language, look: Look): Promise<Page> {
      const { t } = textsFor(language)
      const page = watch(await (await windowOf(screen, language)).newPage())
      try {
        await arrive(page, screen, t, look)
        return page
      } catch (failure) {
        await page.close()
        throw failure
      }
    },
    close: async () => {
      for (const context of contexts.values()) await context.close()
    },
  }

  async function arrive(page: Page, screen: Screen, t: Say, look: Look): Promise<void> {
    await dress(page, look)
    await page.goto(`${world.place.url}${screen.path(world.ids)}`)
    await settled(page)
    await screen.steps?.(page, t)
    await page.getByText(screen.shows(t)).filter({ visible: true }).first().waitFor()
    await settled(page)
  }
}

/** The same page in another window. */
export async function dress(page: Page, { width, theme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: heights[width] })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
}

/** By how many pixels the page is wider than its window. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - Math.ceil(document.documentElement.getBoundingClientRect().width))

/**
 * The same with the room between letters, words and lines that readers may set for themselves (WCAG 1.4.12); the page stays so. It is
 * measured at rest: what stands beside its button finds its place anew in the frame that follows.
 */
export async function overhangWithRoom(page: Page): Promise<number> {
  await page.evaluate(() => {
    const room = new CSSStyleSheet()
    room.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    )
    document.adoptedStyleSheets.push(room)
  })
  await settled(page)
  return overhang(page)
}
