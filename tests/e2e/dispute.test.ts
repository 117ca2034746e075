// A dispute in three windows: the customer's stops the access at once, both sides say how they see it, the operator decides, and both read it.
import { afterAll, describe, test } from 'vitest'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { givenOperators } from '../given-operators.ts'
import { givenActive, givenCustomer, givenPartners } from '../given-requests.ts'
import { openAs } from '../open-page.ts'
import { givenServer } from '../server.ts'

const given = await givenServer()
const story = await givenPartners(given)
const { alpweb, petra } = story
const { olga } = await givenOperators(given)
const browser = await launchBrowser()
afterAll(() => browser.close())

describe.each(['de', 'en'] as const)('in %s', async (language) => {
  const { t } = textsFor(language)
  const name = language === 'de' ? 'Bäckerei Zürcher' : 'Bakery Zurich'
  const customer = await givenCustomer(given, name, `ruth@${language}.example`)
  const { id, partnershipId } = await givenActive(given, story, customer)
  const open = (who: typeof petra, path: string) => openAs(browser, given.url, who, path, { language })
  const said = { ruth: `Nobody asked for it (${language})`, petra: `We were asked by phone (${language})`, olga: `Agreed (${language})` }
  let ruth: Awaited<ReturnType<typeof open>>
  let partner: Awaited<ReturnType<typeof open>>

  test('while the partner is inside, the customer disputes what it did: the open page of the partner closes', async () => {
    partner = await open(petra, `/c/${partnershipId}`)
    await partner.getByRole('region', { name: t('shell.acting.region') }).waitFor()
    ruth = await open(customer.ruth, `/o/${customer.id}/partners/${partnershipId}`)
    await ruth.getByRole('button', { name: t('cases.dispute'), exact: true }).click()
    const dialog = ruth.getByRole('dialog')
    await dialog.getByLabel(t('cases.dispute.reason')).fill(said.ruth)
    await dialog.getByRole('checkbox').first().check({ force: true })
    await dialog.getByRole('button', { name: t('cases.dispute.send') }).click()
    await ruth.getByRole('heading', { name: `${t('cases.kind.dispute')}: Alpweb AG` }).waitFor()
    await partner.getByRole('heading', { name: t('shell.ended.title', { customer: name }) }).waitFor()
    await partner.getByText(t('shell.ended.suspended_by_operator')).waitFor()
  })

  test('both sides find the case and say their view, once', async () => {
    await ruth.getByText('Petra (Alpweb AG)').first().waitFor()
    await ruth.getByLabel(t('cases.view.text')).fill(said.ruth)
    await ruth.getByRole('button', { name: t('cases.view.send') }).click()
    await ruth.getByText(t('cases.view.done')).waitFor()
    await partner.goto(`${given.url}/o/${alpweb}/customers/${id}`)
    await partner.getByRole('link', { name: t('cases.open_case.show') }).click()
    await partner.getByLabel(t('cases.view.text')).fill(said.petra)
    await partner.getByRole('button', { name: t('cases.view.send') }).click()
    await partner.getByText(t('cases.view.done')).waitFor()
    await partner.getByRole('button', { name: t('cases.view.send') }).waitFor({ state: 'detached' })
  })

  test('the operator reads both, decides with reasons, and both read the outcome where they look', async () => {
    const operator = await open(olga, '/operator/cases')
    await operator
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('link')
      .click()
    for (const view of [said.ruth, said.petra]) await operator.getByText(view).first().waitFor()
    await operator.getByRole('radio', { name: t('cases.outcome.resumed') }).check({ force: true })
    await operator.getByLabel(t('cases.decide.text')).fill(said.olga)
    await operator.getByRole('button', { name: t('cases.decide.send') }).click()
    await operator.getByText(t('cases.decide.done')).waitFor()
    await ruth.goto(`${given.url}/o/${customer.id}/partners/${partnershipId}`)
    await partner.goto(`${given.url}/o/${alpweb}/customers/${id}`)
    for (const page of [ruth, partner]) {
      await page.getByText(t('cases.outcome.resumed')).first().waitFor()
      await page.getByRole('link', { name: t('cases.open_case.show') }).click()
      await page.getByText(said.olga).waitFor()
    }
    await partner.goto(`${given.url}/c/${partnershipId}`)
    await partner.getByRole('button', { name: t('shell.ended.again') }).click()
    await partner.getByRole('region', { name: t('shell.acting.region') }).waitFor()
  })
})
