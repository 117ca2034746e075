// How every component of the gallery looked when somebody last agreed to it, in every language, theme and width, and what looks otherwise now.
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { type Language, languages } from '../../src/domain/language.ts'
import { albumIn, type Photo, type Photographer } from './album.ts'
import { fingerprintOf, type Grain } from './fingerprint.ts'
import { galleryOpenings, type Opened } from './gallery-openings.ts'
import { buildGallery, type GalleryLook, galleryContext, openGallery } from './gallery-page.ts'
import { themes } from './gazing.ts'
import { type Box, cut, readPng } from './read-png.ts'
import { settled } from './settled.ts'
import { writePng } from './write-png.ts'

const inEnglishFirst: readonly Language[] = ['en', ...languages.filter((language) => language !== 'en')]
const galleryWidths = [320, 1280] as const
export const galleryLooks: readonly GalleryLook[] = inEnglishFirst.flatMap((language) =>
  galleryWidths.flatMap((width) => themes.map((theme) => ({ language, width, theme }))),
)
export const keyOf = ({ language, theme, width }: GalleryLook): string => `${language} ${theme} ${width}`
export const howToAccept = 'Meant so? npm run sheets -- --gallery --accept'

/** Finer than for mails, so that a lost icon is seen. Letters of Chromium 131, 147, 149 and 153 are 8.5 of 256 apart in luminance and 2.1 in colour,
 * and what is half transparent 0.5. */
const grain: Grain = { width: 13, height: 12, slack: [10, 3, 3], plain: 1 }

export const galleryAlbum = albumIn({
  file: path.join(import.meta.dirname, 'gallery-pictures.json'),
  folder: path.join('.cache', 'gallery-pictures'),
  looks: galleryLooks.map(keyOf),
  // What has no words of its own is the same in every language.
  likeness: (look) => (look.startsWith('en ') ? undefined : look.replace(/^\w+/, 'en')),
})

export type GalleryShots = {
  readonly looks: readonly GalleryLook[]
  /** What of that which opens is opened in a look. */
  readonly opens?: (opened: Opened, look: GalleryLook) => boolean
  readonly isNamed?: (one: { readonly name: string }) => boolean
}

/** In two windows at once: while one is drawn, the other one is read. */
export function photosOfGallery(browser: Browser, { looks, opens = () => true, isNamed = () => true }: GalleryShots): Photographer {
  return async (hand) => {
    const left = looks.values()
    const chosen = (photo: Photo) => (isNamed(photo) ? hand(photo) : undefined)
    const inOneWindow = async () => {
      for (const look of left) {
        const context = await galleryContext(browser, look.language)
        const page = await openGallery(context, look)
        await photographSpecimens(page, look, chosen)
        const openings = galleryOpenings.filter((one) => isNamed(one) && opens(one, look))
        await photographOpened(page, look, { hand: chosen, openings })
        await context.close()
      }
    }
    await buildGallery()
    await Promise.all([inOneWindow(), inOneWindow()])
  }
}

export async function namesInGallery(browser: Browser): Promise<readonly string[]> {
  const [look] = galleryLooks
  if (!look) return []
  const context = await galleryContext(browser, look.language)
  const specimens = await specimensOn(await openGallery(context, look))
  await context.close()
  return [...specimens.map(({ name }) => name), ...galleryOpenings.map(({ name }) => name)]
}

type Hand = (photo: Photo) => void | Promise<void>

/** Nothing of the page is seen behind it. */
async function photographOpened(page: Page, look: GalleryLook, { hand, openings }: { hand: Hand; openings: readonly Opened[] }) {
  await page.evaluate(() => document.getElementById('root')?.style.setProperty('opacity', '0'))
  for (const { name, open, shown, staysOpen } of openings) {
    await open(page)
    const opened = page.locator(shown).filter({ visible: true }).last()
    await opened.waitFor()
    await settled(page)
    const png = await page.screenshot({ clip: await around(opened) })
    await hand({ name, look: keyOf(look), seen: fingerprintOf(readPng(png), grain), png: () => png })
    await page.keyboard.press('Escape')
    if (!staysOpen) await opened.waitFor({ state: 'hidden' })
  }
}

/** With its edge and some of its shadow, as far as the window goes. */
async function around(opened: Locator): Promise<Box> {
  return opened.evaluate((element) => {
    const room = 6
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const [x, y] = [Math.max(0, Math.floor(left) - room), Math.max(0, Math.floor(top) - room)]
    return { x, y, width: Math.min(innerWidth, Math.ceil(right) + room) - x, height: Math.min(innerHeight, Math.ceil(bottom) + room) - y }
  })
}

/** All of them on one picture, each cut out. */
async function photographSpecimens(page: Page, look: GalleryLook, hand: Hand): Promise<void> {
  const specimens = await specimensOn(page)
  const pixels = readPng(await page.screenshot({ fullPage: true }))
  for (const { name, box } of specimens) {
    const part = cut(pixels, box)
    await hand({ name, look: keyOf(look), seen: fingerprintOf(part, grain), png: () => writePng(part) })
  }
}

/** With the rings around what stands at their edge. */
const specimensOn = (page: Page): Promise<readonly { readonly name: string; readonly box: Box }[]> =>
  page.locator('[data-specimen]').evaluateAll((sections) =>
    sections.map((section) => {
      const room = 6
      const { left, top, right, bottom } = section.getBoundingClientRect()
      const [x, y] = [Math.floor(left) - room, Math.floor(top + scrollY) - room]
      const box = { x, y, width: Math.ceil(right) + room - x, height: Math.ceil(bottom + scrollY) + room - y }
      return { name: section.getAttribute('aria-label') ?? '', box }
    }),
  )
