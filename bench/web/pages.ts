// The pages that people open most, in Chromium on a processor four times slower: what they feel, and how much JavaScript they bring along.
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../tests/browser.ts'
import { scriptBudgets, weighScripts } from '../../tests/script-weight.ts'
import { type Figure, median, rounded } from '../figure.ts'
import { type BareBrowser, type Doing, type Felt, withBareBrowser } from './bare-browser.ts'
import { contextOf } from './context.ts'
import { type DemoHouse, withDemoHouse } from './demo-house.ts'

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)

type Opened = { readonly name: string; readonly path: string; readonly token: string; readonly ready: string; readonly doing: Doing }

export async function benchPages(): Promise<readonly Figure[]> {
  const browser = await launchBrowser()
  try {
    return await withDemoHouse(async (house) => {
      const pages = await pagesOf(house)
      const { felt, yardstick } = await withBareBrowser(async (bare) => {
        const stick = await bare.yardstick()
        const all: { readonly name: string; readonly vitals: Felt }[] = []
        for (const page of pages) all.push({ name: page.name, vitals: await medianFelt(bare, house, page) })
        return { felt: all, yardstick: stick }
      })
      const worst = (of: (felt: Felt) => number) => felt.toSorted((one, other) => of(other.vitals) - of(one.vitals))[0]
      return [
        { figure: 'web.yardstick', value: rounded(yardstick), unit: 'ms', against: 'the same work on every machine, processor 4 × slower' },
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
          worst(({ shift }) => shift),
          ({ shift }) => shift,
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

/** In the application itself, not in what the server drew. */
const there = (what: string): string => `#root > :not([data-drawn]) :is(${what})`

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
    { name: 'consent', path: consent, token: francois ?? '', ready: there('[role=radiogroup]'), doing: chooses },
    { name: 'manager', path: `/o/${bakery}`, ...asUrsula, ready: there('h1'), doing: switches },
    { name: 'partners', path: `/o/${bakery}/partners`, ...asUrsula, ready: there('h1'), doing: switches },
    { name: 'customers', path: `/o/${alpweb}/customers`, ...asPetra, ready: there('tbody tr, [role=row]'), doing: searches },
  ]
}

const chooses: Doing = async (hands) => {
  await hands.pressEach('[role=radiogroup] input')
  await hands.pressEach('[role=switch]')
}

const switches: Doing = async (hands) => {
  await hands.ctrlK()
  await hands.untilThere('[role=combobox]')
  await hands.type('muster')
  await hands.key('ArrowDown')
  await hands.key('Escape')
}

const searches: Doing = async (hands) => {
  await hands.pressEach('#customer-search input')
  await hands.type('zürcher')
  await hands.key('Backspace', 7)
  await switches(hands)
}

async function medianFelt(bare: BareBrowser, { url }: DemoHouse, { path, ...page }: Opened): Promise<Felt> {
  const all: Felt[] = []
  for (let round = 0; round < rounds; round++) all.push(await bare.feltAt({ address: `${url}${path}`, ...page }))
  const middle = (of: (felt: Felt) => number) => median(all.map(of))
  return {
    lcp: middle(({ lcp }) => lcp),
    there: middle(({ there }) => there),
    inp: middle(({ inp }) => inp),
    shift: middle(({ shift }) => shift),
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
  page: { readonly name: string; readonly vitals: Felt } | undefined,
  of: (felt: Felt) => number,
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
