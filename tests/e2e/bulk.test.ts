// A list of sixty customers in the browser: pasted, its columns corrected, checked, sent, watched, and its result taken along; and one more,
// from an own template, with people and tags, found again in a saved view. German and English.
import { readFileSync } from 'node:fs'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/language.ts'
import { textsFor } from '../../src/locales/server-texts.ts'
import { demoSignIns } from '../../src/server/demo/seed.ts'
import { rowHeights } from '../../src/web/managed-customers/list-layout.ts'
import { launchBrowser } from '../browser.ts'
import { givenServer } from '../server.ts'

const given = await givenServer({ demo: true })
const browser = await launchBrowser()
afterAll(() => browser.close())
const password = demoSignIns(given.config)[0]?.password ?? ''
const faults: string[] = []

async function signedIn(language: Language): Promise<Page> {
  const { t } = textsFor(language)
  const context: BrowserContext = await browser.newContext({
    ...{ locale: language === 'de' ? 'de-CH' : 'en-GB', viewport: { width: 1280, height: 860 }, acceptDownloads: true },
  })
  context.setDefaultTimeout(40_000)
  context.on('weberror', (error) => faults.push(String(error.error())))
  const page = await context.newPage()
  await page.goto(`${given.url}/go/managed-customers`)
  await page.getByLabel(t('common.email')).fill('petra.frei@alpweb.example')
  await page.keyboard.press('Enter')
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/o\//)
  return page
}

/** As the page itself would. */
function tell(page: Page, method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ([how, where, sent]) => {
      const headers = { 'content-type': 'application/json', 'x-requested-with': 'prokura', 'idempotency-key': crypto.randomUUID() }
      const answer = await fetch(`/api${where}`, { method: how ?? 'POST', ...(sent === undefined ? {} : { headers, body: sent }) })
      if (!answer.ok) throw new Error(await answer.text())
      return (await answer.json()) as Record<string, unknown>
    },
    [method, path, ...(body === undefined ? [] : [JSON.stringify(body)])],
  )
}

const hasFocus = (one: Locator): Promise<void> => expect.poll(() => one.evaluate((here) => here === document.activeElement)).toBe(true)

const scope = { kind: 'customer_chooses' }
const templateOf = (name: string) => ({
  name,
  rights: [
    { right: 'domain.view', scope, required: false, reason: null },
    { right: 'domain.manage', scope, required: true, reason: null, withoutIt: 'Der Shop ist nicht erreichbar.' },
  ],
  terms: { startsOn: null, end: { kind: 'none' }, payer: null, paymentMethodId: null, spendingLimit: null },
})

const sheetOf = (language: Language) =>
  [
    'Betrieb\tKontakt\tNr',
    ...Array.from({ length: 58 }, (_, at) => `Betrieb ${at} Söhne\tinfo@${language}-${at}.example\tR-${at}`),
    `Doppelt\tinfo@${language}-0.example\t`,
    'Ohne Adresse\tkeine\t',
  ].join('\n')

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').first().focus()
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

describe.each(['de', 'en'] as const)('in %s', (language) => {
  const { t } = textsFor(language)
  let page: Page

  test('sixty rows are pasted, and what was not understood of the columns is corrected', async () => {
    page = await signedIn(language)
    await tell(page, 'PUT', '/me/language', { language })
    await page.reload()
    await page.getByRole('link', { name: t('common.add_customer') }).click()
    await page.getByRole('link', { name: t('lists.add.many') }).click()
    await page.getByRole('heading', { name: t('lists.add.rows.title') }).waitFor()
    await page.getByLabel(t('lists.add.paste')).waitFor()
    await paste(page, sheetOf(language))
    await page.getByText(t('lists.add.found', { count: 61 })).waitFor()
    await page.getByText('Betrieb · Betrieb 0 Söhne').waitFor()
  })

  test('an own header is no column we know: whoever says what it holds is understood', async () => {
    await page.getByRole('button', { name: t('lists.add.replace') }).click()
    await paste(page, sheetOf(language).replace('Betrieb\tKontakt\tNr', 'Firma\tE-Mail\tNr'))
    await page.getByText(t('lists.add.found', { count: 60 })).waitFor()
    await page.getByRole('combobox', { name: t('lists.add.column_is', { column: 'Nr' }) }).click()
    await page.getByRole('option', { name: t('exports.column.your_reference'), exact: true }).click()
    await page.getByRole('button', { name: t('common.continue') }).click()
  })

  test('the check says of every row what would become of it', async () => {
    await page.getByRole('button', { name: t('lists.add.check', { count: 60 }) }).click()
    await page.getByText(t('lists.because.double', { row: 1 })).waitFor()
    await page.getByText(t('lists.wrong.email', { value: 'keine' })).waitFor()
    await page.getByRole('button', { name: t('lists.do.send', { count: 58 }) }).waitFor()
  })

  test('with one confirmation it goes out; the page follows, and the result comes as a file', async () => {
    await page.getByRole('button', { name: t('lists.do.send', { count: 58 }) }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: t('lists.do.send', { count: 58 }) })
      .click()
    await page.getByText(t('lists.state.done'), { exact: true }).waitFor()
    await page.getByRole('button', { name: t('lists.result_file') }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: t('exports.menu.machine') }).click(),
    ])
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(lines).toHaveLength(61)
    expect(lines.filter((line) => line.includes(',sent,'))).toHaveLength(58)
  })

  test('whoever went elsewhere is told that a list is over, once, also after loading the page again', async () => {
    const organisation = /\/o\/([^/]+)/.exec(page.url())?.[1] ?? ''
    const lists = `/o/${organisation}/lists`
    const chosen = { tags: [`told-${language}`] }
    const { id } = await tell(page, 'POST', lists, { action: 'tag', chosen, target: { filter: { status: ['active'] } } })
    await tell(page, 'POST', `${lists}/${String(id)}/check`, {})
    await expect.poll(async () => (await tell(page, 'GET', `${lists}/${String(id)}`))['state'], { timeout: 30_000 }).toBe('ready')
    await page.goto(`${given.url}/o/${organisation}/members`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await tell(page, 'POST', `${lists}/${String(id)}/start`, {})
    const told = page.getByRole('region', { name: t('ui.notifications') }).getByText(t('lists.action.tag'))
    await told.waitFor()
    await page.reload()
    await told.waitFor()
    await page.getByRole('button', { name: t('lists.finished.see') }).click()
    await page.waitForURL(new RegExp(`/lists/${String(id)}$`))
    await expect.poll(async () => (await tell(page, 'GET', `${lists}/finished`))['lists']).toEqual([])
    await page.goto(`${given.url}/o/${organisation}/members`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await told.count()).toBe(0)
  })

  test('one customer is added from an own template, with people and tags, and found again in a saved view', async () => {
    const organisation = /\/o\/([^/]+)/.exec(page.url())?.[1] ?? ''
    const [email, name, tag, view] = [`einzeln@${language}.example`, `Shop ${language}`, `shop-${language}`, `Shops ${language}`]
    await tell(page, 'POST', `/o/${organisation}/templates`, templateOf(name))
    await page.goto(`${given.url}/o/${organisation}/customers/new`)
    await page.locator('input[name=recipient]').fill(email)
    await page.getByText(t('add-customer.plan'), { exact: true }).click()
    await page.getByRole('combobox', { name: t('add-customer.plan.who') }).fill('Anna')
    await page.getByRole('option', { name: 'Anna Keller' }).click()
    await page.locator('input[name=tags]').fill(tag)
    await page.getByRole('button', { name: t('common.continue') }).click()
    await page.getByRole('combobox', { name: t('add-customer.template') }).click()
    await page.getByRole('option', { name }).click()
    await page.getByRole('heading', { name: t('add-customer.template.asks', { name }) }).waitFor()
    await page.getByText('Der Shop ist nicht erreichbar.').first().waitFor()
    await page.getByRole('button', { name: t('common.continue') }).click()
    await page.getByText('Anna Keller').waitFor()
    await page.getByRole('button', { name: t('add-customer.send') }).click()
    await page.waitForURL(/\/customers(\?|$)/)
    await page.getByRole('button', { name: t('managed-customers.filter.tags') }).click()
    await page.getByRole('menuitemcheckbox', { name: tag }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: t('views.title') }).click()
    await page.getByRole('menuitem', { name: t('views.save') }).click()
    await page.getByLabel(t('views.name')).fill(view)
    await page.getByRole('button', { name: t('views.save.confirm') }).click()
    await page.getByRole('button', { name: view, exact: true }).waitFor()
    await page.getByRole('button', { name: t('managed-customers.filter.to_check') }).click()
    await page.getByRole('button', { name: new RegExp(t('views.changed')) }).click()
    await page.getByRole('menuitem', { name: t('views.back', { name: view }) }).click()
    await page.getByRole('row', { name: new RegExp(email) }).waitFor()
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
    const statuses = page.getByRole('button', { name: t('managed-customers.filter.status') }).first()
    await page.getByRole('button', { name: t('managed-customers.filter.clear') }).click()
    await hasFocus(statuses)
    await page.getByLabel(t('managed-customers.search')).fill(email)
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
    // While the rows of the next search are on their way, what is said of those that are shown, and of how many there are, is said of none before.
    const held = Promise.withResolvers<void>()
    await page.route('**/customers?search=Betrieb*', (route) => held.promise.then(() => route.continue()))
    await page.getByLabel(t('managed-customers.search')).fill('Betrieb 1')
    await page
      .locator('[aria-busy=true]')
      .getByRole('checkbox', { name: t('managed-customers.select_near') })
      .check()
    await page.getByRole('button', { name: t('exports.menu'), exact: true }).click()
    await page.getByText(t('exports.menu.scope_matching')).waitFor()
    await page.keyboard.press('Escape')
    held.resolve()
    await page
      .getByRole('row', { name: /Betrieb 1\d/ })
      .first()
      .getByRole('checkbox', { checked: true })
      .waitFor()
    const near = page.getByRole('checkbox', { name: t('managed-customers.select_near') })
    const { x = 0, y = 0 } = (await near.boundingBox()) ?? {}
    await page.getByRole('button', { name: t('managed-customers.look') }).click()
    const look = page.getByRole('dialog', { name: t('managed-customers.look') })
    await look.waitFor()
    // A press beside it closes it, and does nothing to what is seen in part behind it.
    await page.mouse.click(x + 8, y + 8)
    await look.waitFor({ state: 'detached' })
    expect(await near.isChecked()).toBe(true)
    for (const width of [1600, 1280]) {
      await page.setViewportSize({ width, height: 860 })
      const [search, status, toCheck] = await Promise.all(
        [
          page.getByRole('search'),
          ...['status', 'to_check'].map((one) => page.getByRole('button', { name: t(`managed-customers.filter.${one}`) }).first()),
        ].map((one) => one.boundingBox()),
      )
      expect([status?.x, status?.y]).toEqual([search?.x, toCheck?.y])
    }
    // As high as the list reckons with before it has seen them.
    const heights = await page.locator('[data-index]').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height))
    expect(heights).toEqual(heights.map(() => rowHeights.comfortable))
    await page.setViewportSize({ width: 320, height: 640 })
    await page.getByRole('button', { name: t('managed-customers.filters', { count: 0 }), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('managed-customers.filter.status') })
      .click()
    await page.getByRole('menuitemcheckbox', { name: t('statuses.requested') }).click()
    const filtered = page.getByRole('button', { name: t('managed-customers.filters', { count: 1 }), exact: true })
    await filtered.waitFor()
    // Where the window becomes wider than what is open needs, and narrow again, the focus stays with the filters.
    await page.setViewportSize({ width: 1280, height: 640 })
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await hasFocus(statuses)
    await page.setViewportSize({ width: 320, height: 640 })
    await hasFocus(filtered)
    // The head is short: one line for what is done, and a search that one can read.
    const [exported, added] = await Promise.all(
      [page.getByRole('button', { name: t('exports.menu'), exact: true }), page.getByRole('link', { name: t('common.add_customer') })].map(
        (one) => one.boundingBox(),
      ),
    )
    expect(exported?.y).toBe(added?.y)
    // What the list is filtered by stands in one line below the search, however much it is, and the first customer is seen.
    const inForce = page.getByRole('list', { name: t('managed-customers.filters.in_force') })
    const [firstLine, button, line] = await Promise.all([page.getByRole('search'), filtered, inForce].map((one) => one.boundingBox()))
    expect(button?.y).toBe(firstLine?.y)
    expect(firstLine?.width).toBeGreaterThan(120)
    expect((line?.y ?? 0) - (firstLine?.y ?? 0)).toBeLessThan(56)
    expect((await page.locator('[data-index="0"]').boundingBox())?.y).toBeLessThan(450)
    await page.goto(`${given.url}/o/${organisation}/customers?status=requested&payer=none`)
    // Whoever takes them away one after the other with the keyboard is never thrown back to the beginning of the page.
    const crosses = inForce.getByRole('button')
    await crosses.first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => crosses.count()).toBe(1)
    await hasFocus(crosses)
    await page.keyboard.press('Enter')
    await inForce.waitFor({ state: 'detached' })
    const unfiltered = page.getByRole('button', { name: t('managed-customers.filters', { count: 0 }), exact: true })
    await hasFocus(unfiltered)
    await page.goto(`${given.url}/o/${organisation}/customers?search=xyzxyz`)
    const none = page.getByText(t('managed-customers.none_found.title'))
    await none.waitFor()
    // While the whole list is on its way, nobody is told that there are no customers yet.
    const kept = Promise.withResolvers<void>()
    await page.route('**/api/o/*/customers', (route) => kept.promise.then(() => route.continue()))
    await page.getByRole('button', { name: t('managed-customers.filter.clear') }).click()
    await page.locator('[aria-busy=true]').filter({ has: none }).waitFor()
    kept.resolve()
    await none.waitFor({ state: 'detached' })
    await hasFocus(unfiltered)
    expect(faults).toEqual([])
  })
})
