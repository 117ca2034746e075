// Every mail as a mail program shows it, each in another language, width and theme until all combinations were there. To look at them yourself:
// npm run sheets -- --mails
import { afterAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { differenceFrom, kept } from '../screens/fingerprint.ts'
import { overhang } from '../screens/gazing.ts'
import { mailFaultsOf } from '../screens/mail-faults.ts'
import { howToAccept, mailAlbum, phone, photo, photosOfMails, pictureLooks, seenIn } from '../screens/mail-pictures.ts'
import { mailHtml, mailLooks, namedMails, openMail } from '../screens/mail-sheets.ts'

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

test('each kind of mail looks as somebody agreed to, each in another language and theme until all were there', async () => {
  const kinds = namedMails.filter(({ name, content }) => name === content.id)
  const views = kinds.map((mail, position) => ({
    ...mail,
    look: pictureLooks[(position * 7) % pictureLooks.length] ?? expect.unreachable(),
  }))
  expect(new Set(views.map(({ look }) => look)).size).toBe(pictureLooks.length)
  expect(await mailAlbum.changed(photosOfMails(browser, views)), howToAccept).toEqual([])
})

test('somebody agreed to every mail that exists, in every language and theme, and to no other', () => {
  const looks = Object.entries(mailAlbum.read()).map(([name, pictures]) => [name, Object.keys(pictures)])
  expect(looks, howToAccept).toEqual(namedMails.map(({ name }) => [name, mailAlbum.looks]))
})

test('what looks otherwise would be noticed, and where', async () => {
  const content = namedMails.find(({ name }) => name === 'answer-different')?.content ?? expect.unreachable()
  const html = mailHtml(content, 'de')
  const window = await browser.newPage({ viewport: phone })
  const before = kept(seenIn(await photo(window, html, 'light')))
  const after = async (from: string | RegExp, to: string) =>
    differenceFrom(before, seenIn(await photo(window, html.replaceAll(new RegExp(from, 'gs'), to), 'light')))
  expect(await after('Erteilte Rechte', 'Erteilte Rechte')).toBeUndefined()
  expect(await after('<table[^>]*><tr><td class="button".*?</table>', '')).toMatch(
    /^\d+ px shorter, another look \d+ to \d+ px from the top/,
  )
  expect(await after('border-radius:6px"><a href="[^"]*" style="', '$&margin-left:6px;')).toMatch(/^another look/)
  expect(await after('#1253d2', '#1a5fb0')).toMatch(/^another look/)
  expect(await after('Postfächer verwalten', 'Postfächer und Weiterleitungen verwalten')).toBeDefined()
  await window.close()
})
