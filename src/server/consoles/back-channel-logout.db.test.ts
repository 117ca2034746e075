// Consoles hear at once that a session or a visit is over, and hear it again until they listened.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, expect, test, vi } from 'vitest'
import { givenCaller } from '../../../tests/given-caller.ts'
import { givenConsole } from '../../../tests/given-console.ts'
import { givenProducts } from '../../../tests/given-products.ts'
import { machineWaits } from '../../../tests/machine-waits.ts'
import { givenServer } from '../../../tests/server.ts'
import { forgetOldSignIns } from '../identity/forget-store.ts'
import { tellOfSessionsThatRanOut } from './back-channel-logout.ts'
import { removeConsole } from './console-store.ts'

const server = await givenServer()
const { partners, acting } = await givenProducts(server)
const { petra, people } = partners

const heard: { readonly at: number; readonly form: URLSearchParams }[] = []
let status = 200
const listener = createServer((request, response) => {
  void bodyOf(request).then((body) => {
    heard.push({ at: performance.now(), form: new URLSearchParams(body) })
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
  })
})
await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
afterAll(() => void listener.close())
const backChannelLogoutUri = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/logout`
const zones = await givenConsole(server, { backChannelLogoutUri })
const keys = createRemoteJWKSet(new URL(`${server.config.publicUrl}/oidc/jwks`))

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

const told = async (count: number) => {
  await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(count), { timeout: 20_000, interval: 10 })
  const verified = heard.map(({ form }) =>
    jwtVerify(form.get('logout_token') ?? '', keys, { issuer: server.config.publicUrl, audience: zones.clientId, typ: 'logout+jwt' }),
  )
  return (await Promise.all(verified)).map(({ payload }) => payload)
}
const forget = () => heard.splice(0)

async function behindTheJournal(change: string): Promise<void> {
  const one = await server.database.owner.connect()
  await one.query(`begin; set local session_replication_role = replica; ${change}; commit`)
  one.release()
}

test('when the session ends: at once, by its name at this console', async () => {
  const browser = await givenCaller(server, people.anna)
  const claims = (await zones.signIn(browser.token)).claims()
  const waited = machineWaits()
  const before = performance.now()
  await browser.send('POST', '/sign-out')
  const [token] = await told(1)
  expect((heard[0]?.at ?? 0) - before - waited()).toBeLessThan(2_000)
  expect(token).toMatchObject({
    sub: people.anna,
    sid: claims?.['sid'],
    jti: expect.any(String),
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  })
  expect(token).not.toHaveProperty('nonce')
  expect(token).not.toHaveProperty('visit')
  forget()
})

test('when a visit ends for which it holds tokens: by the visit', async () => {
  const { body } = await petra.send('POST', `${acting}/visit`, {})
  const visit = String(body['id'])
  const signedIn = await zones.signIn(petra.token)
  await zones.exchange(signedIn.access_token, { visit })
  await petra.send('DELETE', `${acting}/visit`)
  expect(await told(1)).toMatchObject([{ sub: people.petra, sid: signedIn.claims()?.['sid'], visit }])
  forget()
})

test('not of a visit for which it has none, and not after it was removed', async () => {
  await petra.send('POST', `${acting}/visit`, {})
  const gone = await givenConsole(server, { backChannelLogoutUri: `${backChannelLogoutUri}/gone` })
  const browser = await givenCaller(server, people.luca)
  await zones.signIn(browser.token)
  await gone.signIn(browser.token)
  await removeConsole(server.database.system, gone.clientId)
  await petra.send('DELETE', `${acting}/visit`)
  await browser.send('POST', '/sign-out')
  const tokens = await told(1)
  await vi.waitFor(
    async () => expect((await server.database.owner.query('select from job where done_at is null and run_at < now()')).rowCount).toBe(0),
    { timeout: 20_000 },
  )
  expect(tokens.map(({ sub }) => sub)).toEqual([people.luca])
  expect(heard).toHaveLength(1)
  forget()
})

test('when the session ran out by the clock, once', async () => {
  const browser = await givenCaller(server, people.luca)
  const claims = (await zones.signIn(browser.token)).claims()
  await server.database.owner.query("update session set seen_at = now() - interval '13 hours' where person_id = $1", [people.luca])
  await Promise.all([tellOfSessionsThatRanOut(server.server.house), tellOfSessionsThatRanOut(server.server.house)])
  expect(await told(1)).toMatchObject([{ sub: people.luca, sid: claims?.['sid'] }])
  forget()
})

test('what it knew of a session is forgotten with the session', async () => {
  const browser = await givenCaller(server, people.luca)
  const sid = (await zones.signIn(browser.token)).claims()?.['sid'] as string
  const known = async () => (await server.database.owner.query('select from console_session where sid = $1', [sid])).rowCount
  expect(await known()).toBe(1)
  await browser.send('POST', '/sign-out')
  await told(1)
  await behindTheJournal("update session set ended_at = now() - interval '91 days' where ended_at is not null")
  await forgetOldSignIns(server.database.signIn)
  expect(await known()).toBe(0)
  forget()
})

test('once more, if it did not listen; and nobody is followed elsewhere', async () => {
  for (const refusing of [500, 302]) {
    status = refusing
    const browser = await givenCaller(server, people.marc)
    await zones.signIn(browser.token)
    await browser.send('POST', '/sign-out')
    await told(1)
    status = 200
    await vi.waitFor(
      async () => {
        const { rowCount } = await server.database.owner.query(
          "update job set run_at = now() where kind = 'log-out-at-console' and done_at is null and last_error is not null and locked_until is null",
        )
        expect(rowCount).toBe(1)
      },
      { timeout: 20_000 },
    )
    expect((await told(2)).map(({ sub }) => sub)).toEqual([people.marc, people.marc])
    forget()
  }
})
