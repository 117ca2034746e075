// A conversation in two windows, from the first request to a narrowing taken back: each side sees what the other changed, in words.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { asked, givenCustomer, givenPartners, requestTo, tokenOf } from '../given-requests.ts'
import { openAs } from '../open-page.ts'
import { givenServer } from '../server.ts'

const given = await givenServer()
const { alpweb, petra } = await givenPartners(given)
const browser = await launchBrowser()
afterAll(() => browser.close())

describe.each(['de', 'en'] as const)('in %s', (language) => {
  const { t } = textsFor(language)
  const name = language === 'de' ? 'Bäckerei Zürcher' : 'Bakery Zurich'
  const email = `ruth@${language}.example`
  let world: Awaited<ReturnType<typeof start>>
  beforeAll(async () => {
    world = await start()
  })

  async function start() {
    const customer = await givenCustomer(given, name, email)
    await customer.ruth.send('PUT', '/me/language', { language })
    await petra.send('PUT', '/me/language', { language })
    const rights = [
      asked('mail.view', { required: true }),
      asked('mail.manage', { required: true, reason: 'New people', withoutIt: 'No mailbox for new people' }),
    ]
    const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email, language }, { rights }))
    const id = String(sent.body['managedCustomerId'])
    const token = await tokenOf(given, id)
    const ruth = await openAs(browser, given.url, customer.ruth, `/r/${token}`, { language })
    const partner = await openAs(browser, given.url, petra, `/o/${alpweb}/customers/${id}`, { language })
    return { customer, id, ruth, partner, profile: `${given.url}/o/${alpweb}/customers/${id}` }
  }

  test('the customer leaves out what is needed, and that is a counter-proposal', async () => {
    const { ruth, partner } = world
    await ruth.getByText('No mailbox for new people').waitFor()
    expect(await ruth.getByText(t('conversation.history')).count()).toBe(0)
    await ruth
      .getByRole('radio', { name: t('rights.level.view') })
      .first()
      .click()
    await ruth.getByRole('button', { name: t('common.send_as_proposal') }).click()
    await ruth.getByRole('heading', { name: t('consent.done.proposed', { partner: 'Alpweb AG' }) }).waitFor()
    await partner.reload()
    await partner.getByText(t('conversation.since_own', { other: name })).waitFor()
    await partner
      .getByText(t('conversation.left_out', { rights: t('rights.mail.manage.name') }))
      .first()
      .waitFor()
  })

  test('the partner answers with a version of its own, and the customer sees what it changes', async () => {
    const { ruth, partner, customer } = world
    await partner.getByRole('button', { name: t('customer-profile.counter.own') }).click()
    await partner.getByRole('checkbox', { name: t('rights.domain.view.name') }).check()
    await partner.getByRole('button', { name: t('requests.counter.send') }).click()
    await partner.getByText(t('requests.counter.done')).waitFor()
    await ruth.goto(`${given.url}/o/${customer.id}/partners`)
    await ruth.getByRole('link', { name: t('partners.waiting.view') }).click()
    await ruth
      .getByText(t('conversation.added', { rights: t('rights.domain.view.name') }))
      .first()
      .waitFor()
  })

  test('the customer grants, and both read the whole history', async () => {
    const { ruth, partner, profile } = world
    await ruth.getByRole('button', { name: t('partners.request.answer') }).click()
    await ruth.getByText(t('conversation.changed_mark'), { exact: true }).first().waitFor()
    await ruth.getByRole('button', { name: t('common.grant_all_rights', { count: 2 }) }).click()
    await ruth.getByText(t('partners.request.done.as_asked', { partner: 'Alpweb AG' })).waitFor()
    await ruth.getByText(t('conversation.history')).click()
    await ruth.getByText(t('conversation.title.counter', { who: 'Petra (Alpweb AG)' })).waitFor()
    await partner.goto(profile)
    await partner.getByText(t('conversation.history')).click()
    await partner.getByText(t('conversation.title.counter', { who: `Ruth ${name} (${name})` })).waitFor()
    await partner.getByText(t('conversation.title.granted', { who: `Ruth ${name} (${name})`, version: 1 })).waitFor()
  })

  test('what was taken away by mistake comes back with one press', async () => {
    const { ruth, partner, profile } = world
    const tried: string[] = []
    ruth.on('request', (request) => request.url().endsWith('/narrow/preview') && tried.push(request.postData() ?? ''))
    // Ticked one after the other without a pause: what closes with them is asked for once, for what stands there then.
    const level = (of: 'no' | 'view', family: number) => ruth.getByRole('radio', { name: t(`rights.level.${of}`) }).nth(family)
    const ticked = [level('no', 1), level('view', 1), level('no', 0)].map((radio) => radio.elementHandle())
    await ruth.evaluate(
      (radios) => {
        for (const radio of radios) if (radio instanceof HTMLElement) radio.click()
      },
      await Promise.all(ticked),
    )
    await expect.poll(() => tried.length).toBe(1)
    const save = ruth.getByRole('button', { name: t('partners.save.less', { count: 1 }) })
    await save.waitFor()
    expect(tried).toHaveLength(1)
    await save.click()
    // The one on the page: it stays for a day, where the one beside the message goes after a moment.
    await ruth
      .getByRole('main')
      .getByRole('button', { name: t('conversation.undo.button') })
      .click()
    await ruth.getByText(t('conversation.undo.done')).waitFor()
    await partner.goto(profile)
    await partner.getByText(t('conversation.history')).click()
    await partner.getByText(t('conversation.title.restored', { who: `Ruth ${name} (${name})`, version: 3 })).waitFor()
  })
})
