import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  addPasskey,
  type Cbor,
  givenAuthenticator,
  type Lies,
  proveByPasskey,
  signInByPasskey,
} from '../../../tests/given-authenticator.ts'
import { type Browser, givenBrowser } from '../../../tests/given-browser.ts'
import { givenCaller } from '../../../tests/given-caller.ts'
import { codeSentTo, givenPerson, mailSaying } from '../../../tests/given-people.ts'
import { givenServer } from '../../../tests/server.ts'
import type { NewPasskey, PasskeyCreation } from '../identity/passkey-contract.ts'

const server = await givenServer()
const { owner } = server.database
const password = 'seven ducks cross the road'
let people = 0
let email = ''
let personId = ''
let browser: Browser

/** Signed in by an emailed code: nothing else yet. */
beforeEach(async () => {
  email = `person-${people++}@alpweb.example`
  browser = givenBrowser(server)
  await browser.send('POST', '/sign-in/code', { email, language: 'en' })
  await browser.send('POST', '/sign-in/code/verify', { email, code: await codeSentTo(server, email), language: 'en' })
  personId = ((await browser.get('/me')).body['person'] as { id: string }).id
})

const newAuthenticator = () => givenAuthenticator(server.url)
const begin = async () => (await browser.send('POST', '/account/passkeys/begin')).body as PasskeyCreation
const add = (passkey: NewPasskey, as = browser) => as.send('POST', '/account/passkeys', { passkey })
const passkeys = async () =>
  (await browser.get('/account/sign-in')).body['passkeys'] as { id: string; name: string; lastUsedAt: string | null }[]
const person = async () => (await browser.get('/me')).body['person']
const remove = async (at = 0) => browser.send('DELETE', `/account/passkeys/${(await passkeys())[at]?.id}`)

describe('adding a passkey', () => {
  test('asks for a discoverable one that verifies its user, under the public address, without attestation', async () => {
    const options = await begin()
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Prokura' },
      user: { name: email },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
      excludeCredentials: [],
    })
    expect(options.challenge).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(options.user.id).toBe(Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url'))
  })

  test('makes the session as strong as it gets, under a new token, and gives recovery codes with the first', async () => {
    const before = browser.token()
    const { status, body } = await addPasskey(browser, newAuthenticator())
    expect(status).toBe(200)
    expect(body['recoveryCodes']).toHaveLength(10)
    expect(browser.token()).not.toBe(before)
    expect(await person()).toMatchObject({ hasPasskey: true, hasSecondFactor: true, hasPassword: false, strength: 'two_factors' })
    expect((await browser.get('/account/sign-in')).body).toMatchObject({ authenticatorSince: null, recoveryCodesLeft: 10 })
    expect(await passkeys()).toEqual([expect.objectContaining({ name: 'Firefox, Linux', lastUsedAt: null })])
    expect((await addPasskey(browser, newAuthenticator())).body['recoveryCodes']).toBe(null)
  })

  test('is mailed about and journalled', async () => {
    await addPasskey(browser, newAuthenticator())
    await mailSaying(server, email, 'A passkey was added.')
    const { rows } = await owner.query(
      `select body->>'method' as method from journal where kind = 'person.credential_added' and body->>'personId' = $1`,
      [personId],
    )
    expect(rows).toEqual([{ method: 'passkey' }])
  })

  test('works with what authenticators use: EdDSA, a synchronised one, one that says what it is', async () => {
    for (const kind of [{ algorithm: 'EdDSA' }, { synchronised: true }, { aaguid: 'bada5566-a7aa-401f-bd96-45619a55120d' }] as const) {
      const authenticator = givenAuthenticator(server.url, kind)
      expect((await addPasskey(browser, authenticator)).status).toBe(200)
      for (let again = 0; again < 2; again++) expect((await signInByPasskey(givenBrowser(server), authenticator)).status).toBe(200)
    }
    expect((await passkeys()).map(({ name }) => name)).toEqual(['Firefox, Linux', 'Firefox, Linux', '1Password'])
  })

  test('needs a fresh authentication', async () => {
    await owner.query("update session set authenticated_at = now() - interval '16 minutes' where person_id = $1", [personId])
    expect((await browser.send('POST', '/account/passkeys/begin')).body['code']).toBe('fresh_authentication_needed')
  })

  test('ends every other session with the first, since whoever is in with less could take it away', async () => {
    const elsewhere = await givenCaller(server, personId, 'email')
    await addPasskey(browser, newAuthenticator())
    expect((await elsewhere.get('/me')).status).toBe(401)
    const strong = await givenCaller(server, personId)
    await addPasskey(browser, newAuthenticator())
    expect((await strong.get('/me')).status).toBe(200)
  })

  test('names those there are, and takes none twice, whoever has it', async () => {
    const authenticator = newAuthenticator()
    const made = authenticator.create(await begin())
    await add(made)
    const options = await begin()
    expect(options.excludeCredentials).toEqual([{ id: made.id, type: 'public-key', transports: ['internal'] }])
    expect(() => authenticator.create(options)).toThrow('InvalidStateError')
    const other = await givenCaller(server, await givenPerson(server, { email: `other-${email}` }))
    const { body } = await other.send('POST', '/account/passkeys/begin')
    const { challenge } = body as PasskeyCreation
    const clientDataJSON = newAuthenticator().create({ ...options, challenge, excludeCredentials: [] }).clientDataJSON
    expect((await other.send('POST', '/account/passkeys', { passkey: { ...made, clientDataJSON } })).body['code']).toBe('credential_in_use')
  })

  test('stops at twenty', async () => {
    for (let one = 0; one < 20; one++) expect((await addPasskey(browser, newAuthenticator())).status).toBe(200)
    expect((await browser.send('POST', '/account/passkeys/begin')).body['code']).toBe('limit_reached')
  })

  const selfAttested: Lies['attestation'] = [
    'packed',
    new Map<string, Cbor>([
      ['alg', -7],
      ['sig', Buffer.from('no signature')],
    ]),
  ]
  const certified: Lies['attestation'] = [
    'packed',
    new Map<string, Cbor>([
      ['alg', -7],
      ['sig', Buffer.alloc(8)],
      ['x5c', [Buffer.alloc(64)]],
    ]),
  ]
  const lies: readonly (readonly [string, Lies])[] = [
    ['another site', { origin: 'https://prokura.evil.example' }],
    ['our name under another port', { origin: 'http://localhost:1' }],
    ['a page of ours inside a page of another site', { crossOrigin: true }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a user who was not verified', { verified: false }],
    ['nobody in front of it', { present: false, verified: false }],
    ['an answer to another question', { type: 'webauthn.get' }],
    ['an attestation that nothing signed', { attestation: selfAttested }],
    ['certificates that nobody asked for', { attestation: certified }],
    ['an attestation of a kind nobody asked for', { attestation: ['android-safetynet', new Map()] }],
    ['an id that is not the one it made', { id: randomBytes(32).toString('base64url') }],
  ]
  test.each(lies)('refuses %s', async (_, lie) => {
    const { status, body } = await addPasskey(browser, newAuthenticator(), lie)
    expect({ status, code: body['code'] }).toEqual({ status: 401, code: 'passkey_wrong' })
    expect(await passkeys()).toEqual([])
    expect(await person()).toMatchObject({ strength: 'email' })
  })

  test('refuses an algorithm that was not offered, and what is no passkey at all', async () => {
    expect((await addPasskey(browser, givenAuthenticator(server.url, { algorithm: 'ES384' }))).body['code']).toBe('passkey_wrong')
    const made = newAuthenticator().create(await begin())
    for (const broken of [{ attestationObject: 'AAAA' }, { attestationObject: made.clientDataJSON }, { clientDataJSON: 'AAAA' }])
      expect((await add({ ...newAuthenticator().create(await begin()), ...broken })).body['code']).toBe('passkey_wrong')
    for (const misshapen of [{ id: 'not base64!' }, { transports: ['<script>'] }, { name: 'mine' }])
      expect((await add({ ...made, ...misshapen })).status).toBe(422)
  })
})

describe('a challenge to add a passkey', () => {
  test('is good once, even when the answer to it was wrong', async () => {
    const options = await begin()
    expect((await add(newAuthenticator().create(options))).status).toBe(200)
    expect((await add(newAuthenticator().create(options))).body['code']).toBe('passkey_expired')
    const failed = await begin()
    expect((await add(newAuthenticator().create(failed, { verified: false }))).body['code']).toBe('passkey_wrong')
    expect((await add(newAuthenticator().create(failed))).body['code']).toBe('passkey_expired')
  })

  test('is good for five minutes', async () => {
    const options = await begin()
    await owner.query("update passkey_challenge set expires_at = expires_at - interval '5 minutes'")
    expect((await add(newAuthenticator().create(options))).body['code']).toBe('passkey_expired')
  })

  test('is good in its own session only, and for nothing else', async () => {
    const elsewhere = givenBrowser(server, (await givenCaller(server, personId)).token)
    expect((await add(newAuthenticator().create(await begin()), elsewhere)).body['code']).toBe('passkey_expired')
    const toSignIn = (await browser.send('POST', '/sign-in/passkey/begin')).body['challenge'] as string
    expect((await addPasskey(browser, newAuthenticator(), { challenge: toSignIn })).body['code']).toBe('passkey_expired')
  })

  test('that was never given is none, and is kept as a hash alone', async () => {
    expect((await addPasskey(browser, newAuthenticator(), { challenge: randomBytes(32).toString('base64url') })).body['code']).toBe(
      'passkey_expired',
    )
    const { challenge } = await begin()
    const { rows } = await owner.query("select string_agg(passkey_challenge::text, ' ') as kept from passkey_challenge")
    expect(rows[0].kept).not.toContain(challenge)
    expect(rows[0].kept).not.toContain(Buffer.from(challenge, 'base64url').toString('hex'))
  })
})

describe('a name', () => {
  test('is the person’s to choose, for their own passkeys', async () => {
    await addPasskey(browser, newAuthenticator())
    const id = (await passkeys())[0]?.id
    expect((await browser.send('PATCH', `/account/passkeys/${id}`, { name: ' Telephone ' })).status).toBe(200)
    expect((await passkeys())[0]?.name).toBe('Telephone')
    expect((await browser.send('PATCH', `/account/passkeys/${id}`, { name: '\u202Eenohp' })).body['code']).toBe('invalid_name')
    const stranger = await givenCaller(server, await givenPerson(server, { email: `stranger-${email}` }))
    expect((await stranger.send('PATCH', `/account/passkeys/${id}`, { name: 'Mine' })).status).toBe(404)
    expect((await stranger.send('DELETE', `/account/passkeys/${id}`)).status).toBe(404)
    expect((await passkeys())[0]?.name).toBe('Telephone')
  })
})

describe('removing a passkey', () => {
  test('needs a fresh authentication, for which a passkey does', async () => {
    const authenticator = newAuthenticator()
    await browser.send('PUT', '/account/password', { password })
    await addPasskey(browser, authenticator)
    await owner.query("update session set authenticated_at = now() - interval '16 minutes' where person_id = $1", [personId])
    expect((await remove()).body['code']).toBe('fresh_authentication_needed')
    expect((await proveByPasskey(browser, authenticator)).status).toBe(200)
    expect((await remove()).status).toBe(200)
    await mailSaying(server, email, 'A passkey was removed.')
  })

  test('ends the sessions that were opened with it, but not this one', async () => {
    const [lost, kept] = [newAuthenticator(), newAuthenticator()]
    await addPasskey(browser, lost)
    await addPasskey(browser, kept)
    const [withLost, withKept] = [givenBrowser(server), givenBrowser(server)]
    await signInByPasskey(withLost, lost)
    await signInByPasskey(withKept, kept)
    expect((await remove(0)).status).toBe(200)
    expect((await withLost.get('/me')).status).toBe(401)
    expect((await withKept.get('/me')).status).toBe(200)
    expect((await signInByPasskey(givenBrowser(server), lost)).body['code']).toBe('passkey_wrong')
    expect(await person()).toMatchObject({ strength: 'two_factors' })
  })

  test('is refused when it is all there is beside the emailed code; also of two at once one stays', async () => {
    await addPasskey(browser, newAuthenticator())
    expect((await remove()).body['code']).toBe('last_credential')
    await addPasskey(browser, newAuthenticator())
    const [one, other] = await passkeys()
    const answers = await Promise.all([one, other].map((passkey) => browser.send('DELETE', `/account/passkeys/${passkey?.id}`)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await passkeys()).toHaveLength(1)
  })

  test('weakens the sessions with the last second factor, takes the recovery codes along, and leaves no short password alone', async () => {
    await addPasskey(browser, newAuthenticator())
    expect((await browser.send('PUT', '/account/password', { password: 'wzlbrumf' })).status).toBe(200)
    expect((await remove()).body['code']).toBe('password_too_weak')
    await browser.send('PUT', '/account/password', { password })
    expect((await remove()).status).toBe(200)
    expect(await person()).toMatchObject({ hasPasskey: false, hasSecondFactor: false, strength: 'password' })
    expect((await browser.get('/account/sign-in')).body['recoveryCodesLeft']).toBe(null)
  })
})

test('a passkey set for the first time secures what was granted with an emailed code, and both sides read of it', async () => {
  const [partnership, customer, partner] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await owner.query(`
    begin;
    set local session_replication_role = replica;
    insert into grant_version (customer_id, partnership_id, partner_id, version, rights, terms, not_before, granted_by, granted_at, reason)
      values ('${customer}', '${partnership}', '${partner}', 3, '[]', '{}', now(), '${personId}', now(), 'granted');
    commit`)
  expect((await addPasskey(browser, newAuthenticator())).status).toBe(200)
  const { rows } = await owner.query(
    `select g.secured_at is not null as secured, (select count(*)::int from journal j join journal_reader r using (position)
       where j.kind = 'partnership.secured' and j.partnership_id = g.partnership_id) as readers
     from grant_version g where g.partnership_id = $1`,
    [partnership],
  )
  expect(rows).toEqual([{ secured: true, readers: 2 }])
})
