// The gallery in a browser, at rest: without a server, at a fixed time and in the packages' own font, letters placed as they are designed, so that
// each Chromium breaks the same lines; nothing moves, no caret, and what is shown as pointed at or focused looks so. The digits
// of a day are left out: each browser writes them in the language it was installed in.
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildWeb } from '../../scripts/start/built-web.ts'
import type { Language } from '../../src/domain/language.ts'
import { dress, type Look, locales } from './gazing.ts'
import { settled, watch } from './settled.ts'

export type GalleryLook = Look & { readonly language: Language }

const address = 'https://gallery.test'
const fixedAt = new Date('2026-11-29T09:00:00Z')
const calm = `* { text-rendering: geometricPrecision !important; caret-color: transparent !important }
*, ::before, ::after { animation: none !important; transition: none !important }
html { --font-mono: var(--font-sans) !important; scrollbar-gutter: auto !important }
[data-specimen] { align-self: start }
::-webkit-datetime-edit { color: transparent !important }`

export const buildGallery = (): Promise<string> => buildWeb(console.log, 'galleryPage')

export async function galleryContext(browser: Browser, language: Language): Promise<BrowserContext> {
  const built = await buildGallery()
  const context = await browser.newContext({ locale: locales[language], timezoneId: 'Europe/Zurich', reducedMotion: 'reduce' })
  await context.clock.setFixedTime(fixedAt)
  await context.route(`${address}/**`, (route) => {
    const file = path.join(built, new URL(route.request().url()).pathname)
    return existsSync(file) ? route.fulfill({ path: file }) : route.abort()
  })
  return context
}

export async function openGallery(context: BrowserContext, { language, ...look }: GalleryLook): Promise<Page> {
  const page = watch(await context.newPage())
  await dress(page, look)
  await page.goto(`${address}/src/web/gallery/page.html?lang=${language}`)
  await page.locator('[data-specimen]').first().waitFor()
  await page.evaluate((style) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    document.adoptedStyleSheets.push(sheet)
  }, calm)
  await settled(page)
  await showStates(page)
  return page
}

const takesFocus = 'button, a, input, select, textarea, [role=combobox], [role=tab]'
const states = {
  hover: { classes: ['hover'], parts: `${takesFocus}, label, tr` },
  focus: { classes: ['focus', 'focus-visible'], parts: takesFocus },
  pressed: { classes: ['hover', 'active'], parts: takesFocus },
}

/** The browser itself is told that they are so; no pointer is in several places. */
async function showStates(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument', { depth: 0 })
  for (const [state, { classes, parts }] of Object.entries(states)) {
    const { nodeIds } = await devtools.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: `[data-shown-as=${state}] :is(${parts})`,
    })
    await Promise.all(nodeIds.map((nodeId) => devtools.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: classes })))
  }
}
