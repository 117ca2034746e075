// How every mail looked when somebody last agreed to it, in every language and theme, and what looks otherwise now. The pictures are taken as a
// phone shows them, in the font that comes with the packages, letters placed as they are designed: so each Chromium breaks the same lines.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { languages } from '../../src/domain/language.ts'
import { albumIn, type Photographer } from './album.ts'
import { fingerprintOf, type Grain, type Seen } from './fingerprint.ts'
import { type Theme, themes } from './gazing.ts'
import { type MailLook, mailHtml, namedMails } from './mail-sheets.ts'
import { readPng } from './read-png.ts'

type PictureLook = Pick<MailLook, 'language' | 'theme'>
type NamedMail = (typeof namedMails)[number]
/** One mail in one look. */
export type MailView = NamedMail & { readonly look: PictureLook }
const keyOf = ({ language, theme }: PictureLook): string => `${language} ${theme}`

export const pictureLooks: readonly PictureLook[] = languages.flatMap((language) => themes.map((theme) => ({ language, theme })))
export const everyView: readonly MailView[] = namedMails.flatMap((mail) => pictureLooks.map((look) => ({ ...mail, look })))

/** As high as the mail it shows. */
export const phone = { width: 390, height: 100 }
export const howToAccept = 'Meant so? npm run sheets -- --mails --accept'

/** Letters of Chromium 131 and 150 are 4.1 of 256 apart in luminance, and less than 1 in colour; one colour is exactly that in both. */
const grain: Grain = { width: 26, height: 24, slack: [5, 2, 2], plain: 0.1 }
export const seenIn = (png: Buffer): Seen => fingerprintOf(readPng(png), grain)

export const mailAlbum = albumIn({
  file: path.join(import.meta.dirname, 'mail-pictures.json'),
  folder: path.join('.cache', 'mail-pictures'),
  looks: pictureLooks.map(keyOf),
})

const inter = readFileSync(createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'))
const fixedFont = `<style>@font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${inter.toString('base64')}) }
* { text-rendering: geometricPrecision }</style>`

/** In two windows at once: while one is drawn, the other one is read. */
export function photosOfMails(browser: Browser, views: readonly MailView[]): Photographer {
  return async (hand) => {
    const left = views.values()
    const inOneWindow = async () => {
      const page = await browser.newPage({ viewport: phone })
      for (const { name, content, look } of left) {
        const png = await photo(page, mailHtml(content, look.language), look.theme)
        await hand({ name, look: keyOf(look), seen: seenIn(png), png: () => png })
      }
      await page.close()
    }
    await Promise.all([inOneWindow(), inOneWindow()])
  }
}

export async function photo(page: Page, html: string, theme: Theme): Promise<Buffer> {
  await page.emulateMedia({ colorScheme: theme })
  await page.setContent(html.replace('</head>', `${fixedFont}</head>`), { waitUntil: 'load' })
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  return page.screenshot({ fullPage: true })
}
