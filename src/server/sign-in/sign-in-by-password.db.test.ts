import { describe, expect, test } from 'vitest'
import { givenBrowser } from '../../../tests/given-browser.ts'
import { givenPerson } from '../../../tests/given-people.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const password = 'seven ducks cross the road'
await givenPerson(server, { email: 'anna.keller@alpweb.example', password })
await givenPerson(server, { email: 'no.password@alpweb.example' })

const signIn = (email: string, given: string, browser = givenBrowser(server)) =>
  browser.send('POST', '/sign-in/password', { email, password: given })

describe('the right password', () => {
  test('signs in: the person is known from then on', async () => {
    const browser = givenBrowser(server)
    const { status, body } = await signIn('anna.keller@alpweb.example', password, browser)
    expect({ status, body }).toEqual({ status: 200, body: { step: 'signed_in', isNew: false } })
    const me = await browser.get('/me')
    expect(me.body['person']).toMatchObject({
      email: 'anna.keller@alpweb.example',
      strength: 'password',
      hasPassword: true,
      hasSecondFactor: false,
    })
  })

  test('comes in a cookie that only this host gets, over TLS, and no script reads', async () => {
    const { headers } = await signIn('anna.keller@alpweb.example', password)
    expect(headers.get('set-cookie')).toMatch(/^__Host-session=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Expires=.+GMT$/)
  })

  test('of the token only a hash is kept', async () => {
    const browser = givenBrowser(server)
    await signIn('anna.keller@alpweb.example', password, browser)
    const { rows } = await server.database.owner.query(
      "select encode(token_hash, 'base64') || encode(token_hash, 'escape') as kept from session",
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some(({ kept }) => kept.includes(browser.token()))).toBe(false)
  })

  test('the address is the same address in capitals and in full-width letters', async () => {
    for (const email of ['ANNA.Keller@ALPWEB.example', 'anna.keller@ａｌｐｗｅｂ.example', ' anna.keller@alpweb.example '])
      expect((await signIn(email, password)).status).toBe(200)
  })

  test('typed with letters and accents apart it is the same password', async () => {
    await givenPerson(server, { email: 'umlaut@alpweb.example', password: 'sieben kühe überqueren' })
    expect((await signIn('umlaut@alpweb.example', 'sieben ku\u0308he u\u0308berqueren')).status).toBe(200)
  })

  test('signing in again in the same browser ends the session before: its cookie opens nothing', async () => {
    const browser = givenBrowser(server)
    await signIn('anna.keller@alpweb.example', password, browser)
    const before = givenBrowser(server, browser.token())
    await signIn('anna.keller@alpweb.example', password, browser)
    expect((await before.get('/me')).status).toBe(401)
    expect((await browser.get('/me')).status).toBe(200)
  })
})

describe('a wrong one', () => {
  test('is the same answer for a known address, an unknown one and one without a password', async () => {
    const answers = []
    for (const email of ['anna.keller@alpweb.example', 'nobody@alpweb.example', 'no.password@alpweb.example']) {
      const { status, body, headers } = await signIn(email, 'not the password at all')
      const { requestId, ...rest } = body
      answers.push({ status, rest, cookie: headers.get('set-cookie'), names: [...headers.keys()].toSorted() })
      expect(requestId).toBeTypeOf('string')
    }
    expect(answers[0]).toMatchObject({ status: 401, rest: { code: 'wrong_credentials' }, cookie: null })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  test('takes one place on the journal each, so that its numbers do not tell who has an account; only the known are named', async () => {
    const failures = async () =>
      (await server.database.owner.query("select body ->> 'personId' as person from journal where kind = 'person.sign_in_failed'")).rows
    await expect.poll(async () => (await failures()).length, { timeout: 20_000 }).toBe(3)
    expect((await failures()).filter(({ person }) => person === null)).toHaveLength(1)
    const { rows } = await server.database.owner.query(
      "select from journal j join journal_reader r on r.position = j.position where j.kind = 'person.sign_in_failed'",
    )
    expect(rows).toEqual([])
  })

  test('takes as long for an unknown address as for a known one', async () => {
    const rounds = Array.from({ length: 10 }, (_, index) => index)
    for (const round of rounds) await givenPerson(server, { email: `known-${round}@timing.example`, password })
    const tried: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    for (const round of rounds) {
      for (const kind of ['known', 'unknown'] as const) {
        tried[kind].push(await msOf(() => signIn(`${kind}-${round}@timing.example`, 'not the password at all')))
      }
    }
    // The fastest of ten: what others do on this machine only ever adds.
    const [known, unknown] = [Math.min(...tried.known), Math.min(...tried.unknown)]
    expect(unknown).toBeGreaterThan(known / 2)
    expect(unknown).toBeLessThan(known * 2)
  })
})

test('an address that is none, or would become a header, is refused before anything is looked up', async () => {
  for (const email of [
    'anna',
    'anna@',
    'a@b',
    'anna@alpweb.example\r\nBcc: x@y.example',
    '"anna keller"@alpweb.example',
    'anna@alpweb.example,b@c.example',
    'anna @alpweb.example',
  ]) {
    const { status, body } = await signIn(email, password)
    expect({ email, status, code: body['code'] }).toEqual({ email, status: 422, code: 'invalid_input' })
  }
})

test('unknown fields are refused', async () => {
  const { status } = await givenBrowser(server).send('POST', '/sign-in/password', {
    email: 'anna.keller@alpweb.example',
    password,
    admin: true,
  })
  expect(status).toBe(422)
})

test('after ten attempts on one address the answer is 429 and says when to come back; a right password does not help', async () => {
  await givenPerson(server, { email: 'guessed@alpweb.example', password })
  for (let attempt = 0; attempt < 10; attempt++) expect((await signIn('guessed@alpweb.example', 'guess')).status).toBe(401)
  for (const tried of ['guess', password]) {
    const { status, body, headers } = await signIn('guessed@alpweb.example', tried)
    expect({ status, code: body['code'] }).toEqual({ status: 429, code: 'too_many_requests' })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(900)
  }
  expect((await signIn('anna.keller@alpweb.example', password)).status).toBe(200)
})

test('another site cannot sign anybody in', async () => {
  const response = await fetch(`${server.url}/api/sign-in/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    body: JSON.stringify({ email: 'anna.keller@alpweb.example', password }),
  })
  expect(response.status).toBe(403)
  expect(response.headers.get('set-cookie')).toBe(null)
})

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
