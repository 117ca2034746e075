// What one node begins, another can finish: nothing of the OpenID provider is in a node's memory, and all sign with the same keys, also when
// another key takes over.
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { follow, givenConsole } from '../../../tests/given-console.ts'
import { givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'
import { asId } from '../../domain/ids.ts'
import { startServer } from '../main.ts'
import { countEndedTokens } from '../partnerships/ended-tokens-store.ts'
import { transact } from '../platform/transact.ts'
import { registerConsole } from './register-console.ts'

const first = await givenServer({ set: { SECRET_KEY: 'ab'.repeat(32) } })
const { partners, beck, acting, partnershipId } = await givenProducts(first)
const zones = await givenConsole(first)
const second = await startServer({ ...first.config, port: 0, smtpUrl: first.mailbox.smtpUrl }, first.database.address)
afterAll(second.stop)

const redeem = async (node: string, landed: URL, verifier: string) => {
  const response = await fetch(`${node}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${zones.clientId}:${zones.secret}`)}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: landed.searchParams.get('code') ?? '',
      redirect_uri: zones.redirectUri,
      code_verifier: verifier,
    }),
  })
  return { status: response.status, body: (await response.json()) as { id_token?: string; access_token?: string } }
}
const keysOf = async (node: string) => {
  const published = (await (await fetch(`${node}/oidc/jwks`)).json()) as JSONWebKeySet
  return { keys: createLocalJWKSet(published), count: published.keys.length }
}
const signedBy = async (node: string, token = '') => (await jwtVerify(token, (await keysOf(node)).keys)).protectedHeader.kid

test('a code of one node is redeemed at the other, once in all', async () => {
  const { url, checks } = await zones.begin()
  const landed = await follow(url, partners.petra.token)
  const there = await redeem(second.url, landed, checks.pkceCodeVerifier)
  expect(there.status).toBe(200)
  expect(await signedBy(first.url, there.body.id_token)).toBeDefined()
  expect((await redeem(first.url, landed, checks.pkceCodeVerifier)).status).toBe(400)
})

test('under a public address, cookies and addresses are those of that address, whatever the node is asked by', async () => {
  const publicUrl = 'https://prokura.example'
  const { clientId } = await registerConsole(first.database.system, publicUrl, {
    name: 'Mail panel',
    families: ['mail'],
    resource: 'https://mail.example/',
    redirectUris: ['https://mail.example/callback'],
    initiateLoginUri: 'https://mail.example/sign-in',
  })
  const node = await startServer({ ...first.config, port: 0, publicUrl, smtpUrl: first.mailbox.smtpUrl }, first.database.address)
  try {
    const asked = new URLSearchParams({
      ...{ client_id: clientId, redirect_uri: 'https://mail.example/callback', response_type: 'code', scope: 'openid' },
      ...{ code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' },
    })
    const answer = await fetch(`${node.url}/oidc/auth?${asked}`, { redirect: 'manual', headers: { 'x-forwarded-host': 'evil.example' } })
    expect(answer.headers.get('location')).toMatch(/^\/sign-in\?next=%2Foidc%2Fauth%2F/)
    const cookies = answer.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toMatch(/^_interaction_resume.*; secure; httponly/i)
    const found = (await (await fetch(`${node.url}/.well-known/openid-configuration`)).json()) as Record<string, unknown>
    expect([found['issuer'], found['token_endpoint']]).toEqual([publicUrl, `${publicUrl}/oidc/token`])
  } finally {
    await node.stop()
  }
})

test('a key that takes over signs on every node, and what the one before signed is still known', async () => {
  const before = await zones.signIn(partners.petra.token)
  const pass = (days: number) =>
    first.database.owner.query('update signing_key set signs_from = signs_from - make_interval(days => $1)', [days])
  await pass(30)
  await first.server.house.keys.rotate()
  await pass(2)
  await Promise.all([first.server.house.keys.rotate(), second.house.keys.rotate()])
  const after = await zones.signIn(partners.petra.token)
  const { url, checks } = await zones.begin()
  const elsewhere = await redeem(second.url, await follow(url, partners.petra.token), checks.pkceCodeVerifier)
  const [old, fresh] = [await signedBy(second.url, before.id_token), await signedBy(second.url, after.id_token)]
  expect(fresh).not.toBe(old)
  expect(await signedBy(first.url, elsewhere.body.id_token)).toBe(fresh)
  expect((await keysOf(second.url)).count).toBe(2)
  expect(await zones.introspect(before.access_token)).toMatchObject({ active: true })
})

test('whoever ends visits is told how many tokens ended with them', async () => {
  const { body } = await partners.petra.send('POST', `${acting}/visit`, {})
  const visit = String(body['id'])
  const subject = (await zones.signIn(partners.petra.token)).access_token
  await zones.exchange(subject, { visit })
  await zones.exchange(subject, { visit })
  const counted = () =>
    transact(first.database.app, { 'app.organisation': beck.id }, async (tx) => ({
      result: await countEndedTokens(tx, [asId(visit)]),
      closing: undefined,
    }))
  expect(await counted()).toBe(0)
  expect((await beck.ruth.send('POST', `/o/${beck.id}/partnerships/${partnershipId}/stop`, {})).status).toBe(200)
  expect(await counted()).toBe(2)
})
