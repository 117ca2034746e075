// The way into a product console and back: a console that knows nothing but the public interfaces signs people in.
import { randomUUID } from 'node:crypto'
import * as client from 'openid-client'
import { describe, expect, test } from 'vitest'
import { givenCaller } from '../../../tests/given-caller.ts'
import { follow, givenConsole } from '../../../tests/given-console.ts'
import { givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'
import { removeConsole } from './console-store.ts'

const server = await givenServer()
const story = await givenProducts(server)
const { petra, people } = story.partners
const zones = await givenConsole(server, { families: ['domain'] })
const mails = await givenConsole(server, { families: ['mail'] })
const { publicUrl } = server.config

const errorOf = (failing: Promise<unknown>) =>
  failing.then(
    () => 'none',
    (failure: { error?: string; status?: number }) => failure.error ?? `${failure.status}`,
  )

describe('discovery', () => {
  test('names the public address, and offers the code flow with PKCE and nothing else', async () => {
    const response = await fetch(`${server.url}/.well-known/openid-configuration`, { headers: { 'x-forwarded-host': 'evil.example' } })
    const found = (await response.json()) as Record<string, unknown>
    expect(found).toMatchObject({
      issuer: publicUrl,
      authorization_endpoint: `${publicUrl}/oidc/auth`,
      token_endpoint: `${publicUrl}/oidc/token`,
      jwks_uri: `${publicUrl}/oidc/jwks`,
      introspection_endpoint: `${publicUrl}/oidc/introspect`,
      revocation_endpoint: `${publicUrl}/oidc/revoke`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
      backchannel_logout_supported: true,
    })
    expect(found['grant_types_supported']).toEqual([
      'authorization_code',
      'client_credentials',
      'urn:ietf:params:oauth:grant-type:token-exchange',
    ])
    expect(found['registration_endpoint']).toBeUndefined()
    expect(JSON.stringify(found)).not.toContain('evil.example')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('publishes keys without their private part', async () => {
    const { keys } = (await (await fetch(`${server.url}/oidc/jwks`)).json()) as { keys: object[] }
    expect(keys).toEqual([
      {
        kty: 'EC',
        crv: 'P-256',
        use: 'sig',
        alg: 'ES256',
        kid: expect.stringMatching(/^.{43}$/),
        x: expect.any(String),
        y: expect.any(String),
      },
    ])
  })
})

describe('whoever is signed in to Prokura', () => {
  test('is signed in to the console at once, as whom and how strongly they are', async () => {
    const signedIn = await zones.signIn(petra.token)
    const claims = signedIn.claims()
    expect(claims).toMatchObject({
      iss: publicUrl,
      sub: people.petra,
      name: 'Petra',
      locale: 'en',
      email: 'petra@alpweb.example',
      acr: 'urn:prokura:acr:two_factors',
      amr: ['mfa'],
      sid: expect.stringMatching(/^.{43}$/),
    })
    expect((claims?.exp ?? 0) - (claims?.iat ?? 0)).toBeLessThanOrEqual(300)
    const { rows } = await server.database.owner.query<{ at: Date }>('select authenticated_at as at from session where person_id = $1', [
      people.petra,
    ])
    expect(claims?.['auth_time']).toBe(Math.floor((rows[0]?.at.getTime() ?? 0) / 1000))
    const userinfo = await client.fetchUserInfo(zones.config, signedIn.access_token, people.petra)
    expect(userinfo).toEqual({ sub: people.petra, name: 'Petra', locale: 'en', email: 'petra@alpweb.example' })
    expect(signedIn.refresh_token).toBeUndefined()
  })

  test('shows their address only where the console asks for it', async () => {
    const signedIn = await zones.signIn(petra.token, { scope: 'openid' })
    expect(signedIn.claims()).not.toHaveProperty('email')
    expect(await client.fetchUserInfo(zones.config, signedIn.access_token, people.petra)).not.toHaveProperty('email')
  })

  test('is known by another name of the session to each console', async () => {
    const [one, other] = [(await zones.signIn(petra.token)).claims(), (await mails.signIn(petra.token)).claims()]
    expect(one?.['sid']).toBeDefined()
    expect(one?.['sid']).not.toBe(other?.['sid'])
  })

  test('holds no cookie of the provider', async () => {
    const { url } = await zones.begin()
    const response = await fetch(url, { redirect: 'manual', headers: { cookie: `__Host-session=${petra.token}` } })
    expect(response.status).toBe(303)
    expect(response.headers.getSetCookie()).toEqual([])
  })
})

describe('whoever is not', () => {
  test('signs in first and comes back to the console', async () => {
    const { url, checks } = await zones.begin()
    const jar = new Map<string, string>()
    const atSignIn = await follow(url, '', jar)
    expect(atSignIn.pathname).toBe('/sign-in')
    const next = atSignIn.searchParams.get('next') ?? ''
    expect(next).toMatch(/^\/oidc\/auth\//)
    jar.set('__Host-session', petra.token)
    const landed = await follow(new URL(next, url), petra.token, jar)
    expect((await client.authorizationCodeGrant(zones.config, landed, checks)).claims()?.sub).toBe(people.petra)
  })

  test('is told so when the console asks for no page', async () => {
    const landed = await follow((await zones.begin({ prompt: 'none' })).url, '')
    expect(landed.origin).toBe(zones.origin)
    expect(landed.searchParams.get('error')).toBe('login_required')
    expect(landed.searchParams.get('iss')).toBe(publicUrl)
  })

  test('a fresh authentication is asked for when the console wants one, and one since then will do', async () => {
    const anna = await givenCaller(server, people.anna)
    const aged = "update session set authenticated_at = now() - interval '1 hour' where person_id = $1"
    for (const more of [{ prompt: 'login' }, { max_age: '600' }]) {
      await server.database.owner.query(aged, [people.anna])
      const jar = new Map<string, string>()
      const { url, checks } = await zones.begin(more)
      const asked = await follow(url, anna.token, jar)
      expect([asked.pathname, asked.searchParams.get('again')]).toEqual(['/sign-in', 'yes'])
      const again = new URL(asked.searchParams.get('next') ?? '', url)
      await server.database.owner.query("update session set authenticated_at = now() + interval '1 second' where person_id = $1", [
        people.anna,
      ])
      const landed = await follow(again, anna.token, jar)
      expect((await client.authorizationCodeGrant(zones.config, landed, checks)).claims()?.sub).toBe(people.anna)
    }
  })
})

describe('refused are', () => {
  test('a request without PKCE, or with the plain method', async () => {
    for (const change of [
      (url: URL) => url.searchParams.delete('code_challenge'),
      (url: URL) => url.searchParams.set('code_challenge_method', 'plain'),
    ]) {
      const { url } = await zones.begin()
      change(url)
      if (!url.searchParams.has('code_challenge')) url.searchParams.delete('code_challenge_method')
      expect((await follow(url, petra.token)).searchParams.get('error')).toBe('invalid_request')
    }
  })

  test('an address that is not registered to the letter: nobody is sent there', async () => {
    for (const wrong of [`${zones.redirectUri}/`, `${zones.redirectUri}?x=1`, mails.redirectUri, 'https://evil.example/callback']) {
      const { url } = await zones.begin({ redirect_uri: wrong })
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: `__Host-session=${petra.token}`, accept: 'text/html', 'accept-language': 'en' },
      })
      expect([response.status, response.headers.get('location')]).toEqual([400, null])
      expect(await response.text()).toContain('Back to Prokura')
    }
  })

  test('ids that are none: an answer, and no failure of ours', async () => {
    for (const path of ['/oidc/auth?client_id=%00', '/oidc/end-session?client_id=%00'])
      expect((await fetch(server.url + path, { redirect: 'manual' })).status).toBeLessThan(500)
    for (const path of ['/oidc/token', '/oidc/introspect']) {
      const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: '\0', client_secret: 'a', token: 'a' })
      expect((await fetch(server.url + path, { method: 'POST', body })).status).toBe(401)
    }
  })

  test('other flows', async () => {
    for (const type of ['token', 'id_token', 'code id_token'])
      expect(
        (await follow((await zones.begin({ response_type: type })).url, petra.token)).searchParams.get('error') ?? 'in the fragment',
      ).toMatch(/unsupported_response_type|in the fragment|invalid_request/)
  })

  test('a code that was used, and with it what it was used for', async () => {
    const { url, checks } = await zones.begin()
    const landed = await follow(url, petra.token)
    const first = await client.authorizationCodeGrant(zones.config, landed, checks)
    expect(await errorOf(client.authorizationCodeGrant(zones.config, landed, checks))).toBe('invalid_grant')
    expect(await zones.introspect(first.access_token)).toEqual({ active: false })
  })

  test('of two who show one code at once, at least one', async () => {
    const { url, checks } = await zones.begin()
    const landed = await follow(url, petra.token)
    const tries = await Promise.all([1, 2, 3].map(() => errorOf(client.authorizationCodeGrant(zones.config, landed, checks))))
    expect(tries.filter((error) => error === 'none').length).toBeLessThanOrEqual(1)
  })

  test('a code of another console, and one with another verifier', async () => {
    const { url, checks } = await zones.begin()
    const landed = await follow(url, petra.token)
    const stolen = new URL(landed.href.replace(zones.redirectUri, mails.redirectUri))
    expect(await errorOf(client.authorizationCodeGrant(mails.config, stolen, checks))).toBe('invalid_grant')
    const other = { ...checks, pkceCodeVerifier: client.randomPKCECodeVerifier() }
    expect(await errorOf(client.authorizationCodeGrant(zones.config, landed, other))).toBe('invalid_grant')
  })

  test('a wrong secret, and a console that was removed', async () => {
    const gone = await givenConsole(server)
    const held = await gone.signIn(petra.token)
    const wrong = await client.discovery(new URL(publicUrl), gone.clientId, undefined, client.ClientSecretBasic(randomUUID()), {
      execute: [client.allowInsecureRequests],
    })
    expect(await errorOf(client.clientCredentialsGrant(wrong, { scope: 'decisions' }))).toBe('401')
    await removeConsole(server.database.system, gone.clientId)
    expect(await errorOf(client.clientCredentialsGrant(gone.config, { scope: 'decisions' }))).toBe('401')
    expect(await errorOf(client.fetchUserInfo(gone.config, held.access_token, people.petra))).not.toBe('none')
  })
})

describe('what a console got', () => {
  test('opens nothing of Prokura’s own API', async () => {
    const { access_token } = await zones.signIn(petra.token)
    const response = await fetch(`${server.url}/api/me`, { headers: { authorization: `Bearer ${access_token}` } })
    expect(response.status).toBe(401)
  })

  test('is over when the session ends, wherever it is ended', async () => {
    const browser = await givenCaller(server, people.marc)
    const { access_token } = await zones.signIn(browser.token)
    expect(await zones.introspect(access_token)).toMatchObject({ active: true, sub: people.marc, client_id: zones.clientId })
    expect(await mails.introspect(access_token)).toEqual({ active: false })
    const { url, checks } = await zones.begin()
    const landed = await follow(url, browser.token)
    expect((await browser.send('POST', '/sign-out-everywhere')).status).toBe(200)
    expect(await zones.introspect(access_token)).toEqual({ active: false })
    expect(await errorOf(client.fetchUserInfo(zones.config, access_token, people.marc))).not.toBe('none')
    expect(await errorOf(client.authorizationCodeGrant(zones.config, landed, checks))).toBe('invalid_grant')
  })

  test('is given back', async () => {
    const { access_token } = await zones.signIn(petra.token)
    await client.tokenRevocation(mails.config, access_token)
    expect(await zones.introspect(access_token)).toMatchObject({ active: true })
    await client.tokenRevocation(zones.config, access_token)
    expect(await zones.introspect(access_token)).toEqual({ active: false })
  })

  test('ends when the person signs out of the console, and Prokura stays signed in', async () => {
    const browser = await givenCaller(server, people.luca)
    const signedIn = await zones.signIn(browser.token)
    const url = client.buildEndSessionUrl(zones.config, {
      id_token_hint: signedIn.id_token ?? '',
      post_logout_redirect_uri: `${zones.origin}/goodbye`,
      state: 'seen',
    })
    const response = await fetch(url, { redirect: 'manual' })
    expect(response.headers.get('location')).toBe(`${zones.origin}/goodbye?state=seen`)
    expect(await zones.introspect(signedIn.access_token)).toEqual({ active: false })
    expect((await browser.get('/me')).status).toBe(200)
    const elsewhere = new URL(url)
    elsewhere.searchParams.set('post_logout_redirect_uri', 'https://evil.example/')
    expect((await fetch(elsewhere, { redirect: 'manual' })).headers.get('location')).toBe('/')
  })

  test('stays over when the person signs in to the console again in the same session, which what is old does not end either', async () => {
    const { token } = await givenCaller(server, people.luca)
    const before = await zones.signIn(token)
    const { url: begun, checks } = await zones.begin()
    const landed = await follow(begun, token)
    const url = client.buildEndSessionUrl(zones.config, { id_token_hint: before.id_token ?? '' })
    await fetch(url, { redirect: 'manual' })
    const again = await zones.signIn(token)
    expect(await zones.introspect(before.access_token)).toEqual({ active: false })
    expect(await errorOf(client.authorizationCodeGrant(zones.config, landed, checks))).toBe('invalid_grant')
    expect(again.claims()?.['sid']).not.toBe(before.claims()?.['sid'])
    await fetch(url, { redirect: 'manual' })
    expect(await zones.introspect(again.access_token)).toMatchObject({ active: true })
  })
})

test('nothing of it stands readable in the database', async () => {
  const { url, checks } = await zones.begin()
  const landed = await follow(url, petra.token)
  const { access_token } = await client.authorizationCodeGrant(zones.config, landed, checks)
  const own = await client.clientCredentialsGrant(zones.config, { scope: 'decisions' })
  for (const secret of [landed.searchParams.get('code') ?? '', access_token, own.access_token, zones.secret]) {
    expect(secret.length).toBeGreaterThan(20)
    for (const table of ['oidc_state', 'console', 'console_session', 'console_token', 'signing_key']) {
      const { rowCount } = await server.database.owner.query(`select from ${table} kept where kept::text like $1`, [`%${secret}%`])
      expect({ table, rowCount }).toEqual({ table, rowCount: 0 })
    }
  }
})
