// From one partner to the next: begun on the page of the new request, with an overlap that both learn of, until what was handed back is listed for all.
import { afterAll, describe, expect, test } from 'vitest'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { asked, givenActive, givenCustomer, givenPartners, requestTo, tokenOf } from '../given-requests.ts'
import { openAs } from '../open-page.ts'
import { givenServer } from '../server.ts'

const given = await givenServer()
const story = await givenPartners(given)
const { alpweb, webwerk, petra, paul } = story
const browser = await launchBrowser()
afterAll(() => browser.close())

describe.each(['de', 'en'] as const)('in %s', async (language) => {
  const { t } = textsFor(language)
  const name = language === 'de' ? 'Bäckerei Zürcher' : 'Bakery Zurich'
  const customer = await givenCustomer(given, name, `ruth@${language}.example`)
  const { id } = await givenActive(given, story, customer, ['domain.view', 'domain.manage', 'mail.view'])
  const rights = ['domain.view', 'domain.manage'].map((right) => asked(right))
  const sent = await paul.send('POST', `/o/${webwerk}/requests`, requestTo({ email: customer.email }, { rights }))
  const ofWebwerk = String(sent.body['managedCustomerId'])
  const open = (who: typeof petra, path: string) => openAs(browser, given.url, who, path, { language })
  const window = { ruth: customer.ruth }
  let ruth: Awaited<ReturnType<typeof open>>

  test('the customer reads on the request that somebody serves it already, and chooses to hand over', async () => {
    ruth = await open(window.ruth, `/r/${await tokenOf(given, ofWebwerk)}`)
    await ruth.getByText(t('consent.why.other_partner', { other: 'Alpweb AG', count: 2 })).waitFor()
    await ruth.getByRole('radio', { name: t('consent.other.hand_over', { partner: 'Webwerk GmbH' }) }).check({ force: true })
    await ruth.getByRole('button', { name: t('common.grant_all_rights', { count: 2 }) }).click()
    await ruth.getByText(t('consent.done.hand_over', { partner: 'Webwerk GmbH', other: 'Alpweb AG' })).waitFor()
  })

  test('the next press begins it, with the new partner chosen and 14 days in which both have access', async () => {
    await ruth.getByRole('link', { name: t('consent.other.go', { other: 'Alpweb AG' }) }).click()
    const dialog = ruth.getByRole('alertdialog')
    await expect.poll(() => dialog.getByRole('radio', { name: 'Webwerk GmbH' }).isChecked()).toBe(true)
    await dialog
      .getByText(t('handovers.days', { count: 14 }))
      .first()
      .waitFor()
    await dialog.getByRole('button', { name: t('handovers.begin') }).click()
    await ruth.getByText(t('handovers.planned.what', { from: 'Alpweb AG', to: 'Webwerk GmbH' })).waitFor()
  })

  test('both partners learn the day, and neither the name of the other', async () => {
    const rest = (role: string) => t('handovers.partner', { role, date: '|' }).split('|')[0] ?? ''
    const leaving = await open(petra, `/o/${alpweb}/customers/${id}`)
    await leaving.getByText(rest('from')).waitFor()
    expect(await leaving.getByText('Webwerk').count()).toBe(0)
    const coming = await open(paul, `/o/${webwerk}/customers/${ofWebwerk}`)
    await coming.getByText(rest('to')).waitFor()
    expect(await coming.getByText('Alpweb').count()).toBe(0)
  })

  test('the customer ends the overlap early, and both sides read the same list of what was handed back', async () => {
    await ruth.getByRole('button', { name: t('handovers.end_now', { partner: 'Alpweb AG' }) }).click()
    const list = async (page: typeof ruth) => {
      const card = page.getByRole('region', { name: t('handovers.back') })
      await card.getByText(t('handovers.back.rights', { count: 3 })).waitFor()
      return (await card.textContent())?.replace(/\s+/g, ' ')
    }
    const leaving = await open(petra, `/o/${alpweb}/customers/${id}`)
    await expect.poll(() => list(ruth)).toContain(t('rights.mail.view.name'))
    await expect.poll(async () => (await list(leaving)) === (await list(ruth))).toBe(true)
    await ruth.goto(`${given.url}/o/${customer.id}/partners`)
    await ruth.getByRole('link', { name: 'Webwerk GmbH' }).first().waitFor()
    await ruth.getByText(t('partners.earlier', { count: 1 })).waitFor()
  })
})
