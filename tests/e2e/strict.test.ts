// Strict with two signatures: a request with the code that is demanded, signed by two, and a partner that says why it enters.
import { afterAll, describe, expect, test } from 'vitest'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { givenCaller } from '../given-caller.ts'
import { givenOrganisation, givenPerson } from '../given-people.ts'
import { givenPartners } from '../given-requests.ts'
import { openAs } from '../open-page.ts'
import { givenServer } from '../server.ts'

const given = await givenServer()
const { alpweb, petra } = await givenPartners(given)
const browser = await launchBrowser()
afterAll(() => browser.close())

async function givenTwo(language: string, name: string) {
  const [ruth, beat] = await Promise.all(
    ['Ruth', 'Beat'].map((first) => givenPerson(given, { name: `${first} ${name}`, email: `${first}@${language}.example` })),
  )
  if (!ruth || !beat) throw new Error('two people were given')
  const id = await givenOrganisation(given, {
    name,
    members: [
      [ruth, 'legal_representative'],
      [beat, 'legal_representative'],
    ],
  })
  const { rows } = await given.database.owner.query<{ number: string }>('select number from organisation where id = $1', [id])
  return { id, name, number: rows[0]?.number ?? '', ruth: await givenCaller(given, ruth), beat: await givenCaller(given, beat) }
}

describe.each(['de', 'en'] as const)('in %s', async (language) => {
  const { t } = textsFor(language)
  const customer = await givenTwo(language, language === 'de' ? 'Bäckerei Zürcher' : 'Bakery Zurich')
  const open = (who: typeof petra, path: string) => openAs(browser, given.url, who, path, { language })
  const own = `/o/${customer.id}`
  let ruth: Awaited<ReturnType<typeof open>>
  let beat: Awaited<ReturnType<typeof open>>
  let code = ''

  test('one choice makes new partnerships strict; one of its parts is taken out again, and two shall sign', async () => {
    ruth = await open(customer.ruth, `${own}/settings`)
    const card = ruth.getByRole('region', { name: t('strictness.new'), exact: true })
    await card.getByRole('radio', { name: t('strictness.strict') }).click()
    code =
      (await card
        .getByRole('region', { name: t('strictness.code') })
        .getByText(/^\d{4} \d{4}$/)
        .textContent()) ?? ''
    await card.getByText(t('strictness.details')).click()
    await card.getByRole('switch', { name: t('strictness.part.namedPeopleOnly') }).click()
    await card.getByText(t('strictness.changes', { level: t('strictness.strict'), count: 1 })).waitFor()
    await ruth.getByRole('switch', { name: new RegExp(`^${t('signatures.rule.two')}`) }).click()
    await ruth.getByText(t('signatures.rule.saved'), { exact: true }).first().waitFor()
  })

  test('the partner asks by number; with a wrong code nobody hears of it, and it sends again with the one it has from the customer', async () => {
    const partner = await open(petra, `/o/${alpweb}/customers/new`)
    await partner.getByRole('radio', { name: t('common.customer_number') }).check({ force: true })
    await partner.getByLabel(t('common.customer_number'), { exact: true }).and(partner.getByRole('textbox')).fill(customer.number)
    await partner.getByText(t('add-customer.request_code.have')).click()
    await partner.getByLabel(t('strictness.code'), { exact: true }).fill('0000 0001')
    await partner.getByRole('button', { name: t('common.continue') }).click()
    await partner.getByRole('radio', { name: new RegExp(`^${t('presets.read_only')}`) }).check({ force: true })
    await partner.getByRole('button', { name: t('common.continue') }).click()
    await partner.getByText('0000 0001').waitFor()
    await partner.getByRole('button', { name: t('add-customer.send') }).click()
    const row = partner.getByRole('row', { name: new RegExp(customer.number) })
    await row.getByRole('button').last().click()
    await partner.getByRole('menuitem', { name: t('requests.menu.resend') }).click()
    const dialog = partner.getByRole('alertdialog')
    await dialog.getByText(t('add-customer.request_code.have')).click()
    await dialog.getByLabel(t('strictness.code'), { exact: true }).fill(code)
    await dialog.getByRole('button', { name: t('requests.resend.confirm') }).click()
    await dialog.waitFor({ state: 'hidden' })
  })

  test('the first one signs: nothing is granted yet', async () => {
    await ruth.goto(`${given.url}${own}/partners`)
    await ruth.getByRole('link', { name: t('partners.waiting.view') }).click()
    await ruth.getByRole('button', { name: t('common.grant_all_rights', { count: 8 }) }).click()
    await ruth.getByText(t('problems.second_signature_asked')).first().waitFor()
  })

  test('the second one finds it among what waits, sees on what, and signs', async () => {
    beat = await open(customer.beat, `${own}/partners`)
    await beat.getByText(t('signatures.act.answer', { partner: 'Alpweb AG' })).waitFor()
    await beat.getByRole('link', { name: t('signatures.see') }).click()
    const content = beat.getByRole('region', { name: t('signatures.content') })
    await content.getByText(t('rights.mail.view')).waitFor()
    await content.getByText(t('common.no_end')).waitFor()
    await beat.getByRole('button', { name: t('signatures.sign') }).click()
    await beat.getByText(t('signatures.signed')).waitFor()
  })

  test('whoever enters for the partner is asked why, and the customer reads it', async () => {
    const { rows } = await given.database.owner.query<{ id: string }>('select id from partnership where customer_id = $1', [customer.id])
    const partnership = rows[0]?.id ?? ''
    const partner = await open(petra, `/c/${partnership}`)
    await partner.getByRole('heading', { name: t('shell.reason.title', { customer: customer.name }) }).waitFor()
    await partner.getByLabel(t('shell.reason.label')).fill('Ticket 4711')
    await partner.getByRole('button', { name: t('shell.reason.enter') }).click()
    await partner.getByRole('region', { name: t('shell.acting.region') }).waitFor()
    await beat.goto(`${given.url}${own}/partners/${partnership}`)
    await beat.getByText('Ticket 4711').first().waitFor()
    await expect.poll(() => beat.getByText(t('partners.now.inside', { person: 'Petra', partner: 'Alpweb AG' })).count()).toBe(1)
  })
})
