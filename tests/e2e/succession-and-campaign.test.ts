// A partner sells: the customer is mailed, reads what passes on and until when, and the new partner works. Then it proposes a changed template to its
// customers, in waves, and reads what each of them said. German and English.
import { afterAll, describe, expect, test } from 'vitest'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { answered, asked, givenActive, givenCustomer, givenPartners, noTerms, requestTo } from '../given-requests.ts'
import { openAs } from '../open-page.ts'
import { givenServer } from '../server.ts'

const given = await givenServer()
const { alpweb, webwerk, petra, marc, paul } = await givenPartners(given)
const browser = await launchBrowser()
afterAll(() => browser.close())
const patient = { timeout: 20_000, interval: 100 }
const firms = [
  { id: alpweb, name: 'Alpweb AG', person: petra, colleague: marc },
  { id: webwerk, name: 'Webwerk GmbH', person: paul, colleague: paul },
] as const

/** In German the one sells to the other, in English the other way round: nobody sells twice. */
describe.each(['de', 'en'] as const)('in %s', async (language) => {
  const { t } = textsFor(language)
  const [seller, buyer] = language === 'de' ? firms : ([firms[1], firms[0]] as const)
  const names = { partner: seller.name, successor: buyer.name }
  const open = (who: typeof petra, path: string) => openAs(browser, given.url, who, path, { language })
  type Page = Awaited<ReturnType<typeof open>>
  const bakery = await givenCustomer(given, language === 'de' ? 'Bäckerei Zürcher' : 'Bakery Zurich', `ruth@${language}.example`)
  const rights = ['domain.view', 'domain.manage', 'mail.view', 'mail.content']
  await givenActive(given, { alpweb: seller.id, petra: seller.person }, bakery, rights)
  await bakery.ruth.send('PUT', '/me/language', { language })

  test('the partner names who follows, the other one agrees, and the customer is mailed', async () => {
    const page = await open(seller.person, `/o/${seller.id}/verification`)
    await page.getByRole('button', { name: t('successions.name') }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByLabel(t('partners.find')).fill(buyer.name)
    await dialog.getByRole('button', { name: t('partners.find.choose') }).click()
    await dialog.getByRole('button', { name: t('successions.name'), exact: true }).click()
    await page.getByText(t('successions.role', { role: 'from', other: buyer.name })).waitFor()
    const other = await open(buyer.person, `/o/${buyer.id}/verification`)
    await other.getByRole('button', { name: t('successions.agree') }).click()
    await other
      .getByRole('alertdialog')
      .getByRole('button', { name: t('successions.agree') })
      .click()
    await other.getByText(t('successions.done.agree', { other: seller.name })).waitFor()
    const subjects = async () => (await given.mailbox.list({ to: bakery.email })).map(({ subject }) => subject)
    await expect.poll(subjects, patient).toContain(t('mails.succession-asked.subject', names))
  })

  test('the mail leads to the question: each right stands there with its own end, and the new partner gets exactly these', async () => {
    const mails = await given.mailbox.list({ to: bakery.email })
    const mail = mails.find(({ subject }) => subject === t('mails.succession-asked.subject', names))
    const { text = '' } = (await given.mailbox.read(mail?.id ?? '')) ?? {}
    const page = await open(bakery.ruth, new URL(/https?:\S+\/partners\/\S+/.exec(text)?.[0] ?? '').pathname)
    await page.getByRole('heading', { name: t('successions.question', names) }).waitFor()
    await page.getByRole('button', { name: t('successions.same') }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('heading', { name: t('common.no_end') }).waitFor()
    await dialog.getByRole('heading', { name: /20\d\d/ }).waitFor()
    expect(await dialog.getByRole('listitem').count()).toBe(4)
    await dialog.getByRole('button', { name: t('successions.same') }).click()
    await page.getByText(t('successions.answered', names)).waitFor()
  })

  test('the new partner works: one press from its list into the customer’s Manager', async () => {
    const page = await open(buyer.person, `/o/${buyer.id}/customers`)
    await page.getByRole('link', { name: t('managed-customers.open_manager', { customer: bakery.name }) }).click()
    await page
      .getByRole('region', { name: t('shell.acting.region') })
      .getByText(bakery.name)
      .waitFor()
  })

  const template = { id: '', name: language === 'de' ? 'KMU-Paket' : 'Small firms' }
  const served: { readonly name: string; readonly open: () => Promise<Page> }[] = []
  let campaign: Page

  test('a template that a colleague renames meanwhile is not deleted unseen and keeps both changes, and is proposed in waves: first who gets what, then a press, then how far it has come', async () => {
    const body = { name: template.name, rights: [asked('domain.view'), asked('domain.manage')], terms: noTerms }
    template.id = String((await buyer.person.send('POST', `/o/${buyer.id}/templates`, body)).body['id'])
    for (const name of ['Rossi & Figli SA', 'Müller Söhne AG']) {
      const customer = await givenCustomer(given, `${name} ${language}`, `${name[0]}@${language}.example`)
      const sent = await buyer.person.send(
        'POST',
        `/o/${buyer.id}/requests`,
        requestTo({ email: customer.email }, { templateId: template.id }),
      )
      const { body: done } = await answered(given, customer, String(sent.body['managedCustomerId']), ['domain.view', 'domain.manage'])
      served.push({ name: customer.name, open: () => open(customer.ruth, `/o/${customer.id}/partners/${String(done['partnershipId'])}`) })
    }
    campaign = await open(buyer.person, `/o/${buyer.id}/templates/${template.id}`)
    await campaign.getByRole('checkbox', { name: t('rights.mail.view.name') }).click()
    const [nameBefore, name] = [template.name, `${template.name} 2030`]
    await campaign.getByRole('button', { name: t('templates.delete') }).focus()
    await campaign.keyboard.down('Enter')
    const question = campaign.getByRole('alertdialog')
    const confirm = question.getByRole('button', { name: t('templates.delete') })
    await expect.poll(() => confirm.evaluate((button) => button === document.activeElement)).toBe(true)
    // Whoever keeps the key down, or presses at the very moment at which something else is asked, has not read it.
    await campaign.keyboard.down('Enter')
    await campaign.keyboard.up('Enter')
    await confirm.evaluate((button: HTMLButtonElement) => {
      new MutationObserver(() => button.click()).observe(button, { subtree: true, characterData: true, childList: true })
    })
    await buyer.colleague.send('PUT', `/o/${buyer.id}/templates/${template.id}`, { ...body, name, version: 1, nameBefore })
    await question.getByText(t('templates.delete.renamed', { name })).waitFor()
    await question.getByRole('button', { name: t('templates.delete.all_the_same') }).waitFor()
    await question.getByRole('button', { name: t('ui.cancel') }).click()
    await campaign.getByText(t('tools.changed_by_others')).waitFor()
    expect(await campaign.getByLabel(t('templates.name'), { exact: true }).inputValue()).toBe(name)
    template.name = name
    await campaign.getByRole('button', { name: t('templates.save') }).click()
    await campaign.getByText(t('templates.added', { rights: t('rights.mail.view.name') })).waitFor()
    await campaign.getByRole('heading', { name, level: 1 }).waitFor()
    await campaign.getByRole('button', { name: t('templates.propose', { count: 2 }) }).click()
    await campaign.getByLabel(t('lists.waves.pilot'), { exact: true }).fill('1')
    await campaign.getByLabel(t('lists.waves.pauseHours'), { exact: true }).fill('0')
    await campaign.getByRole('button', { name: t('templates.propose.preview') }).click()
    const send = t('lists.do.send', { count: 2 })
    await campaign.getByText(t('lists.result.will_send')).first().waitFor()
    await campaign.getByRole('button', { name: send }).click()
    await campaign.getByRole('alertdialog').getByRole('button', { name: send }).click()
    await campaign.getByText(t('lists.state.done'), { exact: true }).waitFor()
  })

  test('one customer grants, one declines, and the campaign says who said what', async () => {
    const [yes, no] = [await served[0]?.open(), await served[1]?.open()]
    for (const page of [yes, no]) await page?.getByRole('button', { name: t('partners.request.answer') }).click()
    await yes?.getByRole('button', { name: t('common.grant_all_rights', { count: 1 }) }).click()
    await yes?.getByText(t('partners.request.done.as_asked', { partner: buyer.name })).waitFor()
    await no?.getByRole('button', { name: t('common.decline') }).click()
    await no?.getByText(t('partners.request.done.declined', { partner: buyer.name })).waitFor()
    await campaign.reload()
    const row = (of: number) =>
      campaign
        .getByRole('list', { name: t('lists.rows') })
        .getByRole('listitem')
        .filter({ hasText: served[of]?.name ?? '' })
    await row(0).getByText(t('lists.answer.granted'), { exact: true }).waitFor()
    await row(1).getByText(t('lists.answer.declined'), { exact: true }).waitFor()
    await campaign.getByRole('table', { name: t('lists.answers') }).waitFor()
    await campaign.goto(`${given.url}/o/${buyer.id}/campaigns`)
    await campaign.getByRole('link', { name: t('templates.campaign_of', { name: template.name, version: 2 }) }).waitFor()
  })
})
