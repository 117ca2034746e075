// Tokens with which a console acts for somebody: what they say, who gets one, and how soon they are over.
import { randomUUID } from 'node:crypto'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { describe, expect, test } from 'vitest'
import { givenCaller } from '../../../tests/given-caller.ts'
import { givenConsole } from '../../../tests/given-console.ts'
import { entriesOf, givenProducts } from '../../../tests/given-products.ts'
import { givenActive, givenCustomer } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenProducts(server)
const { partners, beck, acting, partnershipId } = story
const { petra, paul, people, alpweb } = partners
const zones = await givenConsole(server, { families: ['domain'] })
const mails = await givenConsole(server, { families: ['mail'], name: 'Mail panel' })
const { publicUrl } = server.config
const keys = createRemoteJWKSet(new URL(`${publicUrl}/oidc/jwks`))

const visitIn = async (caller: typeof petra, path: string) => {
  const { status, body } = await caller.send('POST', `${path}/visit`, {})
  expect(status).toBe(200)
  return String(body['id'])
}
const petrasVisit = await visitIn(petra, acting)
const petrasToken = (await zones.signIn(petra.token)).access_token
const petrasMailToken = (await mails.signIn(petra.token)).access_token

/** What the answer says of why not. */
const refusal = (failing: Promise<unknown>) =>
  failing.then(
    () => 'none',
    (failure: { error?: string; error_description?: string }) => `${failure.error} ${failure.error_description?.split(':')[0]}`,
  )

describe('a token for acting', () => {
  test('says on behalf of whom, by whom, under what, to one console, for at most five minutes', async () => {
    const answer = await zones.exchange(petrasToken, { visit: petrasVisit })
    expect(answer).toMatchObject({ token_type: 'bearer', issued_token_type: 'urn:ietf:params:oauth:token-type:access_token' })
    const { payload, protectedHeader } = await jwtVerify(answer.access_token, keys, { issuer: publicUrl, audience: zones.resource })
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'at+jwt' })
    expect(payload).toEqual({
      iss: publicUrl,
      aud: zones.resource,
      sub: beck.id,
      act: { sub: people.petra },
      client_id: zones.clientId,
      partner: alpweb,
      partnership: partnershipId,
      grant_version: 1,
      visit: petrasVisit,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      iat: expect.any(Number),
      exp: expect.any(Number),
    })
    const lasts = (payload.exp ?? 0) - Date.now() / 1000
    expect(lasts).toBeGreaterThan(290)
    expect(lasts).toBeLessThanOrEqual(300)
    expect(answer.expires_in).toBeLessThanOrEqual(300)
  })

  test('in the own organisation says who, where and in which role, and acts for nobody', async () => {
    const token = (await zones.signIn(beck.ruth.token)).access_token
    const answer = await zones.exchange(token, { organisation: beck.id })
    const { payload } = await jwtVerify(answer.access_token, keys, { issuer: publicUrl, audience: zones.resource })
    expect(payload).toMatchObject({ sub: beck.personId, organisation: beck.id, role: 'legal_representative' })
    expect(payload).not.toHaveProperty('act')
    expect(await zones.introspect(answer.access_token)).toMatchObject({ active: true, organisation: beck.id })
  })

  test('opens nothing of Prokura’s own API, and is never exchanged for another', async () => {
    const { access_token } = await zones.exchange(petrasToken, { visit: petrasVisit })
    for (const path of ['/me', `${acting}/products`, `/o/${alpweb}/shell`]) {
      const response = await fetch(`${server.url}/api${path}`, { headers: { authorization: `Bearer ${access_token}` } })
      expect(response.status).toBe(401)
    }
    const userinfo = await fetch(`${server.url}/oidc/userinfo`, { headers: { authorization: `Bearer ${access_token}` } })
    expect(userinfo.status).toBe(401)
    expect(await refusal(zones.exchange(access_token, { visit: petrasVisit }))).toBe('invalid_request subject_token')
  })

  test('ends where the access ends, if that is sooner', async () => {
    const customer = await givenCustomer(server, 'Bald AG', 'ruth@bald.example')
    const { partnershipId: id } = await givenActive(server, partners, customer)
    const visit = await visitIn(petra, `/c/${id}`)
    await server.database.owner.query(
      `begin; set local session_replication_role = replica; update visit set expires_at = now() + interval '90 seconds' where id = '${visit}'; commit`,
    )
    const answer = await zones.exchange(petrasToken, { visit })
    expect(answer.expires_in).toBeLessThanOrEqual(90)
    expect(answer.expires_in).toBeGreaterThan(80)
  })

  test('is on the journal once in a visit and console: the customer reads which console was opened, by whom', async () => {
    await Promise.all([1, 2, 3].map(() => mails.exchange(petrasMailToken, { visit: petrasVisit })))
    const entries = await entriesOf(beck.ruth, beck.id, 'visit.console_opened')
    const ofMails = entries.filter((entry) => JSON.stringify(entry).includes('Mail panel'))
    expect(ofMails).toHaveLength(1)
    expect(JSON.stringify(ofMails)).toContain('Petra')
  })

  test('keeps the visit going: asking for one is something that happens in it', async () => {
    await server.database.owner.query("update visit set seen_at = now() - interval '29 minutes' where id = $1", [petrasVisit])
    expect((await zones.exchange(petrasToken, { visit: petrasVisit })).expires_in).toBeGreaterThan(290)
    const { rows } = await server.database.owner.query<{ fresh: boolean }>(
      "select seen_at > now() - interval '1 minute' as fresh from visit where id = $1",
      [petrasVisit],
    )
    expect(rows).toEqual([{ fresh: true }])
  })
})

describe('nobody gets one', () => {
  test('for a visit of somebody else, of another session of the same person, or for none', async () => {
    const paulsVisit = await visitIn(paul, story.narrow)
    expect(await refusal(zones.exchange(petrasToken, { visit: paulsVisit }))).toBe('invalid_request visit')
    const second = await givenCaller(server, people.petra)
    const there = (await zones.signIn(second.token)).access_token
    expect(await refusal(zones.exchange(there, { visit: petrasVisit }))).toBe('invalid_request visit')
    for (const visit of [randomUUID(), 'x', '']) expect(await refusal(zones.exchange(petrasToken, { visit }))).toBe('invalid_request visit')
  })

  test('for an organisation one is no member of, not even the customer one is visiting', async () => {
    for (const organisation of [beck.id, story.neighbour.id, randomUUID()])
      expect(await refusal(zones.exchange(petrasToken, { organisation }))).toBe('invalid_request membership')
  })

  test('for both, or for nothing', async () => {
    expect(await refusal(zones.exchange(petrasToken, {}))).toBe('invalid_request visit')
    expect(await refusal(zones.exchange(petrasToken, { visit: petrasVisit, organisation: alpweb }))).toBe('invalid_request visit')
  })

  test('with the token of another console, a made-up one, one of another kind, or none', async () => {
    expect(await refusal(mails.exchange(petrasToken, { visit: petrasVisit }))).toBe('invalid_request subject_token')
    expect(await refusal(zones.exchange('x'.repeat(43), { visit: petrasVisit }))).toBe('invalid_request subject_token')
    const id = 'urn:ietf:params:oauth:token-type:id_token'
    expect(await refusal(zones.exchange(petrasToken, { visit: petrasVisit, subject_token_type: id }))).toBe(
      'invalid_request subject_token_type',
    )
    expect(await refusal(zones.exchange('', { visit: petrasVisit }))).toBe('invalid_request subject_token')
  })

  test('for another audience, with scopes, or with an actor of the console’s choosing', async () => {
    const visit = petrasVisit
    expect(await refusal(zones.exchange(petrasToken, { visit, resource: mails.resource }))).toMatch(/^invalid_target/)
    expect(await refusal(zones.exchange(petrasToken, { visit, audience: publicUrl }))).toMatch(/^invalid_target/)
    expect(await refusal(zones.exchange(petrasToken, { visit, scope: 'openid' }))).toMatch(/^invalid_scope/)
    expect(await refusal(zones.exchange(petrasToken, { visit, actor_token: petrasToken }))).toBe('invalid_request actor_token')
    expect((await zones.exchange(petrasToken, { visit, resource: zones.resource })).access_token).toContain('.')
  })
})

describe('two consoles', () => {
  test('never know each other’s tokens', async () => {
    const { access_token } = await zones.exchange(petrasToken, { visit: petrasVisit })
    await expect(jwtVerify(access_token, keys, { issuer: publicUrl, audience: mails.resource })).rejects.toThrow(/aud/)
    expect(await mails.introspect(access_token)).toEqual({ active: false })
    await mails.revoke(access_token)
    expect(await zones.introspect(access_token)).toMatchObject({ active: true, act: { sub: people.petra }, visit: petrasVisit })
    await zones.revoke(access_token)
    expect(await zones.introspect(access_token)).toEqual({ active: false })
  })

  test('cannot make tokens: whatever was changed is not known', async () => {
    const { access_token } = await zones.exchange(petrasToken, { visit: petrasVisit })
    const [header, payload, signature] = access_token.split('.')
    const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()), sub: randomUUID() }))
    for (const token of [`${header}.${forged.toString('base64url')}.${signature}`, `${header}.${payload}.`, 'a.b.c', '..'])
      expect(await zones.introspect(token)).toEqual({ active: false })
  })
})

describe('it is over, and no other is given out,', () => {
  const over = async (end: (customer: Awaited<ReturnType<typeof givenCustomer>>, id: string) => Promise<unknown>, missing: string) => {
    const name = randomUUID().slice(0, 8)
    const customer = await givenCustomer(server, `Kunde ${name} AG`, `ruth@k${name}.example`)
    const { partnershipId: id } = await givenActive(server, partners, customer)
    const browser = await givenCaller(server, people.petra)
    const subject = (await zones.signIn(browser.token)).access_token
    const visit = await visitIn(browser, `/c/${id}`)
    const { access_token } = await zones.exchange(subject, { visit })
    expect(await zones.introspect(access_token)).toMatchObject({ active: true })
    await end(customer, id)
    expect(await zones.introspect(access_token)).toEqual({ active: false })
    expect(await refusal(zones.exchange(subject, { visit }))).toBe(`invalid_request ${missing}`)
    const { rows } = await server.database.owner.query<{ ended: boolean }>(
      'select ended_at is not null as ended from console_token where visit_id = $1',
      [visit],
    )
    return rows.map(({ ended }) => ended)
  }

  test('when the customer ends the visit', async () => {
    const ended = await over(async ({ ruth, id }, partnership) => {
      const { rows } = await server.database.owner.query<{ id: string }>('select id from visit where partnership_id = $1', [partnership])
      expect((await ruth.send('DELETE', `/o/${id}/partnerships/${partnership}/visits/${rows[0]?.id}`)).status).toBe(200)
    }, 'visit_not_over')
    expect(ended).toEqual([true])
  })

  test('when the customer stops access, or ends the partnership', async () => {
    const stop = over(
      ({ ruth, id }, partnership) => ruth.send('POST', `/o/${id}/partnerships/${partnership}/stop`, {}),
      'not_suspended_by_customer',
    )
    expect(await stop).toEqual([true])
    const end = over(
      ({ ruth, id }, partnership) => ruth.send('POST', `/o/${id}/partnerships/${partnership}/end`, { reason: null }),
      'partnership_active',
    )
    expect(await end).toEqual([true])
  })

  test('when the person signs out, or leaves the visit', async () => {
    const signedOut = over(async (_, partnership) => {
      const { rows } = await server.database.owner.query<{ session: string }>(
        'select session_id as session from visit where partnership_id = $1',
        [partnership],
      )
      expect((await petra.send('DELETE', `/account/sessions/${rows[0]?.session}`)).status).toBe(200)
    }, 'subject_token')
    expect(await signedOut).toEqual([true])
  })

  test('when the visit ran out by the clock, before anybody wrote it down', async () => {
    const idle = () =>
      over(
        (_, partnership) =>
          server.database.owner.query("update visit set seen_at = now() - interval '31 minutes' where partnership_id = $1", [partnership]),
        'visit_not_over',
      )
    // A node writes it down every half minute: where that was just then, once more.
    const ended = await idle()
    expect(ended[0] ? await idle() : ended).toEqual([false])
  })
})

test('issuing and ending at the same moment leave no token behind', async () => {
  const customer = await givenCustomer(server, 'Rennen AG', 'ruth@rennen.example')
  const { partnershipId: id } = await givenActive(server, partners, customer)
  const visit = await visitIn(petra, `/c/${id}`)
  const racing = Array.from({ length: 8 }, () => zones.exchange(petrasToken, { visit }).catch(() => undefined))
  const stop = customer.ruth.send('POST', `/o/${customer.id}/partnerships/${id}/stop`, {})
  await Promise.all([...racing, stop])
  const { rows } = await server.database.owner.query('select from console_token where visit_id = $1 and ended_at is null', [visit])
  expect(rows).toEqual([])
})
