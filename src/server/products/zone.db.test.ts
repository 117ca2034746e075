import { describe, expect, test } from 'vitest'
import { mailTo } from '../../../tests/given-people.ts'
import { entriesOf, givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const world = await givenProducts(await givenServer())
const { own, acting, narrow, products, nobody, beck, neighbour, partners, collaborator } = world
const { petra, paul, anna } = partners
const zone = (product = products.domain) => `/products/${product}/records`
type Rec = { id: string; name: string; type: string; value: string; changedAt: string }
const recordsOf = async (place: string, caller = petra) => (await caller.get(`${place}${zone()}`)).body['records'] as Rec[]

describe('whoever may not', () => {
  const someId = '0190f9d0-0000-7000-8000-000000000000'
  const record = { name: 'shop', type: 'A', value: '192.0.2.5' }
  const endpoints = [
    ['GET', '/products', undefined],
    ['GET', `/products/${products.domain}`, undefined],
    ['GET', zone(), undefined],
    ['GET', `/products/${products.domain}/zone-file`, undefined],
    ['POST', zone(), record],
    ['PUT', `${zone()}/${someId}`, record],
    ['DELETE', `${zone()}/${someId}`, undefined],
    ['PUT', `/products/${products.domain}/name-servers`, { nameServers: ['a.dns.example', 'b.dns.example'] }],
  ] as const

  test.each(endpoints)('%s %s: nobody is signed in', async (method, path, body) => {
    for (const place of [own, acting]) expect((await nobody.send(method, place + path, body)).status).toBe(401)
  })

  test.each(endpoints)('%s %s: another organisation and an unassigned collaborator find nothing', async (method, path, body) => {
    expect((await neighbour.ruth.send(method, own + path, body)).status).toBe(404)
    expect((await anna.send(method, acting + path, body)).status).toBe(404)
    expect((await petra.send(method, own + path, body)).status).toBe(404)
  })

  test.each(endpoints.slice(1))('%s %s: a product out of reach is as absent as one that does not exist', async (method, path, body) => {
    const absent = path.replace(products.domain, someId)
    const [hidden, missing] = [await paul.send(method, narrow + path, body), await paul.send(method, narrow + absent, body)]
    expect(hidden).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' })
    expect((await petra.send(method, acting + path.replace(products.domain, products.foreign), body)).status).toBe(404)
  })
})

test('the list shows who owns, who pays and who looks after each product', async () => {
  const { body } = await beck.ruth.get(`${own}/products`)
  const listed = body['products'] as { name: string; owner: string; payer: string; managers: string[]; price: unknown }[]
  expect(listed.map(({ name }) => name)).toEqual(['beck-zuerich.example', 'beck.example', 'Webhosting Plus', 'beck.example'])
  expect(listed[0]).toMatchObject({ owner: beck.name, payer: beck.name, managers: ['Alpweb AG', 'Webwerk GmbH'], price: { amount: 1490 } })
  const seen = (await paul.get(`${narrow}/products`)).body['products'] as { name: string; managers: string[]; price: unknown }[]
  expect(seen).toMatchObject([{ name: 'beck-zuerich.example', managers: ['Webwerk GmbH'], price: null }])
})

test('a collaborator of the customer changes records too, and is told what the role does not allow', async () => {
  const added = await collaborator.send('POST', own + zone(), { name: 'team', type: 'A', value: '192.0.2.44' })
  expect(added.status).toBe(200)
  const { body } = await collaborator.get(`${own}/products/${products.domain}`)
  expect(body['may']).toEqual(['domain.view', 'domain.manage'])
  expect(body['missing']).toContainEqual({ right: 'product.delete', code: 'role', givenBy: 'own_administrator' })
})

describe('on behalf of the customer', () => {
  test('a record is added, changed and removed, each on record with person and visit', async () => {
    const added = await petra.send('POST', acting + zone(), { name: 'Shop.beck.example.', type: 'CNAME', value: 'Läden.example.net.' })
    expect(added.body).toMatchObject({ name: 'shop', value: 'xn--lden-loa.example.net', ttl: 3600, priority: null })
    const path = `${acting}${zone()}/${String(added.body['id'])}`
    const changed = await petra.send('PUT', path, {
      name: 'shop',
      type: 'CNAME',
      value: 'web.example.net',
      changedAt: added.body['changedAt'],
    })
    expect(changed.body).toMatchObject({ value: 'web.example.net' })
    expect(
      (await petra.send('PUT', path, { name: 'shop', type: 'CNAME', value: 'c.example.net', changedAt: added.body['changedAt'] })).body,
    ).toMatchObject({
      code: 'changed_meanwhile',
    })
    expect((await petra.send('DELETE', path)).status).toBe(200)
    const [entry] = await entriesOf(beck.ruth, beck.id, 'domain.record_changed')
    expect(entry).toMatchObject({
      person: { name: 'Petra' },
      organisation: { name: 'Alpweb AG' },
      acting: true,
      product: { id: products.domain },
      detail: { before: 'shop 3600 CNAME xn--lden-loa.example.net', after: 'shop 3600 CNAME web.example.net' },
    })
    expect(entry?.['visitId']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('what is wrong with a record is said beside its field, and nothing is kept', async () => {
    const before = await recordsOf(acting)
    const faults = [
      [{ name: 'x', type: 'A', value: '192.0.2.999' }, '/body/value', 'ipv4'],
      [{ name: 'a b', type: 'A', value: '192.0.2.9' }, '/body/name', 'name'],
      [{ name: '@', type: 'CNAME', value: 'web.example.net' }, '/body/value', 'alias_of_domain'],
      [{ name: 'www', type: 'A', value: '192.0.2.9' }, '/body/value', 'alias_beside_others'],
      [{ name: '@', type: 'MX', value: 'mx.example.net' }, '/body/priority', 'priority'],
    ] as const
    for (const [record, pointer, code] of faults) {
      const { status, body } = await petra.send('POST', acting + zone(), record)
      expect({ status, code: body['code'], errors: body['errors'] }).toMatchObject({
        status: 422,
        code: 'invalid_record',
        errors: [{ pointer, code }],
      })
    }
    expect((await petra.send('POST', acting + zone(), { name: 'x', type: 'A', value: '192.0.2.9', colour: 'red' })).status).toBe(422)
    expect(await recordsOf(acting)).toEqual(before)
  })

  test('changed name servers and mail routing are mailed to the customer’s representatives and administrators at once', async () => {
    const servers = await petra.send('PUT', `${acting}/products/${products.domain}/name-servers`, {
      nameServers: ['ns1.other.example', 'NS2.other.example.'],
    })
    expect(servers.status).toBe(200)
    expect((await petra.get(acting + zone())).body['nameServers']).toEqual(['ns1.other.example', 'ns2.other.example'])
    const first = await mailTo(world.server, beck.email)
    expect(first.subject).toContain('Alpweb AG')
    await mailTo(world.server, world.administrator.email)
    expect(await world.server.mailbox.list({ to: collaborator.email })).toEqual([])
  })

  test('reading is on record before it is shown', async () => {
    await petra.get(`${acting}/products/${products.domain}/zone-file`)
    const read = await entriesOf(beck.ruth, beck.id, 'visit.read')
    expect(read[0]).toMatchObject({
      data: { right: 'domain.view', what: 'zone_file' },
      person: { name: 'Petra' },
      product: { id: products.domain },
    })
  })

  test('seeing without managing is refused with what is missing and who could give it', async () => {
    await world.rows.run(`delete from granted_right where partnership_id = $1 and "right" = 'domain.manage'`, world.partnershipId)
    await world.rows.run(
      `update grant_version set rights = (select jsonb_agg(r) from jsonb_array_elements(rights) r where r ->> 'right' <> 'domain.manage') where partnership_id = $1`,
      world.partnershipId,
    )
    const refused = await petra.send('POST', acting + zone(), { name: 'x', type: 'A', value: '192.0.2.9' })
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'right_missing', because: { code: 'right_granted', givenBy: 'customer_legal_representative' } },
    })
    expect((await petra.get(acting + zone())).status).toBe(200)
    expect((await petra.get(`${acting}/products/${products.domain}`)).body['missing']).toContainEqual({
      right: 'domain.manage',
      code: 'right_granted',
      givenBy: 'customer_legal_representative',
    })
  })
})

test('two partnerships never mix: what one may elsewhere is nothing here', async () => {
  expect((await petra.get(`${narrow}/products`)).status).toBe(404)
  expect((await paul.get(acting + zone())).status).toBe(404)
  expect((await paul.get(narrow + zone(products.second))).status).toBe(200)
})

test('the zone leaves as a file that another name server loads', async () => {
  const { status, bytes, headers } = await beck.ruth.download(`${own}/products/${products.second}/zone-file`)
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toContain('beck-zuerich.example.zone')
  expect(bytes.toString()).toContain('@ 3600 IN MX 10 mx1.mail.example.')
})
