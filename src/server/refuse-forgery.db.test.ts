import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { givenCaller } from '../../tests/given-caller.ts'
import { givenPerson } from '../../tests/given-people.ts'
import { givenServer } from '../../tests/server.ts'

const server = await givenServer()
const victim = await givenCaller(server, await givenPerson(server, { name: 'Ursula', email: 'ursula@beck.example' }))

type Sent = { readonly method?: string; readonly path?: string; readonly headers?: Record<string, string>; readonly body?: string }
async function sent({ method = 'PATCH', path = '/me', headers = {}, body = '{"name":"Mallory"}' }: Sent): Promise<number> {
  const response = await fetch(`${server.url}/api${path}`, {
    method,
    headers: { cookie: `__Host-session=${victim.token}`, ...headers },
    body,
  })
  return response.status
}
const nameNow = async () => ((await victim.get('/me')).body['person'] as { name: string }).name
const json = { 'content-type': 'application/json' }
const key = { 'idempotency-key': randomUUID() }

describe('with the cookie of somebody who is signed in', () => {
  const forged: readonly (readonly [string, Sent])[] = [
    ['another origin', { headers: { ...json, ...key, origin: 'https://evil.example' } }],
    ['another site', { headers: { ...json, ...key, 'sec-fetch-site': 'cross-site' } }],
    ['a sister of our site', { headers: { ...json, ...key, 'sec-fetch-site': 'same-site' } }],
    ['a page without an origin', { headers: { ...json, ...key, origin: 'null' } }],
    ['our name under another port', { headers: { ...json, ...key, origin: 'http://127.0.0.1:1' } }],
    ['a text', { headers: { 'content-type': 'text/plain', ...key } }],
    ['a text that begins like JSON', { headers: { 'content-type': 'text/plain; application/json', ...key } }],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded', ...key }, body: 'name=Mallory' }],
    ['a form with parts', { headers: { 'content-type': 'multipart/form-data; boundary=x', ...key } }],
    [
      'another origin with what looks like a key',
      { headers: { ...json, ...key, origin: 'https://evil.example', authorization: 'Bearer x' } },
    ],
    [
      'another method over GET',
      { headers: { ...json, ...key, origin: 'https://evil.example', 'x-http-method-override': 'PATCH' }, method: 'POST' },
    ],
  ]
  test.each(forged)('%s changes nothing', async (_, request) => {
    expect(await sent(request)).toBeGreaterThanOrEqual(400)
    expect(await nameNow()).toBe('Ursula')
  })

  test('a request without a body needs a header that no form can send', async () => {
    const response = await fetch(`${server.url}/api/sign-out-everywhere`, {
      method: 'POST',
      headers: { cookie: `__Host-session=${victim.token}` },
    })
    expect(response.status).toBe(422)
    expect(await nameNow()).toBe('Ursula')
  })

  test('our own pages change it', async () => {
    const { origin } = new URL(server.url)
    expect(await sent({ headers: { ...json, 'idempotency-key': randomUUID(), origin, 'sec-fetch-site': 'same-origin' } })).toBe(200)
    expect(await nameNow()).toBe('Mallory')
  })
})

test('whoever shows a key is who the key says, whatever the cookie beside it', async () => {
  const { status } = await fetch(`${server.url}/api/me`, {
    headers: { cookie: `__Host-session=${victim.token}`, authorization: `Bearer ${'x'.repeat(43)}` },
  })
  expect(status).toBe(401)
})

test('no answer lets another origin read it', async () => {
  for (const method of ['GET', 'OPTIONS']) {
    const { headers } = await fetch(`${server.url}/api/me`, { method, headers: { origin: 'https://evil.example' } })
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
  }
})
