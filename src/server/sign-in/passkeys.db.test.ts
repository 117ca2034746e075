import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addPasskey, givenAuthenticator, type Lies, proveByPasskey, signInByPasskey } from '../../../tests/given-authenticator.ts'
import { type Browser, givenBrowser } from '../../../tests/given-browser.ts'
import { givenCaller } from '../../../tests/given-caller.ts'
import { codeSentTo, givenOrganisation, givenPerson } from '../../../tests/given-people.ts'
import { givenServer } from '../../../tests/server.ts'
import { forgetOldSignIns } from '../identity/forget-store.ts'
import type { PasskeyAnswer, PasskeyRequest } from '../identity/passkey-contract.ts'

const server = await givenServer()
const { owner } = server.database
const password = 'seven ducks cross the road'
let people = 0

/** Somebody with a passkey, and perhaps a password, in an organisation. */
async function givenHolder({ withPassword = false, kind = {} } = {}) {
  const email = `holder-${people++}@alpweb.example`
  const id = await givenPerson(server, { email, ...(withPassword && { password }) })
  const organisation = await givenOrganisation(server, { name: `Firma ${people}`, members: [[id, 'legal_representative']] })
  const browser = givenBrowser(server, (await givenCaller(server, id)).token)
  const authenticator = givenAuthenticator(server.url, kind)
  const added = await addPasskey(browser, authenticator)
  return { email, id, organisation, browser, authenticator, recoveryCodes: added.body['recoveryCodes'] as string[] }
}
const toSignIn = async (browser: Browser = givenBrowser(server)) =>
  (await browser.send('POST', '/sign-in/passkey/begin')).body as PasskeyRequest
const give = (passkey: PasskeyAnswer, browser: Browser = givenBrowser(server)) => browser.send('POST', '/sign-in/passkey', { passkey })
const outcome = ({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }) => [status, body['code']]
const journalled = async (kind: string, id: string) =>
  (
    await owner.query<{ method: string }>(
      "select body->>'method' as method from journal where kind = $1 and body->>'personId' = $2 order by position",
      [kind, id],
    )
  ).rows.map(({ method }) => method)
const age = (id: string) => owner.query("update session set authenticated_at = now() - interval '16 minutes' where person_id = $1", [id])

describe('signing in by passkey', () => {
  test('needs nothing else, and counts as two factors', async () => {
    const { authenticator, id, email } = await givenHolder()
    const browser = givenBrowser(server)
    const { status, body } = await signInByPasskey(browser, authenticator)
    expect({ status, body }).toEqual({ status: 200, body: { step: 'signed_in', isNew: false } })
    expect((await browser.get('/me')).body['person']).toMatchObject({ email, strength: 'two_factors' })
    expect(await journalled('member.signed_in', id)).toEqual(['passkey'])
    expect((await browser.get('/account/sign-in')).body['passkeys']).toEqual([expect.objectContaining({ lastUsedAt: expect.any(String) })])
  })

  test('is seen in the list of sessions, by the name of the passkey', async () => {
    const { authenticator } = await givenHolder()
    const browser = givenBrowser(server)
    await signInByPasskey(browser, authenticator)
    const sessions = (await browser.get('/account/sessions')).body['sessions'] as { isThis: boolean; passkey: string | null }[]
    expect(sessions.find(({ isThis }) => isThis)?.passkey).toBe('Firefox, Linux')
  })

  test('asks anybody the same question, whoever they are', async () => {
    await givenHolder()
    const { challenge, ...options } = await toSignIn()
    expect(challenge).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(options).toEqual({ rpId: 'localhost', timeout: 300_000, allowCredentials: [], userVerification: 'required' })
  })

  test('asks for the name of the public address, whatever the request says it was sent to', async () => {
    const response = await fetch(`${server.url}/api/sign-in/passkey/begin`, {
      method: 'POST',
      headers: { 'idempotency-key': 'x', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
    })
    expect(((await response.json()) as PasskeyRequest).rpId).toBe('localhost')
  })

  const { privateKey: foreignKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const lies: readonly (readonly [string, Lies])[] = [
    ['another site', { origin: 'https://prokura.evil.example' }],
    ['our name under another port', { origin: 'http://localhost:1' }],
    ['our name by another protocol', { origin: server.url.replace('http:', 'https:') }],
    ['a page of ours inside a page of another site', { crossOrigin: true }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a user who was not verified', { verified: false }],
    ['nobody in front of it', { present: false }],
    ['an answer to another question', { type: 'webauthn.create' }],
    ['a signature of another key', { signer: foreignKey }],
    ['no user handle', { userHandle: null }],
    ['the user handle of somebody else', { userHandle: randomBytes(16).toString('base64url') }],
    ['a passkey that nobody has', { id: randomBytes(32).toString('base64url') }],
  ]
  test.each(lies)('refuses %s, with the same answer as everything else', async (_, lie) => {
    const { authenticator } = await givenHolder()
    const browser = givenBrowser(server)
    expect(outcome(await signInByPasskey(browser, authenticator, lie))).toEqual([401, 'passkey_wrong'])
    expect(browser.token()).toBe(undefined)
  })

  test('refuses what was changed after it was signed', async () => {
    const { authenticator } = await givenHolder()
    const flipped = (base64url: string, at: number) => {
      const bytes = Buffer.from(base64url, 'base64url')
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return bytes.toString('base64url')
    }
    for (const change of [
      (answer: PasskeyAnswer) => ({ ...answer, signature: flipped(answer.signature, 12) }),
      (answer: PasskeyAnswer) => ({ ...answer, signature: 'AAAA' }),
      (answer: PasskeyAnswer) => ({ ...answer, authenticatorData: flipped(answer.authenticatorData, 36) }),
      (answer: PasskeyAnswer) => ({ ...answer, authenticatorData: 'AAAA' }),
      (answer: PasskeyAnswer) => ({
        ...answer,
        clientDataJSON: Buffer.concat([Buffer.from(answer.clientDataJSON, 'base64url'), Buffer.from(' ')]).toString('base64url'),
      }),
    ])
      expect(outcome(await give(change(authenticator.get(await toSignIn()))))).toEqual([401, 'passkey_wrong'])
  })

  test('refuses the credential of one person in the name of another', async () => {
    const [one, other] = [await givenHolder(), await givenHolder()]
    const answerOfOne = one.authenticator.get(await toSignIn())
    const answerOfOther = other.authenticator.get(await toSignIn())
    expect(outcome(await give({ ...answerOfOther, id: answerOfOne.id }))).toEqual([401, 'passkey_wrong'])
    expect(outcome(await give({ ...answerOfOne, userHandle: answerOfOther.userHandle }))).toEqual([401, 'passkey_wrong'])
  })

  test('refuses a copy: its counter did not grow', async () => {
    const { authenticator, id } = await givenHolder()
    expect((await signInByPasskey(givenBrowser(server), authenticator, { counter: 7 })).status).toBe(200)
    for (const counter of [7, 6, 0])
      expect(outcome(await signInByPasskey(givenBrowser(server), authenticator, { counter }))).toEqual([401, 'passkey_wrong'])
    expect((await signInByPasskey(givenBrowser(server), authenticator, { counter: 8 })).status).toBe(200)
    await expect.poll(() => journalled('person.sign_in_failed', id)).toEqual(['passkey', 'passkey', 'passkey'])
  })

  test('of two answers with one counter lets one in', async () => {
    const { authenticator } = await givenHolder()
    const answers = [await toSignIn(), await toSignIn()].map((wanted) => authenticator.get(wanted, { counter: 1 }))
    const statuses = (await Promise.all(answers.map((answer) => give(answer)))).map(({ status }) => status)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 401])
  })
})

describe('a challenge to sign in', () => {
  test('is good once, also for two answers at the same time, and after a wrong one not at all', async () => {
    const { authenticator } = await givenHolder({ kind: { synchronised: true } })
    const wanted = await toSignIn()
    const answer = authenticator.get(wanted)
    const answers = await Promise.all([give(answer), give(answer), give(authenticator.get(wanted))])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401])
    expect(outcome(await give(answer))).toEqual([401, 'passkey_expired'])
    const failed = await toSignIn()
    expect(outcome(await give(authenticator.get(failed, { verified: false })))).toEqual([401, 'passkey_wrong'])
    expect(outcome(await give(authenticator.get(failed)))).toEqual([401, 'passkey_expired'])
  })

  test('is good for five minutes, and forgotten then', async () => {
    const { authenticator } = await givenHolder()
    const wanted = await toSignIn()
    await owner.query("update passkey_challenge set expires_at = expires_at - interval '5 minutes'")
    expect(outcome(await give(authenticator.get(wanted)))).toEqual([401, 'passkey_expired'])
    await toSignIn()
    await owner.query("update passkey_challenge set expires_at = expires_at - interval '5 minutes'")
    await toSignIn()
    await forgetOldSignIns(server.server.house.pools.signIn)
    expect((await owner.query('select count(*)::int as kept from passkey_challenge')).rows).toEqual([{ kept: 1 }])
  })

  test('is none when it was invented, or given to prove oneself again', async () => {
    const { authenticator, browser } = await givenHolder()
    const again = (await browser.send('POST', '/sign-in/again/passkey/begin')).body['challenge'] as string
    for (const challenge of [again, randomBytes(32).toString('base64url'), 'A'])
      expect(outcome(await signInByPasskey(givenBrowser(server), authenticator, { challenge }))).toEqual([401, 'passkey_expired'])
  })

  test('can be had 1500 times in a quarter of an hour by one network', async () => {
    await owner.query('delete from rate_limit')
    expect((await givenBrowser(server).send('POST', '/sign-in/passkey/begin')).status).toBe(200)
    await owner.query('update rate_limit set count = 1500')
    expect((await givenBrowser(server).send('POST', '/sign-in/passkey/begin')).body['code']).toBe('too_many_requests')
    await owner.query('delete from rate_limit')
  })
})

describe('as the second factor', () => {
  const firstFactor = async (email: string, browser = givenBrowser(server)) =>
    (await browser.send('POST', '/sign-in/password', { email, password })).body
  const begin = async (continuation: unknown) =>
    (await givenBrowser(server).send('POST', '/sign-in/second-factor/passkey/begin', { continuation })).body as PasskeyRequest
  const second = (continuation: unknown, passkey: PasskeyAnswer, browser = givenBrowser(server)) =>
    browser.send('POST', '/sign-in/second-factor/passkey', { continuation, passkey })

  test('a passkey is asked for after a password, and after an emailed code', async () => {
    const { email, id, authenticator } = await givenHolder({ withPassword: true })
    const first = await firstFactor(email)
    expect(first).toMatchObject({ step: 'second_factor', secondFactors: ['passkey'] })
    const wanted = await begin(first['continuation'])
    expect(wanted.allowCredentials).toHaveLength(1)
    const browser = givenBrowser(server)
    expect((await second(first['continuation'], authenticator.get(wanted, { userHandle: null }), browser)).status).toBe(200)
    expect((await browser.get('/me')).body['person']).toMatchObject({ strength: 'two_factors' })
    expect(await journalled('member.signed_in', id)).toEqual(['password+passkey'])
    await givenBrowser(server).send('POST', '/sign-in/code', { email, language: 'en' })
    const byCode = await givenBrowser(server).send('POST', '/sign-in/code/verify', {
      email,
      code: await codeSentTo(server, email, 2),
      language: 'en',
    })
    expect(byCode.body).toMatchObject({ step: 'second_factor', secondFactors: ['passkey'] })
  })

  test('a recovery code stands for it, once', async () => {
    const { email, recoveryCodes } = await givenHolder({ withPassword: true })
    const { continuation } = await firstFactor(email)
    expect((await givenBrowser(server).send('POST', '/sign-in/second-factor', { continuation, code: recoveryCodes[0] })).status).toBe(200)
    const again = await firstFactor(email)
    expect(
      outcome(
        await givenBrowser(server).send('POST', '/sign-in/second-factor', { continuation: again['continuation'], code: recoveryCodes[0] }),
      ),
    ).toEqual([401, 'code_wrong'])
  })

  test('the passkey of somebody else does not do, nor an answer to another question', async () => {
    const [one, other] = [await givenHolder({ withPassword: true }), await givenHolder({ withPassword: true })]
    const [first, foreign] = [await firstFactor(one.email), await firstFactor(other.email)]
    const wanted = await begin(first['continuation'])
    expect(outcome(await second(first['continuation'], other.authenticator.get({ ...wanted, allowCredentials: [] })))).toEqual([
      401,
      'passkey_wrong',
    ])
    const ofOther = other.authenticator.get(await begin(foreign['continuation']))
    expect(outcome(await second(first['continuation'], ofOther))).toEqual([401, 'passkey_expired'])
    expect(outcome(await second(first['continuation'], one.authenticator.get(await toSignIn())))).toEqual([401, 'passkey_expired'])
    expect((await second(foreign['continuation'], ofOther)).status).toBe(200)
  })

  test('five wrong ones are all, and an invented continuation asks for nothing', async () => {
    const { email, authenticator } = await givenHolder({ withPassword: true })
    const { continuation } = await firstFactor(email)
    for (let attempt = 0; attempt < 5; attempt++)
      expect(outcome(await second(continuation, authenticator.get(await begin(continuation), { verified: false })))).toEqual([
        401,
        'passkey_wrong',
      ])
    expect(outcome(await givenBrowser(server).send('POST', '/sign-in/second-factor/passkey/begin', { continuation }))).toEqual([
      401,
      'code_expired',
    ])
    expect(
      outcome(await givenBrowser(server).send('POST', '/sign-in/second-factor/passkey/begin', { continuation: 'A'.repeat(43) })),
    ).toEqual([401, 'code_expired'])
  })
})

describe('proving again who one is', () => {
  test('takes the passkey first, and a password only where the session has shown a second factor', async () => {
    const { browser, authenticator, id } = await givenHolder({ withPassword: true })
    expect((await browser.get('/sign-in/again')).body['ways']).toEqual(['passkey', 'password'])
    const weaker = await givenCaller(server, id, 'password')
    expect((await weaker.get('/sign-in/again')).body['ways']).toEqual(['passkey'])
    expect(outcome(await weaker.send('POST', '/sign-in/again/code'))).toEqual([403, 'second_factor_needed'])
    await age(id)
    expect((await proveByPasskey(weaker, authenticator)).status).toBe(200)
    const before = browser.token()
    expect((await proveByPasskey(browser, authenticator)).status).toBe(200)
    expect(browser.token()).not.toBe(before)
    expect((await browser.send('POST', '/account/passkeys/begin')).status).toBe(200)
    expect(await journalled('person.authenticated_again', id)).toEqual(['passkey', 'passkey'])
  })

  test('makes a weaker session as strong as it gets', async () => {
    const { authenticator, id } = await givenHolder({ withPassword: true })
    const weaker = givenBrowser(server, (await givenCaller(server, id, 'password')).token)
    await proveByPasskey(weaker, authenticator)
    expect((await weaker.get('/me')).body['person']).toMatchObject({ strength: 'two_factors' })
  })

  test('in one session is nothing in another, and of one person nothing for another', async () => {
    const [one, other] = [await givenHolder(), await givenHolder()]
    const elsewhere = givenBrowser(server)
    await signInByPasskey(elsewhere, one.authenticator)
    const wanted = (await one.browser.send('POST', '/sign-in/again/passkey/begin')).body as PasskeyRequest
    const passkey = one.authenticator.get(wanted)
    await age(one.id)
    expect(outcome(await elsewhere.send('POST', '/sign-in/again', { way: 'passkey', passkey }))).toEqual([401, 'passkey_expired'])
    expect(outcome(await elsewhere.send('POST', '/account/passkeys/begin'))).toEqual([403, 'fresh_authentication_needed'])
    const foreign = other.authenticator.get({ ...wanted, allowCredentials: [] }, { userHandle: passkey.userHandle })
    expect(outcome(await one.browser.send('POST', '/sign-in/again', { way: 'passkey', passkey: foreign }))).toEqual([401, 'passkey_wrong'])
    expect(outcome(await one.browser.send('POST', '/sign-in/again', { way: 'passkey', passkey }))).toEqual([401, 'passkey_expired'])
  })

  test('is not offered to who has none', async () => {
    const caller = await givenCaller(server, await givenPerson(server, { email: 'none@alpweb.example', password }), 'password')
    expect((await caller.get('/sign-in/again')).body['ways']).toEqual(['password', 'code'])
    expect((await caller.send('POST', '/sign-in/again/passkey/begin')).status).toBe(404)
  })
})
