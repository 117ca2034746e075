// Main journeys completed by keyboard alone: each control is reached with the Tab key, shows that it has the focus, and is never under a bar that stays.
// Signing in so is in sign-in.test.ts, a review in review.test.ts.
import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { asked, givenActive, givenCustomer, givenPartners, requestTo, tokenOf } from '../given-requests.ts'
import { openAs } from '../open-page.ts'
import { givenServer } from '../server.ts'

const { t } = textsFor('de')
const given = await givenServer()
const story = await givenPartners(given)
const { alpweb, petra } = story
const bakery = await givenCustomer(given, 'Bäckerei Zürcher', 'ruth@zuercher.example')
const mill = await givenCustomer(given, 'Mühle Stäfa', 'ruth@muehle.example')
const rights = ['domain.view', 'domain.manage', 'mail.view', 'mail.manage']
const garage = await givenCustomer(given, 'Garage Äsch', 'ruth@garage.example')
const { partnershipId } = await givenActive(given, story, bakery, rights)
await givenActive(given, story, garage, rights)
const browser = await launchBrowser()
afterAll(() => browser.close())
const language = 'de'
const mostStops = 150

/** Presses Tab until the control has the focus: it must show it, and be seen. */
async function reach(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let stop = 0; stop < mostStops; stop++) {
    if (await control.evaluate((one) => one === document.activeElement)) return expect.poll(() => control.evaluate(isSeen)).toBe(true)
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not lead to ${String(control)}`)
}

/** Runs in the page. A choice may be marked by what is around it. */
function isSeen(control: Element): boolean {
  const box = control.getBoundingClientRect()
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
  const marked = [control, control.parentElement, control.closest('label')].some((one) => {
    const style = one && getComputedStyle(one)
    return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none')
  })
  return marked && top !== null && (control.contains(top) || top.contains(control))
}

async function press(page: Page, control: Locator): Promise<void> {
  await reach(page, control)
  await page.keyboard.press('Enter')
}

/** On a phone, at the bottom of its window: the bar of what is selected appears there, and the box comes out from under it. */
async function tickWhereTheBarComes(page: Page, box: Locator): Promise<void> {
  const heads = page.locator('.list-head')
  await page.setViewportSize({ width: 320, height: 640 })
  await heads.waitFor({ state: 'detached' })
  const { x = 0, y = 0, height = 0 } = (await box.boundingBox()) ?? {}
  await page.setViewportSize({ width: 320, height: Math.ceil(y + height) + 40 })
  await page.mouse.click(x + height / 2, y + height / 2)
  await page.getByText(t('lists.selected', { count: 1 })).waitFor()
  await expect.poll(() => box.evaluate(isOnTop)).toBe(true)
  await box.click()
  await page.setViewportSize({ width: 1280, height: 900 })
  await heads.waitFor()
}

/** Runs in the page. */
function isOnTop(control: Element): boolean {
  const box = control.getBoundingClientRect()
  return control.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2))
}

/** The level of one family goes from manage to see. */
async function narrow(page: Page): Promise<void> {
  const family = page.getByRole('radiogroup', { name: t('families.mail') })
  await reach(page, family.getByRole('radio', { name: t('rights.level.manage') }))
  await page.keyboard.press('ArrowLeft')
}

test('adding a customer', async () => {
  const page = await openAs(browser, given.url, petra, `/o/${alpweb}/customers`, { language })
  await press(page, page.getByRole('link', { name: t('common.add_customer') }).first())
  await reach(page, page.locator('input[name=recipient]'))
  await page.keyboard.type('info@neu.example')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: t('add-customer.what.title') }).waitFor()
  await press(page, page.getByRole('button', { name: t('common.continue') }))
  await press(page, page.getByRole('button', { name: t('add-customer.send') }))
  await page.waitForURL(/\/customers(\?|$)/)
  await page.context().close()
})

test('answering a request with a right less', async () => {
  const sent = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ email: mill.email }, { rights: rights.map((right) => asked(right)) }),
  )
  const token = await tokenOf(given, String(sent.body['managedCustomerId']))
  const page = await openAs(browser, given.url, mill.ruth, `/r/${token}`, { language, viewport: { width: 390, height: 760 } })
  await narrow(page)
  await press(page, page.getByRole('button', { name: t('common.grant_rights', { granted: 3, requested: 4 }) }))
  await page.getByRole('heading', { name: t('consent.done.different', { partner: 'Alpweb AG' }) }).waitFor()
  await page.context().close()
})

test('entering a customer’s Manager, and leaving it', async () => {
  const page = await openAs(browser, given.url, petra, `/o/${alpweb}/customers`, { language })
  await press(page, page.getByRole('link', { name: t('managed-customers.open_manager', { customer: bakery.name }) }))
  const banner = page.getByRole('region', { name: t('shell.acting.region') })
  await banner.waitFor()
  await press(page, banner.getByRole('button', { name: t('shell.acting.leave') }))
  await banner.waitFor({ state: 'detached' })
  await page.context().close()
})

test('doing something with several customers at once', async () => {
  const page = await openAs(browser, given.url, petra, `/o/${alpweb}/customers?status=active`, { language })
  await page.getByRole('row', { name: /Garage/ }).waitFor()
  await tickWhereTheBarComes(page, page.getByLabel(t('ui.select', { what: garage.name })))
  for (const key of ['k', 'x', 'j', 'x']) await page.keyboard.press(key)
  await page.getByText(t('lists.selected', { count: 2 })).waitFor()
  await press(page, page.getByRole('button', { name: t('lists.with_selected') }))
  const item = page.getByRole('menuitem', { name: t('lists.action.tag') })
  await item.waitFor()
  while (!(await item.evaluate((one) => one === document.activeElement))) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await reach(page, page.locator('input[name=tags]'))
  await page.keyboard.type('Tastatur')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('button', { name: t('lists.do.start', { count: 2 }) }))
  await press(page, page.getByRole('alertdialog').getByRole('button', { name: t('lists.do.start', { count: 2 }) }))
  await page.getByText(t('lists.state.done'), { exact: true }).waitFor()
  await page.context().close()
})

describe('the customer', () => {
  const open = () => openAs(browser, given.url, bakery.ruth, `/o/${bakery.id}/partners/${partnershipId}`, { language })

  test('takes a right away', async () => {
    const page = await open()
    await narrow(page)
    await press(page, page.getByRole('button', { name: t('partners.save.less', { count: 1 }) }))
    await page.getByText(t('conversation.undo.button')).first().waitFor()
    await page.context().close()
  })

  test('stops the access', async () => {
    const page = await open()
    await press(page, page.getByRole('button', { name: t('common.stop_access') }))
    await page.getByRole('button', { name: t('common.resume_access') }).waitFor()
    await page.context().close()
  })
})
