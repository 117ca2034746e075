// From the mail to a longer access: the link opens a page, the page asks who it is, one press extends, and the page says what was done.
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { asId, type PartnershipId } from '../../src/domain/ids.ts'
import { instant, monthsAfter } from '../../src/domain/time.ts'
import { textsFor } from '../../src/locales/server-texts.ts'
import { remindOfEnding } from '../../src/server/partners/plan-times.ts'
import { calendar, dateOf } from '../../src/server/partnerships/calendar.ts'
import { asSystem } from '../../src/server/react.ts'
import { launchBrowser } from '../browser.ts'
import { answered, asked, givenCustomer, givenPartners, noTerms, requestTo } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const given = await givenServer()
const story = await givenPartners(given)
const browser = await launchBrowser()
afterAll(() => browser.close())
const { owner } = given.database
const rights = ['domain.view', 'domain.manage', 'mail.view']

const today = calendar.dayOf(instant(Date.now()))
const lastDay = today + 6
const endsOn = dateOf(calendar.onDay(lastDay, 12))
const until = monthsAfter(endsOn, 12)

/** In force for a year, seldom used, and over in six days: the reminder of seven days before has not gone out yet. */
async function givenEnding(address: string, language: 'de' | 'en') {
  const customer = await givenCustomer(given, 'Bäckerei Zürcher GmbH', address)
  await owner.query('update person set language = $2 where id = $1', [customer.personId, language])
  const terms = { ...noTerms, end: { kind: 'on', date: endsOn } }
  const body = requestTo({ email: address }, { rights: rights.map((right) => asked(right)) }, { terms })
  const sent = await story.petra.send('POST', `/o/${story.alpweb}/requests`, body)
  const answer = await answered(given, customer, String(sent.body['managedCustomerId']), rights, { terms })
  const partnership = asId<PartnershipId>(String(answer.body['partnershipId']))
  await owner.query(`begin; set local session_replication_role = replica;
    update grant_version set granted_at = now() - interval '400 days' where partnership_id = '${partnership}';
    update granted_right set granted_at = now() - interval '400 days' where partnership_id = '${partnership}';
    update granted_right set last_used_at = now() - interval '3 days' where partnership_id = '${partnership}' and "right" like 'domain.%'; commit`)
  await asSystem(given.server.house, (work) => remindOfEnding(work, { id: partnership, lastDay, daysBefore: 7 }))
  return { customer, partnership }
}

async function linkIn(address: string, subject: string): Promise<string> {
  const text = await vi.waitFor(
    async () => {
      const found = (await given.mailbox.list({ to: address })).find((mail) => mail.subject === subject)
      const mail = found && (await given.mailbox.read(found.id))
      if (!mail) throw new Error(`no mail to ${address} says: ${subject}`)
      return mail.text
    },
    { timeout: 20_000, interval: 100 },
  )
  const path = /https?:\/\/[^\s]+?(\/o\/[^\s]+\/renew)/.exec(text)?.[1]
  if (path === undefined) throw new Error(`the mail has no link: ${text}`)
  return `${given.url}${path}`
}

async function openPage(language: 'de' | 'en'): Promise<Page> {
  const context = await browser.newContext({ locale: language === 'de' ? 'de-CH' : 'en-GB', viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(40_000)
  return context.newPage()
}

const granted = async (partnership: string) => {
  const { rows } = await owner.query<{ version: number; right: string }>(
    'select p.grant_version as version, g."right" from partnership p join granted_right g on g.partnership_id = p.id where p.id = $1 order by 2',
    [partnership],
  )
  return { version: rows[0]?.version, rights: rows.map(({ right }) => right) }
}

describe.each([
  { language: 'de', address: 'ursula@baeckerei.example' },
  { language: 'en', address: 'ruth@bakery.example' },
] as const)('in $language', ({ language, address }) => {
  const { t, locale } = textsFor(language)
  const long = (date: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
  const onPage = (date: string) => new RegExp(long(date).replaceAll(' ', '[ \u00a0]').replaceAll('.', '\\.'))

  test('the mail leads to the page, one press extends without what nobody used, and the page says so', async () => {
    const { customer, partnership } = await givenEnding(address, language)
    const link = await linkIn(address, t('mails.access-ending.subject', { other: 'Alpweb AG', date: long(endsOn) }))
    await fetch(link)
    expect(await granted(partnership)).toEqual({ version: 1, rights: ['domain.manage', 'domain.view', 'mail.view'] })
    const page = await openPage(language)
    await page.goto(link)
    await page.getByLabel(t('common.email')).fill(address)
    await page.keyboard.press('Enter')
    await page.locator('input[type=password]').fill(`a long enough password of ${customer.name}`)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: t('renewal.title', { partner: 'Alpweb AG' }) }).waitFor()
    await page.getByText(onPage(until)).first().waitFor()
    expect(await page.getByRole('checkbox', { name: t('rights.domain.manage') }).isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { name: t('rights.mail.view') }).isChecked()).toBe(false)
    await page.getByText(t('renewal.never_used')).waitFor()
    await page.getByRole('button', { name: onPage(until) }).click()
    const said = page.getByRole('alert')
    await said.getByText(onPage(until)).waitFor()
    await said.getByText(t('renewal.done.what', { count: 1 })).waitFor()
    expect(await granted(partnership)).toEqual({ version: 2, rights: ['domain.manage', 'domain.view'] })
    await page.getByRole('region', { name: t('receipts.title.rights', { partner: 'Alpweb AG' }) }).waitFor()
    await page.context().close()
  })

  test('whoever opens it again sees the new end, and nothing more to do', async () => {
    const { customer, partnership } = await givenEnding(`again.${address}`, language)
    const path = `/o/${customer.id}/partnerships/${partnership}`
    const renewal = await customer.ruth.get(`${path}/renewal`)
    expect(renewal.body).toMatchObject({ endsOn, end: { kind: 'on', date: until } })
    expect(
      (await customer.ruth.send('POST', `${path}/renew`, { version: 1, end: { kind: 'on', date: until }, drop: [], proposalId: null }))
        .status,
    ).toBe(200)
    const page = await openPage(language)
    const session = {
      name: '__Host-session',
      value: customer.ruth.token,
      url: given.url.replace('http:', 'https:'),
      secure: true,
      httpOnly: true,
    }
    await page.context().addCookies([session])
    await page.goto(`${given.url}/o/${customer.id}/partners/${partnership}/renew`)
    await page.getByText(onPage(until)).first().waitFor()
    await page.context().close()
  })
})
