// The demo story as the guides find it: who is in it, where things are, and a window for each person, in the language of the article.
import type { Browser, Page } from 'playwright-core'
import type { Language } from '../../src/domain/language.ts'
import { hashToken } from '../../src/server/platform/secrets.ts'
import { type Caller, givenCaller } from '../given-caller.ts'
import { openAs } from '../open-page.ts'
import type { TestServer } from '../server.ts'
import { dialogOn } from './screen-parts.ts'

const people = {
  petra: 'Petra Frei',
  marc: 'Marc Sutter',
  anna: 'Anna Keller',
  juerg: 'Jürg Lüthi',
  ursula: 'Ursula Zürcher',
  beat: 'Beat Zürcher',
  toebi: 'Töbi Zürn',
  helene: 'Hélène Dubœuf',
  niccolo: 'Niccolò Rossi',
  nora: 'Nora Imhof',
} as const
type Person = keyof typeof people
/** `stranger`: nobody who is signed in, in a window of their own. */
export type Who = Person | 'stranger'

export type GuideWorld = Awaited<ReturnType<typeof givenGuideWorld>>

export async function givenGuideWorld(given: TestServer, browser: Browser, published: Map<string, string>) {
  const one = async (sql: string, ...values: readonly unknown[]): Promise<string> =>
    (await given.database.owner.query<{ id: string }>(sql, [...values])).rows[0]?.id ?? ''
  const callers = new Map<Person, Caller>()
  const windows = new Map<Who, { page: Page; language: Language }>()
  const caller = async (who: Person): Promise<Caller> => {
    const known = callers.get(who) ?? (await givenCaller(given, await one('select id from person where name = $1', people[who])))
    callers.set(who, known)
    // Who works on confirms now and then that it is them; here the clock is told so, or a slow machine would be asked in the middle of a step.
    await given.database.owner.query('update session set authenticated_at = now() where token_hash = $1', [hashToken(known.token)])
    return known
  }
  const windowOf = async (who: Who, language: Language, path: string | undefined): Promise<Page> => {
    const known = windows.get(who)
    if (who !== 'stranger') await caller(who)
    if (known && known.language === language && (path === undefined || (path === '/go/manager' && (await isInManager(known.page)))))
      return known.page
    if (who === 'stranger') return strangerAt(browser, given, windows, language, path ?? '/')
    if (known?.language === language) {
      await known.page.goto(`${given.url}${path}`)
      await known.page.getByRole('heading', { level: 1 }).first().waitFor()
      return known.page
    }
    await known?.page.context().close()
    const page = await openAs(browser, given.url, await caller(who), path ?? '/go/manager', {
      language,
      viewport: { width: 1280, height: 800 },
    })
    page.setDefaultTimeout(40_000)
    windows.set(who, { page, language })
    return page
  }
  return {
    given,
    published,
    caller,
    windowOf,
    organisation: (name: string) => one('select id from organisation where name = $1', name),
    number: (name: string) => one('select number as id from organisation where name = $1', name),
    /** As Alpweb has it in its list. */
    customer: (name: string) =>
      one(
        `select m.id from managed_customer m join organisation p on p.id = m.partner_id where p.name = 'Alpweb AG' and m.name = $1`,
        name,
      ),
    partnership: (customer: string, partner = 'Alpweb AG') =>
      one(
        `select p.id from partnership p join organisation c on c.id = p.customer_id join organisation a on a.id = p.partner_id
         where c.name = $1 and a.name = $2 and p.state <> 'ended' order by p.id desc limit 1`,
        customer,
        partner,
      ),
  }
}

/** In their own Manager already, with nothing open before it. */
async function isInManager(page: Page): Promise<boolean> {
  return page.url().includes('/o/') && (await dialogOn(page).or(page.getByRole('menu')).count()) === 0
}

async function strangerAt(
  browser: Browser,
  given: TestServer,
  windows: Map<Who, { page: Page; language: Language }>,
  language: Language,
  path: string,
): Promise<Page> {
  await windows.get('stranger')?.page.context().close()
  const context = await browser.newContext({ locale: `${language}-CH`, viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  await page.goto(`${given.url}${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  windows.set('stranger', { page, language })
  return page
}
