import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { openMailer } from '../../src/server/platform/mail.ts'
import { openMailbox } from '../../src/server/platform/mailbox.ts'
import { mailboxRoutes } from '../../src/server/platform/mailbox-routes.ts'
import { launchBrowser } from '../browser.ts'
import { givenTemporaryDirectory } from '../temporary-directory.ts'

const mailbox = await openMailbox(givenTemporaryDirectory())
const mailer = openMailer({ smtpUrl: mailbox.smtpUrl, from: 'Prokura <no-reply@prokura.example>' })
const app = fastify()
await app.register(mailboxRoutes, { mailbox, onlyLoopback: true })
app.get('/r/abc', async () => 'the answer page')
await app.listen({ host: '127.0.0.1', port: 0 })
const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const browser = await launchBrowser()

afterAll(async () => {
  await browser.close()
  await app.close()
  mailer.close()
  await mailbox.close()
})

test('a message is found by its recipient, read as a mail program shows it, and its link followed', async () => {
  const send = (to: string, subject: string) =>
    mailer.send({
      id: to,
      to,
      subject,
      text: `Grüezi\n\nBitte antworten Sie: ${url}/r/abc`,
      html: `<p style="font-family:sans-serif">Grüezi</p><p><a href="${url}/r/abc">Anfrage ansehen</a></p><script>document.body.textContent='run'</script>`,
      language: 'de',
    })
  await send('buero@zuercher.example', 'Alpweb AG möchte Ihnen helfen')
  await send('info@zuern.example', 'Alpweb AG möchte Ihnen helfen')

  const page = await browser.newPage({ locale: 'de-CH' })
  await page.goto(`${url}/mailbox`)
  await page.getByRole('searchbox', { name: 'Empfänger suchen' }).fill('zuercher')
  await page.keyboard.press('Enter')
  await page.waitForURL(/to=zuercher/)
  await page.getByRole('link', { name: /buero@zuercher\.example/ }).click()
  expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Alpweb AG möchte Ihnen helfen')
  expect(await page.getByRole('link', { name: /@/ }).count()).toBe(1)

  await page.getByRole('link', { name: 'Nur Text' }).click()
  expect(await page.locator('pre').textContent()).toContain('Bitte antworten Sie')
  await page.getByRole('link', { name: 'Ansicht' }).click()
  await page.locator('iframe').waitFor()
  const letter = page.frameLocator('iframe')
  expect(await letter.locator('body').textContent()).toContain('Grüezi')
  await letter.getByRole('link', { name: 'Anfrage ansehen' }).click()
  await page.waitForURL(`${url}/r/abc`)
  expect(await page.textContent('body')).toBe('the answer page')
})
