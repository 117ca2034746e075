// The partner's list in a browser: from a key in the search to the rows on screen, and the longest frame while it is scrolled from end to end.
/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { withDatabase } from '../../proof/database.ts'
import { launchBrowser } from '../../tests/browser.ts'
import { type Figure, median, rounded } from '../figure.ts'
import { givenManyCustomers, type ManyCustomers } from '../many-customers.ts'
import { withServer } from '../with-server.ts'
import { contextOf } from './context.ts'

const patienceMs = 30_000
/** Until a page that was opened does nothing more by itself. */
const restMs = 1_500
const names = 25
const lettersOfEach = 6

export async function benchCustomerList(): Promise<readonly Figure[]> {
  const few = await withList(10_000, (page, given) => keysToRows(page, given))
  const many = await withList(100_000, async (page, given) => ({
    keys: await keysToRows(page, given),
    frame: median(await scrolledThrice(page)),
  }))
  return [
    figure('web.search_painted.10k.p95', few, 200),
    figure('web.search_painted.100k.p95', many.keys, 300),
    figure('web.scroll_longest_frame.100k', many.frame, 100),
  ]
}

const figure = (name: string, value: number, aim: number): Figure => ({
  ...{ figure: name, value: rounded(value), unit: 'ms', against: `aim ${aim} ms`, ratio: rounded(value / aim) },
})

type Given = ManyCustomers & { readonly words: readonly string[] }

/** One partner has so many, among ten times as many. */
function withList<T>(ofOne: number, work: (page: Page, given: Given) => Promise<T>): Promise<T> {
  return withDatabase(
    async (database) => {
      const given = await givenManyCustomers(database, { all: ofOne * 10, ofOne })
      const { rows } = await database.owner.query<{ name: string }>(
        'select name from managed_customer where partner_id = $1 order by md5(id::text) limit $2',
        [given.partnerId, names],
      )
      return withServer(database.address, async ({ url }) => {
        const browser = await launchBrowser()
        try {
          const page = await (await contextOf(browser, url, given.token)).newPage()
          await page.goto(`${url}/o/${given.partnerId}/customers`)
          await page.locator('[data-index]').first().waitFor({ timeout: patienceMs })
          return await work(page, { ...given, words: rows.map(({ name }) => name) })
        } finally {
          await browser.close()
        }
      })
    },
    { durable: false },
  )
}

/** Letter after letter, each once the rows of the one before are there; the pause before the page asks is part of it. The first word warms up. */
async function keysToRows(page: Page, { words }: Given): Promise<number> {
  const took: number[] = []
  const field = page.locator('#customer-search input')
  for (const [at, word] of words.entries()) {
    await field.fill('')
    await untilShown(page, '')
    await field.focus()
    for (const [letter, key] of Array.from(word.slice(0, lettersOfEach)).entries()) {
      const shown = untilShown(page, word.slice(0, letter + 1))
      await page.keyboard.insertText(key)
      const ms = await shown
      if (at > 0 && key !== ' ') took.push(ms)
    }
  }
  return took.toSorted((one, other) => one - other)[Math.ceil(took.length * 0.95) - 1] ?? Number.NaN
}

/** From the change of the field to the frame behind the one that has the rows of these words. */
function untilShown(page: Page, words: string): Promise<number> {
  return page.evaluate(
    ([wanted, patience]) =>
      new Promise<number>((resolve, reject) => {
        const field = document.querySelector<HTMLInputElement>('#customer-search input')
        let began = field?.value === wanted ? performance.now() : undefined
        field?.addEventListener('input', () => (began ??= performance.now()), { once: true, capture: true })
        const gaveUp = setTimeout(() => reject(new Error(`the rows of “${wanted}” never came`)), patience)
        const look = () => {
          const asked = new URLSearchParams(location.search).get('search') ?? ''
          const isThere = asked === wanted && document.querySelector('[data-index]') && !document.querySelector('main [aria-busy="true"]')
          if (!isThere || began === undefined) return void requestAnimationFrame(look)
          clearTimeout(gaveUp)
          requestAnimationFrame(() => resolve(performance.now() - (began ?? 0)))
        }
        requestAnimationFrame(look)
      }),
    [words, patienceMs] as const,
  )
}

/** The longest frame of each time: one that the machine held up says nothing of the list. */
async function scrolledThrice(page: Page): Promise<readonly number[]> {
  const longest: number[] = []
  for (let time = 0; time < 3; time++) longest.push(await longestFrame(page))
  return longest
}

/** In a page that knows no row yet: on and on, then a jump with the scroll bar, then back up. */
async function longestFrame(page: Page): Promise<number> {
  await page.goto(page.url().replace(/\?.*/, ''))
  await page.locator('[data-index]').first().waitFor({ timeout: patienceMs })
  await page.waitForTimeout(restMs)
  return page.evaluate(async () => {
    const frames: number[] = []
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const scrolled = async (px: number, times: number) => {
      for (let at = 0, before = await frame(); at < times; at++) {
        window.scrollBy(0, px)
        const now = await frame()
        frames.push(now - before)
        before = now
      }
    }
    const end = document.documentElement.scrollHeight
    await scrolled(120, 300)
    for (const part of [0.6, 0.1, 0.95]) {
      window.scrollTo(0, end * part)
      await scrolled(0, 30)
      await scrolled(-300, 60)
    }
    return Math.max(...frames)
  })
}
