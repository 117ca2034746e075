// Every screen once, each in another language, width and theme until all combinations were there: axe finds nothing against WCAG 2.2 AA, and
// nothing is wider than its window, whatever room between letters and lines one has set. `npm run sheets -- --axe` looks at every screen in every combination.
import { afterAll, expect, test } from 'vitest'
import { languages } from '../../src/domain/language.ts'
import { launchBrowser } from '../browser.ts'
import { violationsOf } from '../screens/axe.ts'
import { gaze, overhang, overhangWithRoom, themes, widths } from '../screens/gazing.ts'
import { screens } from '../screens/screens.ts'
import { givenWorld } from '../screens/world.ts'
import { givenServer } from '../server.ts'

const given = await givenServer({ demo: true, published: { txt: async () => [], file: async () => undefined } })
const world = await givenWorld(given)
const browser = await launchBrowser()
const gazing = gaze(browser, world)
afterAll(() => browser.close())

/** The gallery is no part of what is served. */
const served = screens.filter(({ route }) => route !== '/gallery')
const combinations = languages.flatMap((language) => widths.flatMap((width) => themes.map((theme) => ({ language, width, theme }))))
/** Neighbours in the table differ in everything: 7 and 30 have no divisor in common. */
const combinationAt = (position: number) => combinations[(position * 7) % combinations.length] ?? expect.unreachable()

test('all combinations appear', () => {
  expect(new Set(served.map((_, position) => combinationAt(position))).size).toBe(combinations.length)
})

test('what a bar covers for good is found, and what can be scrolled out from under it is not', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  const show = (top: number) =>
    page.setContent(`<body style="height: 2000px; margin: 0"><style>html { scroll-padding-top: 60px }</style>
      <button style="position: absolute; top: ${top}px; width: 150px; height: 28px">Look</button>
      <p style="position: sticky; top: 0; margin: 0"><button style="width: 320px; height: 40px">Menu</button></p>`)
  const scrolledTo = async (y: number) => {
    await page.evaluate((to) => scrollTo(0, to), y)
    return violationsOf(page, ['target-size'])
  }
  await show(100)
  expect(await scrolledTo(75)).toEqual([])
  await show(25)
  expect(await scrolledTo(0)).toHaveLength(1)
  await page.close()
})

test.each(served.map((screen, position) => ({ ...combinationAt(position), name: screen.name, screen })))(
  '$name in $language, $width px, $theme',
  async ({ screen, language, width, theme }) => {
    const page = await gazing.open(screen, language, { width, theme })
    expect.soft(await violationsOf(page)).toEqual([])
    expect.soft(await overhang(page)).toBe(0)
    expect.soft(await overhangWithRoom(page), 'with more room between letters, words and lines').toBe(0)
    await page.close()
  },
)
