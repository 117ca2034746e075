// How every mail looked when somebody last agreed to it, in every language and theme, and what looks otherwise now. The pictures are taken as a
// phone shows them, in the font that comes with the packages, letters placed as they are designed: so each Chromium breaks the same lines.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { languages } from '../../src/domain/language.ts'
import { differenceFrom, fingerprintOf, kept } from './fingerprint.ts'
import { type Theme, themes } from './gazing.ts'
import { type MailLook, mailHtml, namedMails } from './mail-sheets.ts'

type PictureLook = Pick<MailLook, 'language' | 'theme'>
type NamedMail = (typeof namedMails)[number]
/** One mail in one look. */
export type MailView = NamedMail & { readonly look: PictureLook }
/** By the name of the mail, then by language and theme. */
type Album = Record<string, Record<string, string>>

export const pictureLooks: readonly PictureLook[] = languages.flatMap((language) => themes.map((theme) => ({ language, theme })))
export const everyView: readonly MailView[] = namedMails.flatMap((mail) => pictureLooks.map((look) => ({ ...mail, look })))

/** As high as the mail it shows. */
export const phone = { width: 390, height: 100 }
export const howToAccept = 'Meant so? npm run sheets -- --mails --accept'

const albumFile = path.join(import.meta.dirname, 'mail-pictures.json')
const folder = path.join('.cache', 'mail-pictures')
const inter = readFileSync(createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'))
const fixedFont = `<style>@font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${inter.toString('base64')}) }
* { text-rendering: geometricPrecision }</style>`

export const readAlbum = (): Album => JSON.parse(readFileSync(albumFile, 'utf8')) as Album

/** What looks otherwise, each with its picture in a file: "sign-in-code de dark: 44 px shorter, …". */
export async function changedMails(browser: Browser, views: readonly MailView[]): Promise<readonly string[]> {
  const album = readAlbum()
  const changed: string[] = []
  await photograph(browser, views, ({ name, look }, png) => {
    const before = album[name]?.[keyOf(look)]
    const difference = before === undefined ? 'has no picture yet' : differenceFrom(before, fingerprintOf(png))
    if (difference === undefined) return
    const file = path.join(folder, `${name} ${keyOf(look)}.png`.replaceAll(' ', '-'))
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, png)
    changed.push(`${name} ${keyOf(look)}: ${difference}; see ${file}`)
  })
  return changed.toSorted()
}

/** Keeps what looks otherwise now, and tells of each; what looks as before stays as it stands, whoever's browser looks. */
export async function acceptMails(browser: Browser, views: readonly MailView[], tell: (line: string) => void): Promise<void> {
  const before = readAlbum()
  const album: Album = Object.fromEntries(namedMails.map(({ name }) => [name, { ...before[name] }]))
  await photograph(browser, views, ({ name, look }, png) => {
    const now = fingerprintOf(png)
    const known = before[name]?.[keyOf(look)]
    const difference = known === undefined ? 'new' : differenceFrom(known, now)
    if (difference === undefined) return
    album[name] = { ...album[name], [keyOf(look)]: kept(now) }
    tell(`${name} ${keyOf(look)}: ${difference}`)
  })
  for (const gone of Object.keys(before).filter((name) => !(name in album))) tell(`${gone}: no such mail any more`)
  writeFileSync(albumFile, `${JSON.stringify(inOrder(album), null, 2)}\n`)
}

export const keyOf = ({ language, theme }: PictureLook): string => `${language} ${theme}`

const inOrder = (album: Album): Album =>
  Object.fromEntries(
    Object.entries(album).map(([name, looks]) => [
      name,
      Object.fromEntries(pictureLooks.map(keyOf).flatMap((key) => (looks[key] ? [[key, looks[key]]] : []))),
    ]),
  )

/** In two windows at once: while one is drawn, the other one is read. */
async function photograph(browser: Browser, views: readonly MailView[], look: (view: MailView, png: Buffer) => void): Promise<void> {
  const left = views.values()
  const inOneWindow = async () => {
    const page = await browser.newPage({ viewport: phone })
    for (const view of left) look(view, await photo(page, mailHtml(view.content, view.look.language), view.look.theme))
    await page.close()
  }
  await Promise.all([inOneWindow(), inOneWindow()])
}

export async function photo(page: Page, html: string, theme: Theme): Promise<Buffer> {
  await page.emulateMedia({ colorScheme: theme })
  await page.setContent(html.replace('</head>', `${fixedFont}</head>`), { waitUntil: 'load' })
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  return page.screenshot({ fullPage: true })
}
