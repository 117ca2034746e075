import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Browser, givenBrowser } from '../../../tests/given-browser.ts'
import { givenCaller } from '../../../tests/given-caller.ts'
import { codeSentTo, givenOrganisation, givenPerson, mailSaying } from '../../../tests/given-people.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const password = 'seven ducks cross the road'
let people = 0
let email = ''
let browser: Browser

/** Signed in by an emailed code: no password yet. */
beforeEach(async () => {
  email = `person-${people++}@alpweb.example`
  browser = givenBrowser(server)
  await browser.send('POST', '/sign-in/code', { email, language: 'en' })
  await browser.send('POST', '/sign-in/code/verify', { email, code: await codeSentTo(server, email), language: 'en' })
})

const codeOf = (secret: unknown, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(String(secret)) }).generate({ timestamp: Date.now() + steps * 30_000 })
const ageAuthentication = () => server.database.owner.query("update session set authenticated_at = now() - interval '16 minutes'")
async function givenSecondFactor(): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { body } = await browser.send('POST', '/account/second-factor')
  const confirmed = await browser.send('POST', '/account/second-factor/confirm', { code: codeOf(body['secret']) })
  return { secret: String(body['secret']), recoveryCodes: confirmed.body['recoveryCodes'] as string[] }
}

test('nobody has an account', async () => {
  const nobody = givenBrowser(server)
  const asked = [
    await nobody.get('/account/sign-in'),
    await nobody.send('PATCH', '/me', { name: 'Anna' }),
    await nobody.send('PUT', '/me/language', { language: 'de' }),
    await nobody.send('POST', '/organisations', { name: 'Muster AG', country: 'CH', language: 'de', mayDecide: true }),
    await nobody.send('PUT', '/account/password', { password }),
    await nobody.send('POST', '/account/second-factor'),
    await nobody.send('POST', '/account/second-factor/confirm', { code: '123456' }),
    await nobody.send('DELETE', '/account/second-factor'),
    await nobody.send('POST', '/account/recovery-codes'),
  ]
  expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 401))
})

test('what a thief of a session would change needs a fresh authentication', async () => {
  await ageAuthentication()
  const asked = [
    await browser.send('PUT', '/account/password', { password }),
    await browser.send('POST', '/account/second-factor'),
    await browser.send('DELETE', '/account/second-factor'),
    await browser.send('POST', '/account/recovery-codes'),
  ]
  expect(asked.map(({ body }) => body['code'])).toEqual(asked.map(() => 'fresh_authentication_needed'))
})

describe('the profile', () => {
  test('takes a name and a language', async () => {
    expect((await browser.send('PATCH', '/me', { name: 'Hélène Dubœuf', language: 'fr' })).status).toBe(200)
    expect((await browser.send('PUT', '/me/language', { language: 'it' })).status).toBe(200)
    expect((await browser.get('/me')).body['person']).toMatchObject({ name: 'Hélène Dubœuf', language: 'it' })
  })

  test('takes no name that hides something or links somewhere', async () => {
    for (const name of ['Anna\u202Egpj', 'Anna\r\nBcc: x@y.example', 'www.evil.example', 'a'.repeat(81)])
      expect((await browser.send('PATCH', '/me', { name })).body['code']).toBe('invalid_name')
  })

  test('takes nothing but name and language', async () => {
    for (const extra of [{ email: 'other@alpweb.example' }, { id: '0190f9d0-0000-7000-8000-000000000000' }, { strength: 'two_factors' }])
      expect((await browser.send('PATCH', '/me', extra)).status).toBe(422)
  })
})

describe('a new organisation', () => {
  test('has its maker as legal representative', async () => {
    const { status, body } = await browser.send('POST', '/organisations', {
      name: ' Muster  AG ',
      country: 'CH',
      language: 'de',
      mayDecide: true,
    })
    expect(status).toBe(200)
    expect((await browser.get('/me')).body['organisations']).toEqual([
      expect.objectContaining({ id: body['organisationId'], name: 'Muster AG', role: 'legal_representative', isPartner: false }),
    ])
  })

  test('needs the word that one may decide for it, a country and a name without links', async () => {
    const whole = { name: 'Muster AG', country: 'CH', language: 'de', mayDecide: true }
    for (const part of [
      { mayDecide: false },
      { country: 'Switzerland' },
      { language: 'rm' },
      { name: 'see evil.com' },
      { name: '\u202E' },
      { verified: true },
    ])
      expect((await browser.send('POST', '/organisations', { ...whole, ...part })).status).toBe(422)
  })
})

describe('a password', () => {
  test('is set, mailed about, and signs in from then on', async () => {
    expect((await browser.send('PUT', '/account/password', { password })).status).toBe(200)
    await mailSaying(server, email, 'Your password was set or changed.')
    expect((await browser.get('/account/sign-in')).body).toMatchObject({
      email,
      passwordSetAt: expect.any(String),
      authenticatorSince: null,
      recoveryCodesLeft: null,
    })
    expect((await givenBrowser(server).send('POST', '/sign-in/password', { email, password })).status).toBe(200)
  })

  test('is kept as argon2id with its own salt', async () => {
    await browser.send('PUT', '/account/password', { password })
    const { rows } = await server.database.owner.query<{ password_hash: string }>(
      'select password_hash from credential where password_hash is not null',
    )
    for (const { password_hash } of rows) expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(new Set(rows.map(({ password_hash }) => password_hash)).size).toBe(rows.length)
  })

  test('ends every other session, and this one goes on under a new token', async () => {
    const before = givenBrowser(server, browser.token())
    const elsewhere = givenBrowser(server)
    await elsewhere.send('POST', '/sign-in/code', { email, language: 'en' })
    await elsewhere.send('POST', '/sign-in/code/verify', { email, code: await codeSentTo(server, email, 2), language: 'en' })
    await browser.send('PUT', '/account/password', { password })
    expect((await elsewhere.get('/me')).status).toBe(401)
    expect((await before.get('/me')).status).toBe(401)
    expect((await browser.get('/me')).status).toBe(200)
  })

  test('set for the first time secures what was granted with an emailed code, and both sides read of it', async () => {
    const { body } = await browser.get('/me')
    const [partnership, customer, partner] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    await server.database.owner.query(`
      begin;
      set local session_replication_role = replica;
      insert into grant_version (customer_id, partnership_id, partner_id, version, rights, terms, not_before, granted_by, granted_at, reason)
        values ('${customer}', '${partnership}', '${partner}', 3, '[]', '{}', now(), '${(body['person'] as { id: string }).id}', now(), 'granted');
      commit`)
    expect((await browser.send('PUT', '/account/password', { password })).status).toBe(200)
    const { rows } = await server.database.owner.query(
      `select g.secured_at is not null as secured, (select count(*)::int from journal j join journal_reader r using (position)
         where j.kind = 'partnership.secured' and j.partnership_id = g.partnership_id) as readers
       from grant_version g where g.partnership_id = $1`,
      [partnership],
    )
    expect(rows).toEqual([{ secured: true, readers: 2 }])
  })

  test('that is short, common or made of known names is refused', async () => {
    const { body } = await browser.get('/me')
    await givenOrganisation(server, {
      name: 'Sonnenaufgang AG',
      members: [[String((body['person'] as { id: string }).id) as never, 'collaborator']],
    })
    for (const weak of ['fourteen chars', 'passwordpassword', 'SonnenaufgangAG', 'person@alpweb.example', 'x'.repeat(300)])
      expect((await browser.send('PUT', '/account/password', { password: weak })).body['code'], weak).toBe('password_too_weak')
  })
})

describe('a second factor', () => {
  test('counts once a code of it was given, and then the session has two factors', async () => {
    const { body } = await browser.send('POST', '/account/second-factor')
    expect(String(body['uri'])).toMatch(/^otpauth:\/\/totp\/Prokura/)
    expect((await browser.get('/me')).body['person']).toMatchObject({ hasSecondFactor: false })
    const before = browser.token()
    const confirmed = await browser.send('POST', '/account/second-factor/confirm', { code: codeOf(body['secret']) })
    expect(confirmed.body['recoveryCodes']).toHaveLength(10)
    expect(browser.token()).not.toBe(before)
    expect((await browser.get('/me')).body['person']).toMatchObject({ hasSecondFactor: true, strength: 'two_factors' })
    await mailSaying(server, email, 'A second factor was set up.')
  })

  test('ends every other session: whoever was in with less is out, and cannot take it away again', async () => {
    await browser.send('PUT', '/account/password', { password })
    const thief = givenBrowser(server)
    expect((await thief.send('POST', '/sign-in/password', { email, password })).status).toBe(200)
    await givenSecondFactor()
    expect((await thief.get('/me')).status).toBe(401)
    expect((await thief.send('DELETE', '/account/second-factor')).status).toBe(401)
    expect((await browser.get('/me')).body['person']).toMatchObject({ strength: 'two_factors' })
  })

  test('is shown once in each session before anything sensitive, whatever the session began with', async () => {
    await browser.send('PUT', '/account/password', { password })
    await givenSecondFactor()
    const { id } = (await browser.get('/me')).body['person'] as { id: string }
    const weaker = await givenCaller(server, id, 'password')
    await ageAuthentication()
    expect((await weaker.get('/sign-in/again')).body['ways']).toEqual(['totp'])
    expect((await weaker.send('POST', '/sign-in/again', { way: 'password', password })).body['code']).toBe('wrong_credentials')
    expect((await weaker.send('DELETE', '/account/second-factor')).body['code']).toBe('fresh_authentication_needed')
  })

  test('is not confirmed by a wrong code, and not set up twice', async () => {
    const { body } = await browser.send('POST', '/account/second-factor')
    expect((await browser.send('POST', '/account/second-factor/confirm', { code: codeOf(body['secret'], 9) })).body['code']).toBe(
      'code_wrong',
    )
    await givenSecondFactor()
    expect((await browser.send('POST', '/account/second-factor')).body['code']).toBe('credential_in_use')
  })

  test('keeps its secret sealed and its recovery codes hashed', async () => {
    const { secret, recoveryCodes } = await givenSecondFactor()
    const { rows } = await server.database.owner.query(
      "select string_agg(encode(totp_secret, 'escape') || array_to_string(recovery_codes, ','), ' ') as kept from credential",
    )
    for (const hidden of [secret, ...recoveryCodes]) expect(rows[0].kept).not.toContain(hidden)
  })

  test('lets a shorter password do', async () => {
    await givenSecondFactor()
    expect((await browser.send('PUT', '/account/password', { password: 'wzlbrumf' })).status).toBe(200)
    expect((await browser.send('DELETE', '/account/second-factor')).body['code']).toBe('password_too_weak')
    expect((await browser.send('PUT', '/account/password', { password })).status).toBe(200)
    expect((await browser.send('DELETE', '/account/second-factor')).status).toBe(200)
    expect((await browser.get('/me')).body['person']).toMatchObject({ hasSecondFactor: false, strength: 'password' })
  })

  test('is replaced by a recovery code, each of which is good once', async () => {
    const { recoveryCodes } = await givenSecondFactor()
    await browser.send('PUT', '/account/password', { password })
    const signIn = async (code: string | undefined) => {
      const { body } = await givenBrowser(server).send('POST', '/sign-in/password', { email, password })
      return givenBrowser(server).send('POST', '/sign-in/second-factor', { continuation: body['continuation'], code })
    }
    expect((await signIn(recoveryCodes[3]?.toUpperCase().replaceAll('-', ' '))).status).toBe(200)
    expect((await signIn(recoveryCodes[3])).body['code']).toBe('code_wrong')
    expect((await browser.get('/account/sign-in')).body).toMatchObject({ recoveryCodesLeft: 9 })
  })

  test('gives ten new recovery codes, and the old ones are worth nothing', async () => {
    const { recoveryCodes: before } = await givenSecondFactor()
    await browser.send('PUT', '/account/password', { password })
    const { body } = await browser.send('POST', '/account/recovery-codes')
    expect(body['recoveryCodes']).toHaveLength(10)
    const first = await givenBrowser(server).send('POST', '/sign-in/password', { email, password })
    expect(
      (await givenBrowser(server).send('POST', '/sign-in/second-factor', { continuation: first.body['continuation'], code: before[0] }))
        .status,
    ).toBe(401)
  })

  test('that is not there cannot be removed', async () => {
    expect((await browser.send('DELETE', '/account/second-factor')).status).toBe(404)
    expect((await browser.send('POST', '/account/recovery-codes')).status).toBe(404)
  })
})

test('one person’s factor is nobody else’s', async () => {
  const { secret } = await givenSecondFactor()
  await givenPerson(server, { email: 'other@alpweb.example', password, totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })
  const { body } = await givenBrowser(server).send('POST', '/sign-in/password', { email: 'other@alpweb.example', password })
  expect(
    (await givenBrowser(server).send('POST', '/sign-in/second-factor', { continuation: body['continuation'], code: codeOf(secret, 1) }))
      .status,
  ).toBe(401)
})
