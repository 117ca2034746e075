// A firm becomes a verified partner in two windows: it says who it is and proves its domain, the operator verifies it, and the firm reads it.
import { afterAll, describe, expect, test } from 'vitest'
import { proofText } from '../../src/domain/verification/proof-of-domain.ts'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { givenCaller } from '../given-caller.ts'
import { givenOperators } from '../given-operators.ts'
import { givenOrganisation, givenPerson } from '../given-people.ts'
import { asked, requestTo } from '../given-requests.ts'
import { openAs } from '../open-page.ts'
import { givenServer } from '../server.ts'

/** What the domains of the firms publish in their DNS. */
const texts = new Map<string, string>()
const given = await givenServer({ published: { txt: async (name) => [texts.get(name) ?? ''], file: async () => undefined } })
const { olga } = await givenOperators(given)
const browser = await launchBrowser()
afterAll(() => browser.close())

const firms = {
  de: { name: 'Bergweb AG', number: 'CHE-123.456.788', domain: 'bergweb.example' },
  en: { name: 'Seeblick Informatik AG', number: 'CHE-116.281.710', domain: 'seeblick.example' },
} as const

describe.each(['de', 'en'] as const)('in %s', async (language) => {
  const { t } = textsFor(language)
  const { name, number, domain } = firms[language]
  const petra = await givenPerson(given, {
    name: 'Petra Frei',
    email: `petra@${domain}`,
    language,
    password: 'a long enough password of Petra',
  })
  const firm = await givenOrganisation(given, { name, members: [[petra, 'legal_representative']] })
  const asPetra = await givenCaller(given, petra)
  const ask = async (email: string) =>
    (await asPetra.send('POST', `/o/${firm}/requests`, requestTo({ email }, { rights: [asked('mail.content')] }))).body
  const page = await openAs(browser, given.url, asPetra, `/o/${firm}/verification`, { language })

  test('it says who it is; until it is verified, it may ask for nothing sensitive', async () => {
    await page.getByRole('button', { name: t('verification.apply'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('organisation.register_number')).fill(number)
    await dialog.getByLabel(t('organisation.city')).fill('Olten')
    await dialog.getByLabel(t('verification.domain'), { exact: true }).fill(domain)
    await dialog.getByLabel(t('verification.contact')).fill(`kontakt@${domain}`)
    await dialog.getByRole('button', { name: t('verification.apply.send') }).click()
    await page.getByText(t('verification.meanwhile')).waitFor()
    expect((await ask(`one@${language}.example`))['code']).toBe('partner_not_verified')
  })

  test('it proves its domain, with a text in the DNS', async () => {
    const { rows } = await given.database.owner.query<{ token: string }>(
      'select token from partner_application where organisation_id = $1',
      [firm],
    )
    const text = proofText(rows[0]?.token ?? '')
    await page.getByText(text).first().waitFor()
    texts.set(domain, text)
    await page.getByRole('button', { name: t('verification.proof.look') }).click()
    await page.getByText(t('verification.proof.found_dns')).waitFor()
  })

  test('the operator compares, verifies, and the firm reads what customers see of it', async () => {
    const console = await openAs(browser, given.url, olga, '/operator/applications', { language })
    await console.getByRole('link', { name }).click()
    await console.getByText(number).first().waitFor()
    await console.getByRole('button', { name: t('operator.verify') }).click()
    await console.getByText(t('operator.verified', { name })).waitFor()
    await page.reload()
    await page.getByText(t('verification.verified'), { exact: true }).waitFor()
    await page.getByText(number).first().waitFor()
    expect((await ask(`two@${language}.example`))['state']).toBe('sent')
  })
})
