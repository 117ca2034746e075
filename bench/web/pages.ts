// The pages that people open most, in Chromium on a processor four times slower: what they feel, and how much JavaScript they bring along.
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../tests/browser.ts'
import { scriptBudgets, weighScripts } from '../../tests/script-weight.ts'
import { type Figure, median, rounded } from '../figure.ts'
import { type BareBrowser, withBareBrowser } from './bare-browser.ts'
import { type DemoHouse, withDemoHouse } from './demo-house.ts'
import { contextOf, type Doing, longestPress, slowerBy } from './vitals.ts'

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)

type Vitals = { readonly lcp: number; readonly there: number; readonly inp: number; readonly cls: number }
type Opened = { readonly name: string; readonly path: string; readonly token: string; readonly ready: string; readonly doing: Doing }

export async function benchPages(): Promise<readonly Figure[]> {
  const browser = await launchBrowser()
  try {
    return await withDemoHouse(async (house) => {
      const pages = await pagesOf(house)
      const felt = await withBareBrowser(async (bare) => {
        const all: { readonly name: string; readonly vitals: Vitals }[] = []
        for (const page of pages) all.push({ name: page.name, vitals: await medianVitals({ browser, bare }, house, page) })
        return all
      })
      const worst = (of: (vitals: Vitals) => number) => felt.toSorted((one, other) => of(other.vitals) - of(one.vitals))[0]
      return [
        figure(
          'web.lcp',
          worst(({ lcp }) => lcp),
          ({ lcp }) => lcp,
          'ms',
          1500,
        ),
        figure(
          'web.inp',
          worst(({ inp }) => inp),
          ({ inp }) => inp,
          'ms',
          100,
        ),
        figure(
          'web.layout_shift',
          worst(({ cls }) => cls),
          ({ cls }) => cls,
          '',
          0,
        ),
        ...felt.flatMap((page) => [
          figure(`web.lcp.${page.name}`, page, ({ lcp }) => lcp, 'ms', 1500),
          figure(`web.there.${page.name}`, page, ({ there }) => there, 'ms', 0),
          figure(`web.inp.${page.name}`, page, ({ inp }) => inp, 'ms', 100),
        ]),
        await weight(browser, house, pages, 'consent'),
        await weight(browser, house, pages, 'manager'),
      ]
    })
  } finally {
    await browser.close()
  }
}

async function pagesOf(house: DemoHouse): Promise<readonly Opened[]> {
  const asked = 'francois@garage-elan.example'
  const [petra, ursula, juerg, francois] = await Promise.all(
    ['petra.frei@alpweb.example', 'ursula@baeckerei-zuercher.example', 'juerg.luethi@webwerk.example', asked].map(house.signIn),
  )
  const [alpweb, bakery] = await Promise.all([house.idOf('Alpweb AG'), house.idOf('Bäckerei Zürcher GmbH')])
  const consent = await house.request(juerg ?? '', await house.numberOf('Garage Élan Sàrl'), asked)
  const asPetra = { token: petra ?? '' }
  const asUrsula = { token: ursula ?? '' }
  return [
    { name: 'consent', path: consent, token: francois ?? '', ready: '[role=radiogroup]', doing: chooses },
    { name: 'manager', path: `/o/${bakery}`, ...asUrsula, ready: 'h1', doing: switches },
    { name: 'partners', path: `/o/${bakery}/partners`, ...asUrsula, ready: 'h1', doing: switches },
    { name: 'customers', path: `/o/${alpweb}/customers`, ...asPetra, ready: 'tbody tr, [role=row]', doing: searches },
  ]
}

const chooses: Doing = async (page) => {
  for (const radio of await page.getByRole('radio').all()) await radio.click()
  for (const each of await page.getByRole('switch').all()) await each.click()
}

const switches: Doing = async (page) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('muster', { delay: 60 })
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
}

const searches: Doing = async (page) => {
  await page.locator('#customer-search input').click()
  await page.keyboard.type('zürcher', { delay: 60 })
  for (let key = 0; key < 7; key++) await page.keyboard.press('Backspace')
  await switches(page)
}

type Browsers = { readonly browser: Browser; readonly bare: BareBrowser }

async function medianVitals({ browser, bare }: Browsers, { url }: DemoHouse, { path, token, ready, doing }: Opened): Promise<Vitals> {
  const all: Vitals[] = []
  for (let round = 0; round < rounds; round++) {
    const { lcp, there, shift } = await bare.paintedAt({ address: `${url}${path}`, token, ready, slowerBy })
    all.push({ lcp, there, cls: shift, inp: await longestPress(browser, `${url}${path}`, token, ready, doing) })
  }
  const middle = (of: (vitals: Vitals) => number) => median(all.map(of))
  return {
    lcp: middle(({ lcp }) => lcp),
    there: middle(({ there }) => there),
    inp: middle(({ inp }) => inp),
    cls: middle(({ cls }) => cls),
  }
}

/** In gzip, with nothing cached, until the page can be used. */
async function weight(browser: Browser, { url }: DemoHouse, pages: readonly Opened[], name: 'consent' | 'manager'): Promise<Figure> {
  const opened = pages.find((page) => page.name === name)
  const context = await contextOf(browser, url, opened?.token ?? '')
  const page = await context.newPage()
  const kilobytes = weighScripts(page)
  await page.goto(`${url}${opened?.path ?? ''}`)
  await page
    .locator(opened?.ready ?? '')
    .first()
    .waitFor()
  const value = await kilobytes()
  await context.close()
  const aim = scriptBudgets[name]
  return { figure: `web.js_${name}_kb`, value, unit: 'kB', against: `aim ${aim} kB in gzip`, ratio: rounded(value / aim) }
}

function figure(
  name: string,
  page: { readonly name: string; readonly vitals: Vitals } | undefined,
  of: (vitals: Vitals) => number,
  unit: string,
  aim: number,
): Figure {
  const value = rounded(page ? of(page.vitals) : Number.NaN)
  return {
    figure: name,
    value,
    unit,
    against: `${aim > 0 || unit === '' ? `aim ${aim} ${unit}, ` : ''}${page?.name}, processor 4 × slower`,
    ...(aim > 0 && { ratio: rounded(value / aim) }),
  }
}
