// How the web asks the server: addresses, repeats, refusals.
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { addressOf, api } from './api.ts'
import { Problem } from './problem.ts'

const thing = {
  params: z.strictObject({ id: z.string() }),
  body: z.strictObject({ name: z.string() }),
  answer: z.strictObject({ ok: z.boolean() }),
}
const asked: Request[] = []

/** The network, played by a list of answers. */
function givenAnswers(...answers: (Response | Error)[]): void {
  asked.length = 0
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push(new Request(new URL(address, 'https://prokura.example'), init))
    const answer = answers.shift()
    if (answer === undefined || answer instanceof Error) throw answer ?? new TypeError('no more answers')
    return answer
  })
}

afterEach(() => vi.unstubAllGlobals())

test('an address is filled from its parameters, and empty search words are left out', () => {
  expect(
    addressOf('/api/o/{organisation}/x/:id', {
      params: { organisation: 'a b', id: '1' },
      query: { search: '', status: ['active', 'ended'], page: 2 },
    }),
  ).toBe('/api/o/a%20b/x/1?status=active&status=ended&page=2')
})

test('a change that met no server is sent again with the same key', async () => {
  givenAnswers(new TypeError('network'), Response.json({}, { status: 503 }), Response.json({ ok: true }))
  expect(await api.post(thing, '/api/things/{id}', { params: { id: '1' }, body: { name: 'x' } })).toEqual({ ok: true })
  expect(new Set(asked.map((request) => request.headers.get('idempotency-key'))).size).toBe(1)
  expect(asked.map((request) => request.headers.get('x-requested-with'))).toEqual(['prokura', 'prokura', 'prokura'])
})

test('two changes have two keys', async () => {
  givenAnswers(Response.json({ ok: true }), Response.json({ ok: true }))
  await api.post(thing, '/api/things/{id}', { params: { id: '1' }, body: { name: 'x' } })
  await api.post(thing, '/api/things/{id}', { params: { id: '1' }, body: { name: 'x' } })
  expect(new Set(asked.map((request) => request.headers.get('idempotency-key'))).size).toBe(2)
})

test('the same change asked for twice at once, as by a double click, is sent once', async () => {
  givenAnswers(Response.json({ ok: true }))
  const press = () => api.post(thing, '/api/things/{id}', { params: { id: '1' }, body: { name: 'x' } })
  expect(await Promise.all([press(), press()])).toEqual([{ ok: true }, { ok: true }])
  expect(asked).toHaveLength(1)
})

test('a refusal arrives as a problem with its code, fields and request id', async () => {
  givenAnswers(
    Response.json(
      { status: 409, code: 'already_answered', detail: null, errors: [{ pointer: '/name', code: 'invalid_name' }], requestId: 'r1' },
      { status: 409, headers: { 'content-type': 'application/problem+json' } },
    ),
  )
  const refused = await api.post(thing, '/api/things/{id}', { params: { id: '1' }, body: { name: 'x' } }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Problem)
  expect(refused).toMatchObject({
    code: 'already_answered',
    status: 409,
    requestId: 'r1',
    errors: [{ pointer: '/name', code: 'invalid_name' }],
  })
})

test('a broken answer of the server is a problem too', async () => {
  givenAnswers(new Response('<html>', { status: 500 }))
  await expect(api.get({ answer: z.unknown() }, '/api/x', {})).rejects.toMatchObject({ code: 'unavailable', status: 500 })
})
