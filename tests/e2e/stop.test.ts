// The customer watches and stops: who is inside is shown live, one press closes the door, and the open page says why.
import { afterAll, describe, expect, test } from 'vitest'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { givenCallerOf } from '../given-caller.ts'
import { askedInVain, openAs } from '../open-page.ts'
import { givenServer } from '../server.ts'

const { t } = textsFor('de')
const given = await givenServer({ demo: true })
const browser = await launchBrowser()
afterAll(() => browser.close())

const opened = async (email: string, path = '/go/manager') =>
  openAs(browser, given.url, await givenCallerOf(given, email), path, { language: 'de' })

async function partnershipOf(partner: string): Promise<string> {
  const { rows } = await given.database.owner.query<{ id: string }>(
    `select p.id from partnership p join organisation c on c.id = p.customer_id join organisation a on a.id = p.partner_id
     where c.name = 'Bäckerei Zürcher GmbH' and a.name = $1`,
    [partner],
  )
  return rows[0]?.id ?? ''
}

const partnership = await partnershipOf('Alpweb AG')
const { rows: bakeries } = await given.database.owner.query<{ id: string }>(
  "select id from organisation where name = 'Bäckerei Zürcher GmbH'",
)
const bakery = bakeries[0]?.id ?? ''

const anna = await opened('anna.keller@alpweb.example', '/go/manager')
const ursula = await opened('ursula@baeckerei-zuercher.example', '/go/manager')
const banner = anna.getByRole('region', { name: t('shell.acting.region') })

describe('the customer', () => {
  test('sees who of the partner is inside, while they are', async () => {
    await ursula.goto(`${given.url}/o/${bakery}/partners`)
    await anna.goto(`${given.url}/c/${partnership}`)
    await banner.getByText('Bäckerei Zürcher GmbH').waitFor()
    await ursula.getByText(t('partners.now.inside', { person: 'Anna Keller', partner: 'Alpweb AG' })).waitFor()
    await Promise.all([anna, ursula].map((page) => expect.poll(() => askedInVain(page), { timeout: 20_000 }).toEqual([])))
  })

  test('stops the access by one press, and the open page of the partner says so by itself', async () => {
    await ursula.goto(`${given.url}/o/${bakery}/partners/${partnership}`)
    await ursula.getByRole('button', { name: t('common.stop_access') }).click()
    await anna.getByRole('heading', { name: t('shell.ended.title', { customer: 'Bäckerei Zürcher GmbH' }) }).waitFor()
    await ursula.getByRole('button', { name: t('common.resume_access') }).waitFor()
  })

  test('keeps the door closed: the partner’s next request is refused with the reason', async () => {
    const token = (await anna.context().cookies()).find(({ name }) => name === '__Host-session')?.value
    const response = await fetch(`${given.url}/api/c/${partnership}/products`, { headers: { cookie: `__Host-session=${token}` } })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'access_stopped', because: { code: 'not_suspended_by_customer' } })
  })

  test('opens it again, and reads in the activity what happened, by name', async () => {
    await ursula.getByRole('button', { name: t('common.resume_access') }).click()
    await ursula.getByRole('button', { name: t('common.stop_access') }).waitFor()
    await ursula.goto(`${given.url}/o/${bakery}/activity`)
    await ursula.getByText('Ursula Zürcher (Bäckerei Zürcher GmbH) hat den Zugriff von Alpweb AG ausgesetzt').waitFor()
    await ursula.getByText('Anna Keller (Alpweb AG) hat das Konto betreten').first().waitFor()
  })
})

test('two tabs under two partnerships of one customer never mix', async () => {
  const other = await partnershipOf('Webwerk GmbH')
  const juerg = await opened('juerg.luethi@webwerk.example', `/c/${other}`)
  await juerg
    .getByRole('region', { name: t('shell.acting.region') })
    .getByText('Webwerk GmbH')
    .waitFor()
  await anna.goto(`${given.url}/c/${partnership}`)
  await anna.getByRole('button', { name: t('shell.ended.again') }).click()
  await banner.getByText('Alpweb AG').waitFor()
  await juerg.goto(`${given.url}/c/${partnership}`)
  await juerg.getByRole('heading', { name: t('shell.not_found.title') }).waitFor()
})
