// A list of sixty customers in the browser: pasted, its columns corrected, checked, sent, watched, and its result taken along. German and English.
import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/language.ts'
import { textsFor } from '../../src/locales/server-texts.ts'
import { demoSignIns } from '../../src/server/demo/seed.ts'
import { launchBrowser } from '../browser.ts'
import { givenServer } from '../server.ts'

const given = await givenServer({ demo: true })
const browser = await launchBrowser()
afterAll(() => browser.close())
const password = demoSignIns(given.config)[0]?.password ?? ''
const faults: string[] = []

async function signedIn(language: Language): Promise<Page> {
  const { t } = textsFor(language)
  const context: BrowserContext = await browser.newContext({
    ...{ locale: language === 'de' ? 'de-CH' : 'en-GB', viewport: { width: 1280, height: 860 }, acceptDownloads: true },
  })
  context.setDefaultTimeout(40_000)
  context.on('weberror', (error) => faults.push(String(error.error())))
  const page = await context.newPage()
  await page.goto(`${given.url}/go/managed-customers`)
  await page.getByLabel(t('common.email')).fill('petra.frei@alpweb.example')
  await page.keyboard.press('Enter')
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/o\//)
  return page
}

const sheetOf = (language: Language) =>
  [
    'Betrieb\tKontakt\tNr',
    ...Array.from({ length: 58 }, (_, at) => `Betrieb ${at} Söhne\tinfo@${language}-${at}.example\tR-${at}`),
    `Doppelt\tinfo@${language}-0.example\t`,
    'Ohne Adresse\tkeine\t',
  ].join('\n')

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').first().focus()
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

describe.each(['de', 'en'] as const)('in %s', (language) => {
  const { t } = textsFor(language)
  let page: Page

  test('sixty rows are pasted, and what was not understood of the columns is corrected', async () => {
    page = await signedIn(language)
    await page.evaluate(
      (chosen) =>
        fetch('/api/me/language', {
          method: 'PUT',
          headers: { 'content-type': 'application/json', 'x-requested-with': 'prokura', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify({ language: chosen }),
        }),
      language,
    )
    await page.reload()
    await page.getByRole('link', { name: t('common.add_customer') }).click()
    await page.getByRole('link', { name: t('lists.add.many') }).click()
    await page.getByRole('heading', { name: t('lists.add.rows.title') }).waitFor()
    await page.getByLabel(t('lists.add.paste')).waitFor()
    await paste(page, sheetOf(language))
    await page.getByText(t('lists.add.found', { count: 61 })).waitFor()
    await page.getByText('Betrieb · Betrieb 0 Söhne').waitFor()
  })

  test('an own header is no column we know: whoever says what it holds is understood', async () => {
    await page.getByRole('button', { name: t('lists.add.replace') }).click()
    await paste(page, sheetOf(language).replace('Betrieb\tKontakt\tNr', 'Firma\tE-Mail\tNr'))
    await page.getByText(t('lists.add.found', { count: 60 })).waitFor()
    await page.getByRole('combobox', { name: t('lists.add.column_is', { column: 'Nr' }) }).click()
    await page.getByRole('option', { name: t('exports.column.your_reference'), exact: true }).click()
    await page.getByRole('button', { name: t('common.continue') }).click()
  })

  test('the check says of every row what would become of it', async () => {
    await page.getByRole('button', { name: t('lists.add.check', { count: 60 }) }).click()
    await page.getByText(t('lists.because.double', { row: 1 })).waitFor()
    await page.getByText(t('lists.wrong.email', { value: 'keine' })).waitFor()
    await page.getByRole('button', { name: t('lists.do.send', { count: 58 }) }).waitFor()
  })

  test('with one confirmation it goes out; the page follows, and the result comes as a file', async () => {
    await page.getByRole('button', { name: t('lists.do.send', { count: 58 }) }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: t('lists.do.send', { count: 58 }) })
      .click()
    await page.getByText(t('lists.state.done'), { exact: true }).waitFor()
    await page.getByRole('button', { name: t('lists.result_file') }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: t('exports.menu.machine') }).click(),
    ])
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(lines).toHaveLength(61)
    expect(lines.filter((line) => line.includes(',sent,'))).toHaveLength(58)
    expect(faults).toEqual([])
  })
})
