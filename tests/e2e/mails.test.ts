// Every mail as a mail program shows it, each in another language, width and theme until all combinations were there. To look at them yourself:
// npm run sheets -- --mails
import { afterAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { overhang } from '../screens/gazing.ts'
import { mailFaultsOf } from '../screens/mail-faults.ts'
import { mailLooks, namedMails, openMail } from '../screens/mail-sheets.ts'

const browser = await launchBrowser()
const page = await browser.newPage()
afterAll(() => browser.close())

/** Neighbours differ in everything: 7 and 20 have no divisor in common. */
const lookAt = (position: number) => mailLooks[(position * 7) % mailLooks.length] ?? expect.unreachable()

test('no mail is wider than its window, cuts or breaks a word, is too pale, or has a link that leads nowhere', async () => {
  const looks = new Set(namedMails.map((_, position) => lookAt(position)))
  expect(looks.size).toBe(mailLooks.length)
  const faults: string[] = []
  for (const [position, { name, content }] of namedMails.entries()) {
    const look = lookAt(position)
    await openMail(page, content, look)
    const found = await mailFaultsOf(page, look.language)
    faults.push(...found.map((fault) => `${name} ${look.language} ${look.width} ${look.theme}: ${fault}`))
  }
  expect(faults).toEqual([])
})

test('a name without a place to break is no reason for a mail to be wider than its window', async () => {
  const long = 'Donaudampfschifffahrt'.repeat(4)
  const content = { id: 'partner-renamed', before: long, after: long, organisation: long, url: 'http://127.0.0.1:4280/o/1' } as const
  await openMail(page, content, { language: 'de', theme: 'light', width: 320 })
  expect(await overhang(page)).toBe(0)
})

test('what is wrong with a mail would be noticed', async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.setContent(`<html lang="en"><title>Wrong</title><body style="background:#fff">
    <p style="width:400px">wide</p>
    <p style="width:60px;overflow:hidden;white-space:nowrap">cut off at its end</p>
    <p style="width:60px;overflow-wrap:anywhere">Verantwortlichkeiten</p>
    <p style="color:#ccc">pale</p>
    <span class="button"><a href="/partners" style="display:inline-block;padding:4px;line-height:18px">small</a></span>`)
  const found = await mailFaultsOf(page, 'de')
  expect([...new Set(found.map((fault) => fault.split('\n')[0]))]).toEqual([
    '88 px wider than its window',
    'says it is in en, and is in de-CH',
    'its button is 26 px high',
    'a link that is no address: /partners',
    'cut: cut off at its end',
    'broken within a word: Verantwortlichkeiten',
    'color-contrast: Elements must meet minimum color contrast ratio thresholds',
  ])
})
