// A review of access by keyboard alone: more than fifty granted rights of three partners, one key each; then the result as CSV and as a page to print.
import { afterAll, describe, expect, test } from 'vitest'
import { rightsCatalogue } from '../../src/domain/rights/catalogue.ts'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { givenCaller } from '../given-caller.ts'
import { givenOrganisation, givenPerson } from '../given-people.ts'
import { givenActive, givenCustomer, givenPartners } from '../given-requests.ts'
import { openAs } from '../open-page.ts'
import { givenServer } from '../server.ts'

const given = await givenServer()
const { alpweb, petra, webwerk, paul } = await givenPartners(given)
const third = await givenPerson(given, { name: 'Tina', email: 'tina@drittweb.example', password: 'a long enough password of Tina' })
const drittweb = await givenOrganisation(given, { name: 'Drittweb AG', isPartner: true, members: [[third, 'legal_representative']] })
const tina = await givenCaller(given, third)
const browser = await launchBrowser()
afterAll(() => browser.close())

/** No money, no people, nothing that takes along what it needs: each is decided by itself. */
const rights = rightsCatalogue.map(({ id }) => id).filter((id) => id !== 'product.delete')

describe.each(['de', 'en'] as const)('in %s', async (language) => {
  const { t } = textsFor(language)
  const customer = await givenCustomer(given, `Bäckerei ${language}`, `ruth@${language}.example`)
  for (const [partner, as] of [
    [alpweb, petra],
    [webwerk, paul],
    [drittweb, tina],
  ] as const)
    await givenActive(given, { alpweb: partner, petra: as }, customer, rights)
  const page = await openAs(browser, given.url, customer.ruth, `/o/${customer.id}/reviews`, { language })
  const decided = async () =>
    (
      await given.database.owner.query<{ open: number; dropped: number }>(
        `select (count(*) filter (where decision is null))::int as open, (count(*) filter (where decision = 'drop'))::int as dropped from review_item
       where review_id = (select id from review where organisation_id = $1 order by started_at desc limit 1)`,
        [customer.id],
      )
    ).rows[0]

  test('every right is kept or dropped with one key, and the last step carries it out', async () => {
    await page
      .getByRole('button', { name: t('reviews.begin') })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.getByText(t('reviews.keys')).waitFor()
    await expect.poll(() => page.locator('[data-position]').count()).toBeGreaterThanOrEqual(50)
    const items = await page.locator('[data-position]').count()
    await page.keyboard.press('d')
    for (let pressed = 0; pressed < items && ((await decided())?.open ?? 1) > 0; pressed++) await page.keyboard.press('k')
    await expect.poll(decided, { timeout: 20_000 }).toMatchObject({ open: 0 })
    const dropped = (await decided())?.dropped ?? 0
    expect(dropped).toBeGreaterThan(0)
    await page.getByRole('button', { name: t('reviews.close'), exact: true }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
    await dialog.getByRole('button', { name: t('reviews.close'), exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(t('reviews.done')).waitFor()
  })

  test('the result is a file with a row each, and a page to print without its buttons', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: t('reviews.csv') }).press('Enter'),
    ])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
    const address = new URL(page.url())
    const [, , organisation, , review] = address.pathname.split('/')
    const file = (await customer.ruth.download(`/o/${organisation}/reviews/${review}/file?form=excel`)).bytes.toString()
    expect(file.trim().split('\r\n')).toHaveLength(1 + (await page.locator('[data-position]').count()))
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: t('reviews.print') }).isVisible()).toBe(false)
    expect(await page.locator('[data-position]').last().isVisible()).toBe(true)
  })
})
