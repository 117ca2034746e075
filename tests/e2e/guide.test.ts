// The guide "Kunden hinzufügen und ihren Manager öffnen", step by step in the German interface, as somebody would who reads it.
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { textsFor } from '../../src/locales/server-texts.ts'
import { demoSignIns } from '../../src/server/demo/seed.ts'
import { launchBrowser } from '../browser.ts'
import { givenServer } from '../server.ts'

const { t } = textsFor('de')
const given = await givenServer({ demo: true })
const browser = await launchBrowser()
afterAll(() => browser.close())

const password = demoSignIns(given.config)[0]?.password ?? ''
const customer = { name: 'Confiserie Bärlocher GmbH', email: 'info@confiserie-baerlocher.example', person: 'Rösli Bärlocher' }
const faults: string[] = []

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'de-CH', viewport: { width: 1280, height: 860 }, acceptDownloads: true })
  context.setDefaultTimeout(40_000)
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|TrustedHTML/.test(message.text())) faults.push(message.text())
  })
  return context
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel(t('common.email')).fill(email)
  await page.keyboard.press('Enter')
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
}

async function mailTo(address: string, subject: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const found = (await given.mailbox.list({ to: address })).find((mail) => subject.test(mail.subject))
    const message = found && (await given.mailbox.read(found.id))
    if (message) return message.text
    await pause(100)
  }
  throw new Error(`No mail to ${address} about ${subject}`)
}

const partner = await (await newContext()).newPage()
const representative = await (await newContext()).newPage()
const collaborator = await (await newContext()).newPage()

describe('a legal representative of the partner adds a customer', () => {
  test('the guide is read without signing in, and its link leads to the managed customers', async () => {
    await partner.goto(`${given.url}/help/add-customer`)
    await partner.getByRole('heading', { level: 1 }).waitFor()
    await partner
      .getByRole('link', { name: t('shell.nav.customers') })
      .first()
      .click()
    await signIn(partner, 'petra.frei@alpweb.example')
    await partner.getByRole('heading', { level: 1, name: t('managed-customers.title') }).waitFor()
  })

  test('the blue button at the top right opens the procedure, which has three screens', async () => {
    await partner.getByRole('link', { name: t('common.add_customer') }).click()
    await partner.getByRole('textbox', { name: t('common.email'), exact: true }).fill(customer.email)
    await partner.getByRole('button', { name: t('common.continue') }).click()
    await partner.getByRole('radio', { name: new RegExp(`^${t('presets.limited')}`) }).check({ force: true })
    await partner.getByRole('button', { name: t('common.continue') }).click()
    await partner.getByRole('heading', { name: t('add-customer.mail') }).waitFor()
    await partner.getByRole('button', { name: t('add-customer.send') }).click()
    await partner.getByRole('row', { name: new RegExp(customer.email) }).waitFor()
  })
})

describe('the customer decides', () => {
  test('the mail names the rights asked for in plain words, and its link decides nothing', async () => {
    const text = await mailTo(customer.email, /^Zugriffsanfrage von Alpweb AG$/)
    // In mails the hyphen of “E-Mail” is a plain one.
    expect(text.replace(/\s+/g, ' ')).toContain(t('rights.domain.manage').replaceAll('\u2011', '-'))
    const link = /http\S+\/r\/[\w-]+/.exec(text)?.[0] ?? ''
    await representative.goto(`${given.url}${new URL(link).pathname}`)
    await representative
      .getByText(t('consent.asks', { partner: 'Alpweb AG' }))
      .first()
      .waitFor()
  })

  test('a code to the invited address opens the page; a new customer names their organisation', async () => {
    await representative.getByRole('button', { name: /^Code/ }).first().click()
    await representative.getByText(t('consent.code_label')).waitFor()
    const code = /\b(\d{3}) ?(\d{3})\b/.exec(await mailTo(customer.email, /Adresse/)) ?? []
    await representative.getByRole('textbox').first().click()
    await representative.keyboard.type(`${code[1]}${code[2]}`)
    await representative.getByLabel(t('consent.name_label')).fill(customer.person)
    await representative.keyboard.press('Enter')
    await representative.getByLabel(t('consent.organisation_name')).fill(customer.name)
    await representative.getByRole('checkbox', { name: t('consent.may_decide') }).check({ force: true })
    await representative.getByRole('button', { name: t('consent.create_organisation') }).click()
  })

  test('other rights than those asked for are granted', async () => {
    await representative.getByRole('button', { name: '11 Rechte erteilen' }).waitFor()
    const mail = representative
      .getByRole('radiogroup', { name: t('families.mail') })
      .or(representative.getByRole('radiogroup', { name: new RegExp(t('families.mail')) }))
    await mail
      .first()
      .getByRole('radio', { name: t('rights.level.no') })
      .check({ force: true })
    await representative.getByRole('button', { name: '9 von 11 Rechten erteilen' }).click()
    await representative.getByText(t('consent.done.different', { partner: 'Alpweb AG' })).waitFor()
  })
})

describe('the partner checks what was granted', () => {
  test('a mail says that other rights were granted, and the customer is marked "Zu prüfen"', async () => {
    await mailTo('petra.frei@alpweb.example', /Confiserie Bärlocher GmbH hat andere Rechte erteilt: bitte prüfen/)
    const row = partner.getByRole('row', { name: new RegExp(customer.name) })
    await row.getByText(t('statuses.to_check')).waitFor()
  })

  test('the profile shows requested, granted and effective side by side, and who pays', async () => {
    await partner.getByRole('link', { name: customer.name, exact: true }).click()
    for (const column of ['requested', 'granted', 'effective']) {
      await partner.getByRole('columnheader', { name: t(`rights.difference.${column}`) }).waitFor()
    }
    const right = partner.getByRole('row', { name: new RegExp(t('rights.mail.manage.name')) })
    expect(await right.textContent()).toContain(t('customer-profile.rights.no'))
  })
})

describe('the partner opens the customer’s Manager', () => {
  test('by the symbol at the end of the row, under a banner that says for whom and as whom', async () => {
    await partner.goto(`${given.url}/go/managed-customers`)
    const row = partner.getByRole('row', { name: new RegExp(customer.name) })
    await row.getByRole('link', { name: t('managed-customers.open_manager', { customer: customer.name }) }).click()
    const banner = partner.getByRole('region', { name: t('shell.acting.region') })
    await banner.getByText(customer.name).waitFor()
    await expect.poll(() => banner.textContent()).toContain('Petra Frei')
    expect(partner.url()).toContain('/c/')
    await banner.getByRole('button', { name: t('shell.acting.leave') }).click()
  })

  test('the menu at the end of the row exports the customer’s data as CSV', async () => {
    await partner.goto(`${given.url}/go/managed-customers`)
    await partner
      .getByRole('row', { name: /Zürn Holzbau AG/ })
      .getByRole('button', { name: t('requests.menu', { customer: 'Zürn Holzbau AG' }) })
      .click()
    const download = partner.waitForEvent('download')
    await partner
      .getByRole('menuitem', { name: t('exports.customer.csv') })
      .first()
      .click()
    expect((await download).suggestedFilename()).toMatch(/^C-\d+_products_\d{4}-\d\d-\d\d\.csv$/)
  })

  test('a collaborator takes the chevron, the tab of customers, and picks one; who is not assigned is not there', async () => {
    await collaborator.goto(`${given.url}/go/manager`)
    await signIn(collaborator, 'anna.keller@alpweb.example')
    await collaborator.getByRole('button', { name: t('shell.switcher.open', { name: 'Alpweb AG' }) }).click()
    await collaborator.getByRole('button', { name: new RegExp(`^${t('shell.switcher.customers')}`) }).click()
    expect(await collaborator.getByText(customer.name).count()).toBe(0)
    await collaborator.getByRole('option', { name: /Zürn Holzbau AG/ }).click()
    await collaborator
      .getByRole('region', { name: t('shell.acting.region') })
      .getByText('Zürn Holzbau AG')
      .waitFor()
  })

  test('by address, a customer that is not assigned is as absent as one that does not exist', async () => {
    const { rows } = await given.database.owner.query<{ id: string }>(
      'select p.id from partnership p join organisation o on o.id = p.customer_id where o.name = $1',
      [customer.name],
    )
    const token = (await collaborator.context().cookies()).find(({ name }) => name === '__Host-session')?.value
    const ask = (id: string) => fetch(`${given.url}/api/c/${id}/shell`, { headers: { cookie: `__Host-session=${token}` } })
    const answers = await Promise.all([rows[0]?.id ?? '', '01890000-0000-7000-8000-000000000000'].map(ask))
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
  })
})

test('no page broke its security policy or threw', () => {
  expect(faults).toEqual([])
})
