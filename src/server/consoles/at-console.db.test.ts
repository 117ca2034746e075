// A console asks Prokura's own API in somebody's name: as that person, for that place, about its families, and not a moment longer.
import { describe, expect, test } from 'vitest'
import { givenConsole } from '../../../tests/given-console.ts'
import { entriesOf, givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'
import { openProkura } from '../../client/open-prokura.ts'
import { ProkuraError } from '../../client/prokura-error.ts'

const server = await givenServer()
const { partners, beck, products, partnershipId, narrow } = await givenProducts(server)
const { petra, people, alpweb } = partners
const { publicUrl: issuer } = server.config
const zones = await givenConsole(server, { families: ['domain'] })
const mails = await givenConsole(server, { families: ['mail'] })
const open = ({ clientId, secret, resource }: typeof zones) => openProkura({ issuer, clientId, clientSecret: secret, resource })
const prokura = open(zones)

const entered = async (path = `/c/${partnershipId}`) => String((await petra.send('POST', `${path}/visit`, {})).body['id'])
const visit = await entered()
const signedIn = (await zones.signIn(petra.token)).access_token
const held = await prokura.tokens.exchange(signedIn, { visit })

const refusal = (failing: Promise<unknown>) =>
  failing.then(
    () => 'none',
    (failure: unknown) => (failure instanceof ProkuraError ? `${failure.code} ${failure.reason}` : String(failure)),
  )

describe('a console acts for somebody in a visit', () => {
  test('the token says so, and is verified', () => {
    expect(held.acting).toMatchObject({
      kind: 'visit',
      person: people.petra,
      customer: beck.id,
      partner: alpweb,
      partnership: partnershipId,
      visit,
    })
  })

  test('the zone is read and changed in her name, and the customer reads who did it, for whom, in which visit', async () => {
    const zone = await prokura.zones.read(held, products.domain)
    expect(zone).toMatchObject({ domain: 'beck.example', may: expect.arrayContaining(['domain.view', 'domain.manage']) })
    const added = await prokura.zones.addRecord(held, products.domain, { name: 'shop', type: 'A', value: '192.0.2.44' })
    const record = { name: 'shop', type: 'A', value: '192.0.2.45' } as const
    await prokura.zones.changeRecord(held, products.domain, { id: added.id, record, changedAt: added.changedAt })
    expect(await prokura.zones.file(held, products.domain)).toContain('shop 3600 IN A 192.0.2.45')
    await prokura.zones.removeRecord(held, products.domain, added.id)
    expect((await prokura.zones.read(held, products.domain)).serial).toBe(zone.serial + 3)
    for (const kind of ['domain.record_added', 'domain.record_changed', 'domain.record_removed'])
      expect(JSON.stringify(await entriesOf(beck.ruth, beck.id, kind))).toContain('Petra')
    const { rows } = await server.database.owner.query(
      "select person_id, partnership_id, visit_id, product_id from journal where kind = 'domain.record_added'",
    )
    expect(rows).toEqual([{ person_id: people.petra, partnership_id: partnershipId, visit_id: visit, product_id: products.domain }])
  })

  test('what is wrong with a record is said by its part', async () => {
    const wrong = prokura.zones.addRecord(held, products.domain, { name: 'shop', type: 'A', value: '192.0.2.999' })
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid_request',
      reason: 'invalid_record',
      faults: [{ pointer: '/body/value', code: 'ipv4' }],
    })
  })

  test('she does what she could do herself, and nothing else', async () => {
    expect(await refusal(prokura.zones.read(held, products.foreign))).toBe('refused not_found')
    expect(await refusal(prokura.zones.read(held, products.mail))).toBe('refused not_found')
    const elsewhere = { ...held, acting: { ...held.acting, partnership: narrow.slice(3) } } as typeof held
    expect(await refusal(prokura.zones.read(elsewhere, products.second))).toBe('refused not_found')
  })
})

describe('neither token opens anything alone', () => {
  const ask = async (headers: Readonly<Record<string, string>>, path = `/c/${partnershipId}/products/${products.domain}/records`) =>
    (await fetch(`${server.url}/api${path}`, { headers })).status

  test('the one to act with is none of the API, nor that of the console', async () => {
    const own = await prokura.connection.own.get()
    expect(await ask({ authorization: `Bearer ${held.token}` })).toBe(401)
    expect(await ask({ authorization: `Bearer ${own}` })).toBe(401)
    expect(await ask({ 'acting-token': held.token })).toBe(401)
    expect(await ask({ authorization: `Bearer ${signedIn}`, 'acting-token': held.token })).toBe(401)
    expect(await ask({ authorization: `Bearer ${own}`, 'acting-token': held.token })).toBe(200)
    expect(await ask({ authorization: `Bearer ${own}`, 'acting-token': `${held.token.slice(0, -2)}AA` })).toBe(401)
  })

  test('another console cannot use it, and this one cannot use it for what is not for consoles', async () => {
    const others = await open(mails).connection.own.get()
    expect(await ask({ authorization: `Bearer ${others}`, 'acting-token': held.token })).toBe(401)
    const own = await prokura.connection.own.get()
    expect(await ask({ authorization: `Bearer ${own}`, 'acting-token': held.token }, `/c/${partnershipId}/products`)).toBe(403)
    expect(await ask({ authorization: `Bearer ${own}`, 'acting-token': held.token }, '/me')).toBe(403)
  })

  test('a cookie beside it says by itself who asks', async () => {
    const own = { cookie: `__Host-session=${beck.ruth.token}`, 'acting-token': held.token }
    expect(await ask(own, `/o/${beck.id}/products/${products.domain}/records`)).toBe(200)
    expect(await ask(own)).toBe(404)
  })
})

test('a member acts in the own organisation alone', async () => {
  const own = await prokura.tokens.exchange((await zones.signIn(beck.ruth.token)).access_token, { organisation: beck.id })
  expect(own.acting).toMatchObject({ kind: 'member', person: beck.personId, organisation: beck.id, role: 'legal_representative' })
  expect((await prokura.zones.read(own, products.domain)).domain).toBe('beck.example')
  expect(await refusal(prokura.zones.read(own, products.foreign))).toBe('refused not_found')
})

test('it is over with the visit', async () => {
  expect((await petra.send('DELETE', `/c/${partnershipId}/visit`)).status).toBe(200)
  expect(await refusal(prokura.zones.read(held, products.domain))).toBe('unauthenticated not_signed_in')
  expect(await refusal(prokura.tokens.exchange(signedIn, { visit }))).toBe('refused visit_not_over')
  const again = await entered()
  expect(await refusal(prokura.zones.read(held, products.domain))).toBe('unauthenticated not_signed_in')
  const next = await prokura.tokens.exchange(signedIn, { visit: again })
  expect((await prokura.zones.read(next, products.domain)).domain).toBe('beck.example')
})
