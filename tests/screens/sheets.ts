// npm run sheets: every screen in every language, width and theme on contact sheets; with --axe also what breaks WCAG 2.2 AA. Stops by itself.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { type Language, languages } from '../../src/domain/language.ts'
import { launchBrowser } from '../browser.ts'
import { violationsOf } from './axe.ts'
import { type Picture, writeSheet, writeSheets } from './contact-sheet.ts'
import { focusFaultsOf } from './focus.ts'
import { galleryAlbum, galleryLooks, keyOf, namesInGallery, photosOfGallery } from './gallery-pictures.ts'
import { dress, type Gazing, gaze, type Look, overhang, type Theme, themes, widths } from './gazing.ts'
import { everyView, mailAlbum, photosOfMails } from './mail-pictures.ts'
import { mailLooks, mailWidths, namedMails, showMails } from './mail-sheets.ts'
import { ownPlace } from './own-place.ts'
import { type Screen, screens } from './screens.ts'
import { givenWorld } from './world.ts'

const usage = `npm run sheets -- [options]
  --screen NAME     only screens whose name holds this; several by commas
  --from NAME       only from this screen of the list on  --to NAME  only up to this one
  --language de,fr  --width 320,1280  --theme dark     only these
  --axe             also look for what breaks WCAG 2.2 AA
  --focus           also walk through each with the Tab key: is the focus seen, is it large enough
  --mails           the mails instead of the screens, at 320 and 640 px, and what is wrong with each
  --gallery         the components of the gallery instead of the screens, at 320 and 1280 px, each opened, pointed at and focused
  --accept          with --mails or --gallery: they may look as they do now; tests compare with tests/screens/{mail,gallery}-pictures.json
  --no-pictures     no sheets
  --folder PATH     where the sheets go (.cache/sheets)
  --list            the names of all screens`

const options = {
  screen: { type: 'string', default: '' },
  from: { type: 'string', default: '' },
  to: { type: 'string', default: '' },
  language: { type: 'string', default: '' },
  width: { type: 'string', default: '' },
  theme: { type: 'string', default: '' },
  folder: { type: 'string', default: path.join('.cache', 'sheets') },
  axe: { type: 'boolean', default: false },
  focus: { type: 'boolean', default: false },
  mails: { type: 'boolean', default: false },
  gallery: { type: 'boolean', default: false },
  accept: { type: 'boolean', default: false },
  'no-pictures': { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const
const { values } = parseArgs({ options })
const among = <T extends string | number>(all: readonly T[], wanted: string): readonly T[] =>
  wanted === '' ? all : all.filter((one) => wanted.split(',').includes(String(one)))
const tallest = 1_600

const isNamed = ({ name }: { readonly name: string }) => values.screen.split(',').some((part) => name.includes(part))

const isLook = ({ language, theme }: { readonly language: Language; readonly theme: Theme }) =>
  chosen.languages.includes(language) && among(themes, values.theme).includes(theme)

const placeOf = (name: string): number => {
  const found = screens.findIndex((screen) => screen.name === name)
  if (found < 0) throw new Error(`no screen is named ${name}: see --list`)
  return found
}
const between = () =>
  screens.slice(values.from === '' ? 0 : placeOf(values.from), values.to === '' ? screens.length : placeOf(values.to) + 1)

const chosen = {
  screens: between().filter(isNamed),
  languages: among(languages, values.language),
  looks: among(widths, values.width).flatMap((width) => among(themes, values.theme).map((theme): Look => ({ width, theme }))),
}
let faults = 0

if (values.help) console.log(usage)
else if (values.list) console.log(screens.map(({ name, route }) => `${name.padEnd(28)} ${route}`).join('\n'))
else if (values.gallery) await inBrowser(values.accept ? acceptGallery : showGallery)
else if (values.mails) await inBrowser(values.accept ? acceptMails : mails)
else await show()

async function inBrowser(work: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await launchBrowser()
  try {
    mkdirSync(values.folder, { recursive: true })
    await work(browser)
  } finally {
    await browser.close()
  }
  process.exitCode = faults === 0 ? 0 : 1
}

async function mails(browser: Browser): Promise<void> {
  const looks = mailLooks.filter((look) => isLook(look) && among(mailWidths, values.width).includes(look.width))
  await showMails(browser, looks, { mails: namedMails.filter(isNamed), folder: values.folder, fault })
  console.log(`${faults} faults`)
}

async function acceptMails(browser: Browser): Promise<void> {
  const views = everyView.filter((view) => isNamed(view) && isLook(view.look))
  await mailAlbum.accept(
    photosOfMails(browser, views),
    namedMails.map(({ name }) => name),
    console.log,
  )
  console.log(`${views.length} pictures of mails are as they are meant`)
}

function looksOfGallery() {
  return galleryLooks.filter((look) => isLook(look) && among(widths, values.width).includes(look.width))
}

async function showGallery(browser: Browser): Promise<void> {
  const pictures = new Map<string, Picture[]>()
  await photosOfGallery(browser, { looks: looksOfGallery(), isNamed })(({ name, look, png }) => {
    pictures.set(look, [...(pictures.get(look) ?? []), { name, png: png() }])
  })
  for (const [look, some] of pictures) {
    const file = path.join(values.folder, `gallery-${look.replaceAll(' ', '-')}.png`)
    await writeSheet(browser, file, some)
    console.log(`${some.length} pictures: ${file}`)
  }
}

async function acceptGallery(browser: Browser): Promise<void> {
  const looks = looksOfGallery()
  await galleryAlbum.accept(photosOfGallery(browser, { looks, isNamed }), await namesInGallery(browser), console.log)
  console.log(`the gallery is as it is meant, in ${looks.map(keyOf).join(', ')}`)
}

async function show(): Promise<void> {
  const place = await ownPlace(console.log)
  const browser = await launchBrowser()
  try {
    const world = await givenWorld(place)
    const gazing = gaze(browser, world)
    mkdirSync(values.folder, { recursive: true })
    for (const language of chosen.languages) await inLanguage(browser, gazing, language)
    console.log(`${faults} faults`)
  } finally {
    await browser.close()
    await place.stop()
  }
  process.exitCode = faults === 0 ? 0 : 1
}

async function inLanguage(browser: Browser, gazing: Gazing, language: Language): Promise<void> {
  const began = Date.now()
  const pictures = new Map<Look, Picture[]>(chosen.looks.map((look) => [look, []]))
  for (const screen of chosen.screens) {
    const before = faults
    try {
      await inEveryLook(gazing, screen, language, pictures)
    } catch (failure) {
      fault(`${screen.name} ${language}`, (failure as Error).message.split('\n').slice(0, 3).join('\n    '))
    }
    // A long walk may be ended early: it tells how far it came.
    if (faults === before) console.log(`✓ ${screen.name} ${language}`)
  }
  const minutes = Math.round((Date.now() - began) / 60_000)
  console.log(`${language}: ${chosen.screens.length} screens in ${chosen.looks.length} looks, ${minutes} min`)
  if (values['no-pictures']) return
  for (const [{ width, theme }, some] of pictures) {
    const count = await writeSheets(browser, values.folder, `${language}-${width}-${theme}`, width, some)
    console.log(`${language} ${width} ${theme}: ${some.length} screens on ${count} sheets in ${values.folder}`)
  }
}

async function inEveryLook(gazing: Gazing, screen: Screen, language: Language, pictures: Map<Look, Picture[]>): Promise<void> {
  const [first] = chosen.looks
  if (!first) return
  const page = await gazing.open(screen, language, first)
  for (const look of chosen.looks) {
    await dress(page, look)
    // Where a page stands after what was done there, a bar may lie over half a box that would be scrolled out from under it.
    await page.evaluate(() => scrollTo(0, 0))
    const where = `${screen.name} ${language} ${look.width} ${look.theme}`
    const over = await overhang(page)
    if (over > 0) fault(where, `${over} px wider than its window`)
    if (values.axe) for (const violation of await violationsOf(page)) fault(where, violation)
    if (values.focus) for (const lost of await focusFaultsOf(page)) fault(where, lost)
    if (!values['no-pictures']) pictures.get(look)?.push({ name: where, png: await picture(page, look) })
  }
  await page.close()
}

/** The whole page; what lies over it belongs to the window, and is shown with that. */
async function picture(page: Page, { width }: Look): Promise<Buffer> {
  if ((await page.locator('[role=dialog], [role=alertdialog], [role=menu], [aria-live] button').filter({ visible: true }).count()) > 0)
    return page.screenshot()
  const height = await page.evaluate(() => Math.max(document.documentElement.scrollHeight, innerHeight))
  return page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, tallest) } })
}

function fault(where: string, what: string): void {
  faults += 1
  console.log(`✗ ${where}\n    ${what}`)
}
