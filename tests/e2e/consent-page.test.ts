// The page of a request on a phone, by somebody who sees Prokura for the first time: from the mail's link to the granted rights, by an emailed code.
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { languages } from '../../src/domain/language.ts'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { asked, givenPartners, requestTo, tokenOf } from '../given-requests.ts'
import { askedInVain, openAs } from '../open-page.ts'
import { scriptBudgets, weighScripts } from '../script-weight.ts'
import { givenServer } from '../server.ts'

const { t } = textsFor('de')
const given = await givenServer()
const { alpweb, petra } = await givenPartners(given)
const browser = await launchBrowser()
afterAll(() => browser.close())

const address = 'info@confiserie.example'
const rights = ['domain.view', 'domain.manage', 'mail.view', 'billing.view'].map((right) => asked(right))
const sent = await petra.send(
  'POST',
  `/o/${alpweb}/requests`,
  requestTo({ email: address, language: 'de' }, { rights: [...rights, asked('product.order')] }),
)
const token = await tokenOf(given, String(sent.body['managedCustomerId']))

const context = await browser.newContext({ locale: 'de-CH', viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })
context.setDefaultTimeout(40_000)
const phone = await context.newPage()
const weight = weighScripts(phone)
const faults: string[] = []
phone.on('pageerror', (error) => faults.push(String(error)))

async function codeSentTo(to: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const mails = await given.mailbox.list({ to })
    for (const { id } of mails) {
      const code = /\b(\d{3}) ?(\d{3})\b/.exec((await given.mailbox.read(id))?.text ?? '')
      if (code) return `${code[1]}${code[2]}`
    }
    await pause(100)
  }
  throw new Error(`no code was sent to ${to}`)
}

const isWiderThan = (page: Page, width: number) => page.evaluate((allowed) => document.documentElement.scrollWidth > allowed, width)

describe('on a phone of 320 px, without an account', () => {
  test('before the address is proven the page says who asks and until when, and nothing of the rights', async () => {
    await phone.goto(`${given.url}/r/${token}`)
    await phone.getByRole('heading', { level: 1, name: t('consent.asks', { partner: 'Alpweb AG' }) }).waitFor()
    expect(await phone.getByText(t('rights.domain.manage')).count()).toBe(0)
    expect(await isWiderThan(phone, 320)).toBe(false)
  })

  test('the page can be used with at most 200 kB of JavaScript', async () => {
    await phone.getByRole('button', { name: /^Code/ }).first().click()
    await phone.getByLabel(t('consent.code_label')).pressSequentially(await codeSentTo(address))
    await phone.getByLabel(t('consent.name_label')).fill('Rösli Bärlocher')
    await phone.keyboard.press('Enter')
    await phone.getByLabel(t('consent.organisation_name')).fill('Confiserie Bärlocher GmbH')
    await phone.getByRole('checkbox', { name: t('consent.may_decide') }).check()
    await phone.getByRole('button', { name: t('consent.create_organisation') }).click()
    await phone.getByRole('button', { name: t('common.grant_rights', { granted: 4, requested: 5 }) }).waitFor()
    const kilobytes = await weight()
    expect(kilobytes).toBeGreaterThan(50)
    expect(kilobytes).toBeLessThanOrEqual(scriptBudgets.consent)
  })

  test('it asks in this order: who, why, what, how long, who pays, how to stop', async () => {
    const chapters = await phone.getByRole('heading', { level: 2 }).allTextContents()
    const partner = 'Alpweb AG'
    expect(chapters).toEqual(
      ['who', 'why', 'what', 'how_long', 'who_pays', 'how_to_stop'].map((chapter) => t(`consent.${chapter}`, { partner })),
    )
    expect(await isWiderThan(phone, 320)).toBe(false)
  })

  test('the button counts along, and a sentence above it says who gets what, until when, and who pays', async () => {
    await phone
      .getByRole('radiogroup', { name: t('families.mail') })
      .getByRole('radio', { name: t('rights.level.no') })
      .check()
    await phone.getByRole('button', { name: t('common.grant_rights', { granted: 3, requested: 5 }) }).waitFor()
    const said = phone.getByRole('status').filter({ hasText: t('consent.summary', { partner: 'Alpweb AG', given: 3, asked: 5, more: 0 }) })
    expect(await said.count()).toBe(1)
    await phone.getByText(t('consent.summary.no_end')).waitFor()
    await phone.getByText(t('consent.summary.you_pay')).waitFor()
  })

  test('an answer pressed before its words say what was just chosen is not given', async () => {
    const sent: string[] = []
    phone.on('request', (request) => sent.push(new URL(request.url()).pathname))
    const mail = phone.getByRole('radiogroup', { name: t('families.mail') })
    const view = await mail.getByRole('radio', { name: t('rights.level.view') }).elementHandle()
    const answer = await phone.getByRole('button', { name: t('common.grant_rights', { granted: 3, requested: 5 }) }).elementHandle()
    await phone.evaluate(
      (controls) => {
        for (const control of controls) (control as HTMLElement).click()
      },
      [view, answer],
    )
    await phone.getByRole('button', { name: t('common.grant_rights', { granted: 4, requested: 5 }) }).waitFor()
    expect(sent.filter((path) => path.endsWith('/answer'))).toEqual([])
    await mail.getByRole('radio', { name: t('rights.level.no') }).check()
    await phone.getByRole('button', { name: t('common.grant_rights', { granted: 3, requested: 5 }) }).waitFor()
  })

  test('an answer pressed at the very moment its words change is given as they say', async () => {
    const sent = Promise.withResolvers<{ rights: readonly { right: string }[] }>()
    await phone.route('**/answer', async (route) => {
      sent.resolve(route.request().postDataJSON())
      await route.fulfill({ status: 422, contentType: 'application/problem+json', body: '{}' })
    })
    const mail = phone.getByRole('radiogroup', { name: t('families.mail') })
    const view = await mail.getByRole('radio', { name: t('rights.level.view') }).elementHandle()
    const answer = await phone.getByRole('button', { name: t('common.grant_rights', { granted: 3, requested: 5 }) }).elementHandle()
    await phone.evaluate(
      ([row, button]) => {
        const pressed = new MutationObserver(() => {
          pressed.disconnect()
          ;(button as HTMLElement).click()
        })
        pressed.observe(button as Node, { childList: true, characterData: true, subtree: true })
        ;(row as HTMLElement).click()
      },
      [view, answer],
    )
    expect((await sent.promise).rights.map(({ right }) => right)).toContain('mail.view')
    await phone.getByRole('alert').waitFor()
    await phone.unroute('**/answer')
    await mail.getByRole('radio', { name: t('rights.level.no') }).check()
    await phone.getByRole('button', { name: t('common.grant_rights', { granted: 3, requested: 5 }) }).waitFor()
  })

  test('both answers weigh the same: as large, as bold, one after the other', async () => {
    const looks = async (name: string) => {
      const button = phone.getByRole('button', { name, exact: true })
      const { width = 0, height = 0 } = (await button.boundingBox()) ?? {}
      const style = await button.evaluate((element) => {
        const { fontWeight, fontSize, backgroundColor, color, borderColor } = getComputedStyle(element)
        return { fontWeight, fontSize, backgroundColor, color, borderColor }
      })
      return { width, height, ...style }
    }
    const grant = await looks(t('common.grant_rights', { granted: 3, requested: 5 }))
    expect(grant).toEqual(await looks(t('common.decline')))
    await phone.getByRole('button', { name: t('common.grant_rights', { granted: 3, requested: 5 }) }).focus()
    await phone.keyboard.press('Tab')
    expect(await phone.evaluate(() => document.activeElement?.textContent)).toBe(t('common.decline'))
  })

  test('at 400 % of a window of 1280 px nothing is cut off', async () => {
    await phone.setViewportSize({ width: 320, height: 256 })
    expect(await isWiderThan(phone, 320)).toBe(false)
    await phone.setViewportSize({ width: 320, height: 640 })
  })

  test('the answer is given, and no error happened on the way', async () => {
    await phone.getByRole('button', { name: t('common.grant_rights', { granted: 3, requested: 5 }) }).click()
    await phone.getByText(t('consent.done.different', { partner: 'Alpweb AG' })).waitFor()
    expect(faults).toEqual([])
    expect(await askedInVain(phone)).toEqual([])
  })
})

test.each([
  ['manager', '', t('shell.overview.title')],
  ['customers', '/customers', t('managed-customers.title')],
] as const)('the page “%s” brings no more JavaScript than it may, and its words are there', async (name, path, title) => {
  const signedIn = await openAs(browser, given.url, petra, '/sign-in', { language: 'de' })
  const manager = await signedIn.context().newPage()
  // What a page fetches once it has nothing else to do is nothing that it waits for.
  await manager.addInitScript('requestIdleCallback = () => 0')
  const kilobytes = weighScripts(manager)
  await manager.goto(`${given.url}/o/${alpweb}${path}`)
  await manager.getByRole('heading', { level: 1, name: title }).waitFor()
  expect(await kilobytes()).toBeLessThanOrEqual(scriptBudgets[name])
  await expect.poll(() => askedInVain(manager), { timeout: 20_000 }).toEqual([])
  await manager.context().close()
})

test('where the application does not come, a sentence says so in the reader’s language, with a way to load again', async () => {
  const { t: italian } = textsFor('it')
  const away = await (await browser.newContext({ locale: 'it-CH' })).newPage()
  await away.clock.install()
  let isAway = true
  await away.route('**/assets/*.js', (route) => (isAway ? undefined : route.continue()))
  await away.goto(`${given.url}/sign-in#code`, { waitUntil: 'commit' })
  await away.locator('#root > [aria-hidden]').waitFor({ state: 'attached' })
  expect(await away.getByRole('alert').count()).toBe(0)
  await away.clock.fastForward(15_000)
  await away.getByRole('alert').getByText(italian('start.late')).waitFor()
  const again = away.getByRole('link', { name: italian('start.again') })
  // Whole, so that no path is taken for the name of another house.
  expect(await again.getAttribute('href')).toBe(`${given.url}/sign-in#code`)
  // What was asked for before stays away: it would take the place of the sentence before it is pressed.
  isAway = false
  await again.click()
  await away.getByRole('heading', { level: 1 }).waitFor()
  await away.route('**/assets/*.js', (route) => route.abort())
  await away.reload({ waitUntil: 'commit' })
  await away.getByRole('alert').waitFor({ timeout: 20_000 })
  await away.context().close()
  // What runs first stands in the page: there is no file of it.
  expect((await fetch(`${given.url}/prepare.js`)).status).toBe(404)
  const [withoutScript] = /<noscript>.*<\/noscript>/.exec(await (await fetch(`${given.url}/sign-in`)).text()) ?? []
  for (const language of languages) expect(withoutScript).toContain(`lang="${language}">${textsFor(language).t('start.no_script')}<`)
})

test('Ctrl K finds customers, pages and what one may begin; Enter opens it', async () => {
  const manager = await openAs(browser, given.url, petra, `/o/${alpweb}`, { language: 'de' })
  await manager.getByRole('heading', { level: 1 }).waitFor()
  await manager.keyboard.press('Control+k')
  const search = manager.getByRole('combobox', { name: t('shell.switcher.search') })
  await search.fill('kunden hinzu')
  await manager.getByRole('option', { name: t('common.add_customer'), exact: true }).waitFor()
  expect(await search.getAttribute('aria-activedescendant')).toBeTruthy()
  await manager.keyboard.press('Enter')
  await manager.waitForURL(/\/customers\/new$/)
  await search.waitFor({ state: 'detached' })
  await manager.keyboard.press('Control+k')
  // Quicker than what is typed can be found: neither the own organisation, nor a customer that stood there before.
  await manager.getByRole('button', { name: t('shell.switcher.organisations') }).click()
  await search.fill('einstell')
  await manager.keyboard.press('Enter')
  await manager.waitForURL(new RegExp(`/o/${alpweb}/settings$`))
  await search.waitFor({ state: 'detached' })
  await manager.keyboard.press('Control+k')
  await search.fill('barlocher')
  await manager.keyboard.press('Enter')
  await manager
    .getByRole('region', { name: t('shell.acting.region') })
    .getByText('Confiserie Bärlocher GmbH')
    .waitFor()
  await manager.keyboard.press('Control+k')
  await manager.getByText(t('shell.switcher.leaves', { customer: 'Confiserie Bärlocher GmbH' })).waitFor()
  await search.fill('einstell')
  await manager.getByRole('option', { name: t('shell.nav.settings'), exact: true }).waitFor()
  await manager.keyboard.press('Enter')
  await manager.waitForURL(new RegExp(`/o/${alpweb}/settings$`))
  const { rows } = await given.database.owner.query('select from visit where ended_at is null')
  expect(rows).toHaveLength(0)
})
