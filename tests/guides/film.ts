// Films a guide while it is walked: a picture before each act, with the place of the hand, kept as a WebM with captions, a poster and what was filmed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Language } from '../../src/locales/server-texts.ts'
import { storedArticle } from '../../src/server/help/get-article.ts'
import { type Filmed, stepsFingerprint } from '../../src/server/help/help-videos.ts'
import type { WrittenSection } from './guide.ts'
import type { Film } from './hand.ts'
import type { Filming } from './walk.ts'

type Shot = {
  readonly picture: Buffer
  readonly at: { readonly x: number; readonly y: number } | null
  readonly act: 'press' | 'type' | 'look'
  readonly section: WrittenSection
  readonly step: number
}
/** What the page that encodes is given: when each picture stands, in milliseconds, and where the hand goes. */
type Frame = { readonly from: number; readonly to: number; readonly at: Shot['at']; readonly press: boolean }
export type Reel = { readonly filming: Filming; readonly shots: Shot[] }

export const size = { width: 1280, height: 800 } as const
const actMs = 1_300
const readingMsPerLetter = 55

export function newReel(): Reel {
  const shots: Shot[] = []
  const filming: Filming =
    (section, step): Film =>
    async (page, target, act) => {
      const at = target === undefined ? null : await placeOf(page, target)
      shots.push({
        picture: await page.screenshot({ type: 'jpeg', quality: 82, animations: 'disabled', caret: 'initial' }),
        at,
        act,
        section,
        step,
      })
    }
  return { filming, shots }
}

async function placeOf(page: Page, target: Locator): Promise<Shot['at']> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) return null
  await page.waitForLoadState('load')
  return { x: Math.round(box.x + Math.min(box.width / 2, 180)), y: Math.round(box.y + box.height / 2) }
}

/** Writes language/article.webm, .vtt, .jpg and .json. */
export async function keepFilm(
  browser: Browser,
  directory: string,
  language: Language,
  article: string,
  shots: readonly Shot[],
): Promise<void> {
  const frames = timed(shots)
  const bytes = await encode(browser, shots, frames)
  const place = path.join(directory, language)
  mkdirSync(place, { recursive: true })
  const keep = (ending: string, what: string | Buffer) => writeFileSync(path.join(place, `${article}.${ending}`), what)
  keep('webm', bytes)
  keep('vtt', captions(shots, frames))
  keep('jpg', shots[0]?.picture ?? Buffer.of())
  const chapters = shots.flatMap(({ section }, index) =>
    section.id !== shots[index - 1]?.section.id ? [{ id: section.id, at: (frames[index]?.from ?? 0) / 1_000 }] : [],
  )
  const about: Filmed = { steps: stepsFingerprint(storedArticle(language, article)), seconds: (frames.at(-1)?.to ?? 0) / 1_000, chapters }
  keep('json', `${JSON.stringify(about)}\n`)
}

const sameStep = (one: Shot | undefined, other: Shot | undefined) =>
  one !== undefined && one.section.id === other?.section.id && one.step === other.step
const textOf = ({ section, step }: Shot): string => section.steps[step]?.text ?? ''

/** Each act takes its time, and a step stands at least as long as it takes to read it. */
function timed(shots: readonly Shot[]): readonly Frame[] {
  let from = 0
  return shots.map((shot, index) => {
    const acts = shots.filter((other) => sameStep(other, shot)).length
    const isLast = !sameStep(shot, shots[index + 1])
    const left = isLast ? Math.max(0, textOf(shot).length * readingMsPerLetter - acts * actMs) : 0
    const frame = { from, to: from + actMs + left, at: shot.at, press: shot.act !== 'look' }
    from = frame.to
    return frame
  })
}

function captions(shots: readonly Shot[], frames: readonly Frame[]): string {
  const cues = shots.flatMap((shot, index) => {
    if (sameStep(shot, shots[index - 1])) return []
    const last = shots.findLastIndex((other) => sameStep(other, shot))
    return [
      `${moment(frames[index]?.from ?? 0)} --> ${moment(frames[last]?.to ?? 0)}\n${shot.step + 1}. ${textOf(shot).replaceAll('-->', '→')}\n`,
    ]
  })
  return `WEBVTT\n\n${cues.join('\n')}`
}

const moment = (ms: number) => new Date(ms).toISOString().slice(11, 23)

/** Chromium encodes; nothing leaves it and nothing is fetched. */
async function encode(browser: Browser, shots: readonly Shot[], frames: readonly Frame[]): Promise<Buffer> {
  const page = await browser.newPage()
  const script = (file: string) => ({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') })
  await page.route('http://localhost/**', (route) => {
    const { pathname } = new URL(route.request().url())
    const picture = /^\/(\d+)\.jpg$/.exec(pathname)?.[1]
    if (picture !== undefined) return route.fulfill({ contentType: 'image/jpeg', body: shots[Number(picture)]?.picture ?? Buffer.of() })
    if (pathname === '/mediabunny.mjs') return route.fulfill(script('node_modules/mediabunny/dist/bundles/mediabunny.min.mjs'))
    if (pathname === '/encode.js') return route.fulfill(script(path.join(import.meta.dirname, 'encode-film.js')))
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><script type="module" src="/encode.js"></script>' })
  })
  await page.goto('http://localhost/')
  await page.waitForFunction('typeof encodeFilm === "function"')
  const encoded = (await page.evaluate(`encodeFilm(${JSON.stringify({ frames, ...size })})`)) as string
  await page.close()
  return Buffer.from(encoded, 'base64')
}
