// After everything that hands out secrets was used: none of them stands in the database, in the log, or in a file beside the mail itself.
import fs from 'node:fs'
import { Secret, TOTP } from 'otpauth'
import { afterAll, expect, test, vi } from 'vitest'
import { addPasskey, givenAuthenticator, signInByPasskey } from './given-authenticator.ts'
import { givenBrowser } from './given-browser.ts'
import { givenCaller } from './given-caller.ts'
import { codeSentTo, givenOrganisation, givenPerson, mailTo } from './given-people.ts'
import { givenProducts } from './given-products.ts'
import { requestTo } from './given-requests.ts'
import { givenServer } from './server.ts'

const logged: string[] = []
const { write } = fs
/** The log goes to the standard error by its number. */
vi.spyOn(fs, 'write').mockImplementation(((fd: number, data: string, ...rest: unknown[]) => {
  if (fd !== 2) return (write as (...all: unknown[]) => void)(fd, data, ...rest)
  logged.push(String(data))
  const done = rest.at(-1) as (failure: null, written: number) => void
  setImmediate(() => done(null, Buffer.byteLength(data)))
}) as typeof fs.write)
afterAll(() => void vi.restoreAllMocks())
const server = await givenServer({ set: { LOG_LEVEL: 'trace' } })
const password = 'seven ducks cross the road'
const mailboxPassword = 'nine geese swim across the lake'
const secrets = new Map<string, string>()

const tokenIn = (text: string, path: string) => new RegExp(`/${path}/([A-Za-z0-9_-]{43})`).exec(text)?.[1] ?? ''

test('links of requests are used: opened, passed on, declined', async () => {
  const { partners, beck } = await givenProducts(server)
  await partners.petra.send('POST', `/o/${partners.alpweb}/requests`, requestTo({ email: 'info@neu.example' }))
  const token = tokenIn((await mailTo(server, 'info@neu.example')).text, 'r')
  secrets.set('the link of a request', token)
  const browser = givenBrowser(server)
  expect((await browser.get(`/requests/${token}`)).status).toBe(200)
  await browser.send('POST', `/requests/${token}/code`, { address: 1, language: 'en' })
  const code = await codeSentTo(server, 'info@neu.example', 2)
  const verified = await browser.send('POST', `/requests/${token}/verify`, { address: 1, code, name: 'Neu', language: 'en' })
  expect(verified.body['next']).toBe('consent')
  secrets.set('a session begun by a code', browser.token() ?? '')
  expect((await browser.send('POST', `/requests/${token}/pass-on`, { email: 'chefin@neu.example' })).status).toBe(200)
  await mailTo(server, 'chefin@neu.example')
  expect((await browser.send('POST', `/requests/${token}/report`, { reason: 'I do not know them' })).status).toBe(200)
  expect((await browser.send('POST', `/requests/${token}/decline`, { organisationId: null })).status).toBe(200)
  secrets.set('the session of a partner', partners.petra.token)
  expect(beck.ruth.token).not.toBe('')
})

test('a member is invited and accepts', async () => {
  const petra = await givenPerson(server, { email: 'p@firma.example', password })
  const firma = await givenOrganisation(server, { name: 'Firma AG', members: [[petra, 'legal_representative']] })
  const caller = await givenCaller(server, petra)
  const body = { email: 'neue@firma.example', role: 'collaborator', language: 'en' }
  expect((await caller.send('POST', `/o/${firma}/member-invitations`, body)).status).toBe(200)
  const token = tokenIn((await mailTo(server, 'neue@firma.example')).text, 'join')
  secrets.set('the link of an invitation', token)
  const neue = await givenCaller(server, await givenPerson(server, { email: 'neue@firma.example' }))
  expect((await neue.get(`/member-invitations/${token}`)).status).toBe(200)
  expect((await neue.send('POST', `/member-invitations/${token}/accept`)).status).toBe(200)
})

test('somebody signs in by password, sets up a second factor, and changes a mailbox', async () => {
  const email = 'two@firma.example'
  await givenPerson(server, { email, password })
  const browser = givenBrowser(server)
  expect((await browser.send('POST', '/sign-in/password', { email, password })).status).toBe(200)
  const { body } = await browser.send('POST', '/account/second-factor')
  const secret = String(body['secret'])
  secrets.set('the secret of an authenticator', secret)
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  const confirmed = await browser.send('POST', '/account/second-factor/confirm', { code })
  const [recovery = ''] = confirmed.body['recoveryCodes'] as string[]
  secrets.set('a recovery code', recovery)
  secrets.set('a session with two factors', browser.token() ?? '')
  const again = givenBrowser(server)
  const first = await again.send('POST', '/sign-in/password', { email, password })
  secrets.set('what stands for the first factor', String(first.body['continuation']))
  expect((await again.send('POST', '/sign-in/second-factor', { continuation: first.body['continuation'], code: recovery })).status).toBe(
    200,
  )
  expect((await again.send('PUT', '/account/password', { password: mailboxPassword })).status).toBe(200)
})

test('somebody signs in by passkey', async () => {
  const browser = givenBrowser(server, (await givenCaller(server, await givenPerson(server, { email: 'key@firma.example' }))).token)
  const authenticator = givenAuthenticator(server.url)
  const { body } = await addPasskey(browser, authenticator)
  secrets.set('a recovery code that came with a passkey', (body['recoveryCodes'] as string[])[0] ?? '')
  const unanswered = await givenBrowser(server).send('POST', '/sign-in/passkey/begin')
  secrets.set('a challenge', String(unanswered.body['challenge']))
  const again = givenBrowser(server)
  expect((await signInByPasskey(again, authenticator)).status).toBe(200)
  secrets.set('a session begun by a passkey', again.token() ?? '')
})

test('and nothing of it stands anywhere', async () => {
  secrets.set('a password', password)
  secrets.set('a new password', mailboxPassword)
  expect([...secrets.values()].every((secret) => secret.length >= 14)).toBe(true)
  const { owner } = server.database
  const tables = await owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const found: string[] = []
  for (const { name } of tables.rows) {
    for (const [what, secret] of secrets) {
      const { rowCount } = await owner.query(`select 1 from ${name} kept where kept::text like $1 limit 1`, [`%${secret}%`])
      if (rowCount !== 0) found.push(`${what} in ${name}`)
    }
  }
  expect(logged.join('')).toContain('/api/requests/…/decline')
  for (const [what, secret] of secrets) if (logged.some((line) => line.includes(secret))) found.push(`${what} in the log`)
  expect(found).toEqual([])
})

test('what was done is forgotten in the jobs: mails and people’s words are not kept there', async () => {
  await expect
    .poll(async () => (await server.database.owner.query('select from job where done_at is null and run_at < now()')).rowCount, {
      timeout: 20_000,
    })
    .toBe(0)
  const { rows } = await server.database.owner.query("select kind, payload from job where done_at is not null and payload <> '{}'")
  expect(rows).toEqual([])
})
