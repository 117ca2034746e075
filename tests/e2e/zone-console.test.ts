// A partner changes a customer's zone in the console; the customer takes the right away in another window, and the open page follows by itself.
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { startZoneConsole } from '../../scripts/start/zone-console.ts'
import { textsFor } from '../../src/locales/server-texts.ts'
import { demoSignIns } from '../../src/server/demo/seed.ts'
import { launchBrowser } from '../browser.ts'
import { machineWaits } from '../machine-waits.ts'
import { givenServer } from '../server.ts'

const { t } = textsFor('de')
const given = await givenServer({ demo: true })
const said: string[] = []
const zones = await startZoneConsole(given.config, given.database.address, (line) => said.push(line))
if (!zones) throw new Error(said.join('\n'))
const browser = await launchBrowser()
afterAll(async () => {
  await browser.close()
  await zones.stop()
})
const password = demoSignIns(given.config)[0]?.password ?? ''
const faults: string[] = []

async function signedIn(email: string, path: string, viewport = { width: 1280, height: 860 }): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-CH', viewport })
  context.setDefaultTimeout(30_000)
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|TrustedHTML/.test(message.text())) faults.push(message.text())
  })
  const page = await context.newPage()
  await page.goto(`${given.url}${path}`)
  await page.getByLabel(t('common.email')).fill(email)
  await page.keyboard.press('Enter')
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}

const one = async (text: string) => (await given.database.owner.query<{ id: string }>(text)).rows[0]?.id ?? ''
const bakery = await one("select id from organisation where name = 'Bäckerei Zürcher GmbH'")
const partnership = await one(
  `select p.id from partnership p join organisation a on a.id = p.partner_id where p.customer_id = '${bakery}' and a.name = 'Alpweb AG'`,
)
const domain = await given.database.owner.query<{ id: string; name: string }>(
  "select id, name from product where organisation_id = $1 and family = 'domain' order by name limit 1",
  [bakery],
)
const { id: product = '', name: domainName = '' } = domain.rows[0] ?? {}

const anna = await signedIn('anna.keller@alpweb.example', '/go/manager')
const ursula = await signedIn('ursula@baeckerei-zuercher.example', `/o/${bakery}/activity`)
let page = anna

/** As somebody's browser asks the API. */
const ask = (from: Page, method: string, path: string, body?: object) =>
  from.evaluate(
    async ([how, to, text]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      const response = await fetch(`/api${to}`, { method: how, headers, ...(text === '' ? {} : { body: text }) })
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
  )

async function narrow(): Promise<number> {
  const { body } = await ask(ursula, 'GET', `/o/${bakery}/partnerships/${partnership}`)
  const grant = body['grant'] as { version: number; rights: { right: string; scopes: object[] }[] }
  const keep = grant.rights.filter(({ right }) => right !== 'domain.manage').map(({ right, scopes }) => ({ right, scopes }))
  const { status } = await ask(ursula, 'POST', `/o/${bakery}/partnerships/${partnership}/narrow`, {
    version: grant.version,
    keep,
    end: null,
  })
  return status
}

describe('the partner in the console', () => {
  test('the page of the domain leads there, signed in, with on whose behalf at the top', async () => {
    await ask(anna, 'POST', `/c/${partnership}/visit`, {})
    await anna.goto(`${given.url}/c/${partnership}/products/${product}`)
    const opened = anna.context().waitForEvent('page')
    await anna.getByRole('link', { name: t('consoles.open', { name: 'Zone console' }) }).click()
    page = await opened
    await page.getByRole('heading', { level: 1, name: domainName }).waitFor()
    expect(await page.locator('.behalf').textContent()).toContain('Für Bäckerei Zürcher GmbH, als Anna Keller (Alpweb AG)')
    expect(new URL(page.url()).origin).toBe(zones.url)
  })

  test('a wrong record is refused with the reason beside the field, and nothing typed is lost', async () => {
    await page.locator('details.add summary').click()
    await page.locator('details.add input[name=name]').fill('laden')
    await page.locator('details.add input[name=value]').fill('192.0.2.999')
    await page.getByRole('button', { name: 'Eintrag speichern' }).click()
    await page.getByText('Das ist keine IPv4-Adresse wie 192.0.2.1.').waitFor()
    expect(await page.locator('details.add input[name=name]').inputValue()).toBe('laden')
  })

  test('a right one stands in the zone, in the zone file and on the customer’s activity', async () => {
    await page.locator('details.add input[name=value]').fill('192.0.2.77')
    await page.getByRole('button', { name: 'Eintrag speichern' }).click()
    await page.getByText('Der Eintrag wurde hinzugefügt.').waitFor()
    await page.getByRole('row', { name: /laden A 192\.0\.2\.77/ }).waitFor()
    const file = await page.evaluate(async (name) => {
      const response = await fetch(`/zones/${name}.zone${location.search}`)
      return `${response.headers.get('content-type')}\n${await response.text()}`
    }, domainName)
    expect(file).toMatch(/^text\/dns/)
    expect(file).toContain('laden 3600 IN A 192.0.2.77')
    await ursula.goto(`${given.url}/o/${bakery}/activity`)
    await ursula
      .getByText(/Anna Keller.*DNS/)
      .first()
      .waitFor()
  })
})

describe('the customer takes the right to change domains away', () => {
  test('within a second the open page turns read-only, and what was typed can be copied', async () => {
    await page.locator('details.add summary').click()
    await page.locator('details.add input[name=value]').fill('192.0.2.88')
    const waited = machineWaits()
    const began = performance.now()
    expect(await narrow()).toBe(200)
    await page.locator('.read-only').waitFor()
    expect(performance.now() - began - waited()).toBeLessThan(5_000)
    expect(await page.locator('.kept textarea').inputValue()).toContain('192.0.2.88')
    expect(await page.getByRole('button', { name: /Entfernen|speichern/ }).count()).toBe(0)
    await page.reload()
    await page.getByRole('row', { name: /laden A/ }).waitFor()
    await page.getByText('Sie dürfen diese Zone ansehen, aber nicht ändern.').waitFor()
  })

  test('and closes when access is stopped', async () => {
    expect((await ask(ursula, 'POST', `/o/${bakery}/partnerships/${partnership}/stop`, {})).status).toBe(200)
    await page.getByRole('heading', { name: 'Diese Zone ist geschlossen' }).waitFor()
    expect(await page.getByText('192.0.2.77').count()).toBe(0)
  })

  test('nothing on the way was refused by the browser', () => {
    expect(faults).toEqual([])
    expect(said).toEqual([])
  })
})

test('the owner opens it too, in her own name and without violet', async () => {
  await ursula.goto(`${given.url}/o/${bakery}/products/${product}`)
  const opened = ursula.context().waitForEvent('page')
  await ursula.getByRole('link', { name: t('consoles.open', { name: 'Zone console' }) }).click()
  const own = await opened
  await own.getByRole('heading', { level: 1, name: domainName }).waitFor()
  expect(await own.locator('.behalf').count()).toBe(0)
  await own.getByText('Eintrag hinzufügen').waitFor()
  expect((await ask(ursula, 'POST', '/sign-out', {})).status).toBe(200)
  await own.getByRole('heading', { name: 'Diese Zone ist geschlossen' }).waitFor()
})
