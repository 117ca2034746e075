// The customer's window and the partner's window side by side: a reason at the door, every look told at once, one press, and a calm page on the other side.
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { givenCallerOf } from '../given-caller.ts'
import { machineWaits } from '../machine-waits.ts'
import { openAs } from '../open-page.ts'
import { overhangWithRoom } from '../screens/gazing.ts'
import { watch } from '../screens/settled.ts'
import { givenServer } from '../server.ts'

const { t } = textsFor('de')
const given = await givenServer({ demo: true })
const browser = await launchBrowser()
afterAll(() => browser.close())

const opened = async (email: string, path = '/go/manager') =>
  openAs(browser, given.url, await givenCallerOf(given, email), path, { language: 'de' })
const one = async (sql: string): Promise<string> => (await given.database.owner.query<{ id: string }>(sql)).rows[0]?.id ?? ''

const bakery = await one("select id from organisation where name = 'Bäckerei Zürcher GmbH'")
const partnershipWith = (customer: string) =>
  one(`select p.id from partnership p join organisation c on c.id = p.customer_id join organisation a on a.id = p.partner_id
       where c.name = '${customer}' and a.name = 'Alpweb AG'`)
const partnership = await partnershipWith('Bäckerei Zürcher GmbH')
const domain = await one(`select id from product where organisation_id = '${bakery}' and family = 'domain' order by name limit 1`)

const anna = await opened('anna.keller@alpweb.example')
const ursula = await opened('ursula@baeckerei-zuercher.example')
const banner = (page: Page) => page.getByRole('region', { name: t('shell.acting.region') })
/** Runs in the page: by how much the table is wider than its frame in the first picture with more room between letters. */
const overhangAtOnce = (table: HTMLElement) =>
  new Promise<number>((tell) => {
    requestAnimationFrame(() => {
      const room = new CSSStyleSheet()
      room.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }')
      document.adoptedStyleSheets.push(room)
      requestAnimationFrame(() => tell(table.offsetWidth - (table.parentElement?.clientWidth ?? 0)))
    })
  })
/** Mails are sent after the fact, by a job. */
const patiently = { timeout: 20_000 }
const nameField = anna.getByRole('textbox', { name: t('common.name'), exact: true })
const at = (path: string) => `${given.url}/c/${partnership}${path}`

/** Enters again from the page that said the visit had ended. */
async function enterAgain(reason: string): Promise<void> {
  await anna.getByRole('button', { name: t('shell.ended.again') }).click()
  await anna.getByLabel(t('shell.reason.label')).fill(reason)
  await anna.getByRole('button', { name: t('shell.reason.enter') }).click()
  await banner(anna).getByText(t('shell.acting.reason', { reason })).waitFor()
}

async function typeRecord(value: string): Promise<void> {
  await anna.goto(at(`/products/${domain}`))
  await anna
    .getByRole('button', { name: t('products.records.add') })
    .first()
    .click()
  await nameField.fill(value)
}

describe('a customer who wants to know', () => {
  test('asks for a reason, and to be told', async () => {
    await ursula.goto(`${given.url}/o/${bakery}/partners/${partnership}`)
    const rules = ursula.getByRole('region', { name: t('partners.rules') })
    await rules.getByRole('switch').click()
    await rules.getByRole('checkbox', { name: 'Ursula Zürcher' }).click()
    await rules.getByRole('button', { name: t('common.save') }).click()
    await ursula.getByText(t('partners.people.saved')).waitFor()
  })

  test('sees who enters and why, without asking again', async () => {
    await ursula.goto(`${given.url}/o/${bakery}/partners/visits`)
    await ursula.getByText(t('visits.now.nobody')).waitFor()
    await anna.goto(at(''))
    await anna.getByRole('heading', { name: t('shell.reason.title', { customer: 'Bäckerei Zürcher GmbH' }) }).waitFor()
    expect(await anna.getByRole('button', { name: t('shell.reason.enter') }).isDisabled()).toBe(true)
    await anna.getByLabel(t('shell.reason.label')).fill('Ticket 4711')
    await anna.keyboard.press('Enter')
    await banner(anna).getByText('Ticket 4711').waitFor()
    const now = ursula.getByRole('region', { name: t('partners.visits.now') })
    await now.getByText('Anna Keller', { exact: true }).waitFor()
    await now.getByText('Ticket 4711').waitFor()
    await expect
      .poll(async () => (await given.mailbox.list({ to: 'ursula' })).map(({ subject }) => subject), patiently)
      .toContain(t('mails.visit-started.subject', { person: 'Anna Keller', partner: 'Alpweb AG' }))
  })

  test('reads in words what is looked at, a moment later', async () => {
    await anna.goto(at('/billing'))
    await anna.getByRole('heading', { level: 1 }).waitFor()
    const now = ursula.getByRole('region', { name: t('partners.visits.now') })
    await now.getByText('Anna Keller (Alpweb AG) hat die Rechnungen angesehen').first().waitFor()
  })

  test('with more room between letters than a table has, the invoices are cards', async () => {
    const { width = 0, height = 0 } = anna.viewportSize() ?? {}
    await watch(anna).setViewportSize({ width: 768, height })
    const heads = anna.getByRole('table').locator('thead')
    const areShown = () => heads.evaluate((head) => head.getBoundingClientRect().height > 1)
    await expect.poll(areShown).toBe(true)
    expect(await anna.getByRole('table').evaluate(overhangAtOnce)).toBeLessThanOrEqual(1)
    expect(await overhangWithRoom(anna)).toBe(0)
    expect(await areShown()).toBe(false)
    await anna.setViewportSize({ width, height })
  })

  test('ends it by one press; the other page says so within a second, and what was typed can be copied', async () => {
    await typeRecord('was-ich-noch-wollte')
    const now = ursula.getByRole('region', { name: t('partners.visits.now') })
    await now.getByRole('button', { name: t('common.end_visit') }).click()
    const waited = machineWaits()
    const pressedAt = performance.now()
    // A message that goes after some seconds: looked for at once, while the other page is looked at.
    const told = ursula.getByText(t('visits.ended', { by: 'customer', person: 'Ursula Zürcher', partner: 'Alpweb AG' })).waitFor()
    await anna.getByText(t('shell.ended.ended_by_customer')).waitFor()
    expect(performance.now() - pressedAt - waited()).toBeLessThan(2_000)
    await anna.getByText(t('shell.ended.by', { name: 'Ursula Zürcher (Bäckerei Zürcher GmbH)' })).waitFor()
    await anna.locator('dd', { hasText: 'was-ich-noch-wollte' }).waitFor()
    await anna.getByRole('button', { name: t('shell.ended.copy') }).waitFor()
    expect(await anna.getByText('zuercher.example').count()).toBe(0)
    await told
  })

  test('is asked for nothing twice: entering anew needs its own reason, and what was typed is still there', async () => {
    await enterAgain('Ticket 4712')
    await anna.locator('dd', { hasText: 'was-ich-noch-wollte' }).waitFor()
  })
})

describe('somebody who left', () => {
  test('comes back by the browser’s button to a page that says so, and begins nothing', async () => {
    await banner(anna)
      .getByRole('button', { name: t('shell.acting.leave') })
      .click()
    await anna.waitForURL('**/o/**')
    await anna.getByRole('heading', { level: 1 }).waitFor()
    await anna.goBack()
    await anna.getByText(t('shell.ended.left')).waitFor()
  })

  test('begins a visit by choosing the customer, as for the first time', async () => {
    await anna.getByRole('link', { name: t('shell.acting.back') }).click()
    await anna.getByRole('link', { name: t('managed-customers.open_manager', { customer: 'Bäckerei Zürcher GmbH' }) }).click()
    await anna.getByLabel(t('shell.reason.label')).fill('Ticket 4713')
    await anna.keyboard.press('Enter')
    await banner(anna).getByText('Ticket 4713').waitFor()
  })
})

describe('rights that change in the middle of work', () => {
  test('are told quietly: the buttons no longer work, and the text of the open form stays', async () => {
    await typeRecord('halb-fertig')
    await nameField.waitFor()
    await narrowWithout('domain.manage')
    await anna.getByText(t('shell.rights_news', { customer: 'Bäckerei Zürcher GmbH' })).waitFor()
    await anna.getByText(t('shell.rights_news.lost', { rights: t('rights.domain.manage.name') })).waitFor()
    expect(await nameField.inputValue()).toBe('halb-fertig')
    await anna.getByRole('textbox', { name: t('products.record.value.A') }).fill('192.0.2.40')
    await anna
      .getByRole('dialog')
      .getByRole('button', { name: t('products.records.add') })
      .click()
    await anna.getByRole('dialog').getByRole('alert').waitFor()
    expect(await nameField.inputValue()).toBe('halb-fertig')
    await anna.keyboard.press('Escape')
    await anna.getByRole('button', { name: t('products.records.add'), disabled: true }).waitFor()
  })

  test('hide what may not be seen any longer', async () => {
    await anna.goto(at(`/products/${domain}`))
    await anna.getByText('mx1.provider.example').first().waitFor()
    await narrowWithout('domain.view')
    await anna.getByText('mx1.provider.example').first().waitFor({ state: 'detached' })
    await banner(anna).waitFor()
  })
})

describe('the session ends elsewhere', () => {
  test('and the page says so instead of going away with what was typed', async () => {
    await anna.goto(at('/activity'))
    await banner(anna).waitFor()
    const token = (await anna.context().cookies()).find(({ name }) => name === '__Host-session')?.value
    await fetch(`${given.url}/api/sign-out-everywhere`, {
      method: 'POST',
      headers: { cookie: `__Host-session=${token}`, 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' },
      body: '{}',
    })
    await anna.getByText(t('shell.ended.signed_out')).waitFor()
    await anna.getByRole('button', { name: t('shell.ended.sign_in') }).click()
    await anna.waitForURL((url) => url.pathname === '/sign-in' && url.searchParams.get('next')?.startsWith('/c/') === true)
  })
})

/** As Ursula does on her page, by the same endpoint. */
async function narrowWithout(right: string): Promise<void> {
  const cookie = `__Host-session=${(await ursula.context().cookies()).find(({ name }) => name === '__Host-session')?.value}`
  const path = `${given.url}/api/o/${bakery}/partnerships/${partnership}`
  const { grant } = (await (await fetch(path, { headers: { cookie } })).json()) as {
    grant: { version: number; rights: { right: string; scopes: object[] }[] }
  }
  const keep = grant.rights
    .filter((one) => one.right !== right && !(right === 'domain.view' && one.right.startsWith('domain.')))
    .map(({ right: kept, scopes }) => ({ right: kept, scopes }))
  const response = await fetch(`${path}/narrow`, {
    method: 'POST',
    headers: { cookie, 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' },
    body: JSON.stringify({ version: grant.version, keep, end: null }),
  })
  expect(response.status).toBe(200)
}
