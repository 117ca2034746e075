import fastify from 'fastify'
import { expect, test } from 'vitest'
import { givenTemporaryDirectory } from '../../../tests/temporary-directory.ts'
import { mailboxRoutes } from './mailbox-routes.ts'
import { openMailboxStore } from './mailbox-store.ts'

const html = '<html><body><p>Grüezi</p><script>alert(1)</script><a href="https://prokura.example/r/abc">Antworten</a></body></html>'
const letter = (to: string, subject: string) =>
  Buffer.from(
    `From: Prokura <no-reply@prokura.example>\r\nTo: ${to}\r\nSubject: ${subject}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`,
  )

async function givenPages({ onlyLoopback = true } = {}) {
  const mailbox = openMailboxStore(givenTemporaryDirectory())
  await mailbox.add(letter('anna@alpweb.example', 'First <b>'), ['anna@alpweb.example'])
  await mailbox.add(letter('luca@alpweb.example', 'Second'), ['luca@alpweb.example'])
  const app = fastify()
  await app.register(mailboxRoutes, { mailbox, onlyLoopback })
  const get = (url: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    app.inject({ url, headers: { host: '127.0.0.1:4280', ...headers }, remoteAddress })
  return { mailbox, get }
}

test('the newest message is first, and foreign words stay words', async () => {
  const { get } = await givenPages()
  const { body } = await get('/mailbox')
  expect(body.indexOf('Second')).toBeLessThan(body.indexOf('First &lt;b&gt;'))
  expect(body).not.toMatch(/style=|<script|<b>/)
})

test('a recipient is found', async () => {
  const { get } = await givenPages()
  const { body } = await get('/mailbox?to=luca')
  expect(body).toContain('Second')
  expect(body).not.toContain('First')
})

test('a message is shown in a sandbox where nothing runs and nothing is loaded', async () => {
  const { get, mailbox } = await givenPages()
  const [message] = await mailbox.list()
  const page = await get(`/mailbox/messages/${message?.id}`)
  expect(page.body).toMatch(/<iframe [^>]*sandbox="allow-popups/)
  const { headers } = await get(`/mailbox/messages/${message?.id}/html`)
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  expect(headers['content-security-policy']).not.toMatch(/script-src|allow-scripts/)
})

test('the page speaks the reader’s language', async () => {
  const { get } = await givenPages()
  expect((await get('/mailbox', { 'accept-language': 'it-CH,de;q=0.8' })).body).toContain('Posta in arrivo')
})

test('somebody who comes from outside finds no mailbox', async () => {
  const { get } = await givenPages()
  for (const host of ['prokura.example', '192.168.1.5:4280', '127.0.0.1.evil.example'])
    expect((await get('/mailbox', { host })).statusCode).toBe(404)
  const open = await givenPages({ onlyLoopback: false })
  expect((await open.get('/mailbox', { host: '192.168.1.5:4280' })).statusCode).toBe(200)
})

test('nor does somebody who says to be here', async () => {
  const { get } = await givenPages()
  expect((await get('/mailbox', { host: 'localhost' }, '203.0.113.7')).statusCode).toBe(404)
  expect((await get('/mailbox', { 'x-forwarded-for': '203.0.113.7' })).statusCode).toBe(404)
  expect((await get('/mailbox', { via: '1.1 proxy' })).statusCode).toBe(404)
  for (const here of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect((await get('/mailbox', {}, here)).statusCode).toBe(200)
})

test('a message that does not exist leads back to the list', async () => {
  const { get } = await givenPages()
  expect((await get('/mailbox/messages/..%2f..%2fsecret-key')).headers.location).toBe('/mailbox')
})
