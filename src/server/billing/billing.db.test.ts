import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { driveTold, entriesOf, givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const world = await givenProducts(await givenServer())
const { own, acting, narrow, nobody, beck, neighbour, partners, collaborator, administrator, provider } = world
const { petra, paul } = partners
const line = { description: 'Webhosting Plus', net: 9250, vatRate: 8.1, vat: 750, gross: 10_000 }
const profile = {
  name: 'Bäckerei Zürcher GmbH',
  street: 'Niederdorfstrasse 7',
  postalCode: '8001',
  city: 'Zürich',
  country: 'CH',
  reference: 'Kostenstelle 12',
  recipients: ['rechnung@beck.example'],
}

async function issue(reference: string, more: object = {}, number = beck.number): Promise<string> {
  const body = { number: reference, status: 'open', issuedOn: '2026-01-05', dueOn: '2026-02-05', currency: 'CHF', lines: [line], ...more }
  return String((await provider.tell('PUT', `/organisations/${number}/invoices/${reference}`, body)).body['id'])
}
const partnerNumber = (
  await world.server.database.owner.query<{ number: string }>('select number from organisation where id = $1', [partners.alpweb])
).rows[0]?.number

const ids = {
  overdue: await issue('R-1'),
  open: await issue('R-2', { issuedOn: '2026-10-01', dueOn: '2999-01-01' }),
  paid: await issue('R-3', { issuedOn: '2025-03-01', status: 'paid', paidOn: '2025-03-20' }),
  byPartner: await issue('R-4', { issuedOn: '2026-09-01', payer: partnerNumber }),
  order: await issue('B-1', { kind: 'order', status: 'placed', dueOn: null }),
  foreign: await issue('R-9', {}, neighbour.number),
}

describe('whoever may not', () => {
  const endpoints = [
    ['GET', '/billing', undefined],
    ['GET', '/billing/invoices', undefined],
    ['GET', `/billing/invoices/${ids.open}`, undefined],
    ['GET', '/billing/orders', undefined],
    ['PUT', '/billing/profile', profile],
  ] as const

  test.each(endpoints)('%s %s: nobody, the neighbour, a collaborator, a partner without the right', async (method, path, body) => {
    for (const place of [own, acting]) expect((await nobody.send(method, place + path, body)).status).toBe(401)
    expect((await neighbour.ruth.send(method, own + path, body)).status).toBe(404)
    expect((await collaborator.send(method, own + path, body)).status).toBe(403)
    expect(await paul.send(method, narrow + path, body)).toMatchObject({ status: 403, body: { code: 'right_missing' } })
    expect((await paul.send(method, acting + path, body)).status).toBe(404)
  })

  test('another organisation’s invoice is as absent as one that does not exist', async () => {
    for (const [caller, place] of [
      [beck.ruth, own],
      [petra, acting],
    ] as const)
      for (const id of [ids.foreign, '0190f9d0-0000-7000-8000-000000000000', 'x'])
        expect((await caller.get(`${place}/billing/invoices/${id}`)).status).toBe(404)
  })
})

type Invoices = { invoices: { id: string; number: string; standing: string; payerIsOwner: boolean }[]; next: string | null }
const list = async (query = '', caller = beck.ruth, place = own) =>
  (await caller.get(`${place}/billing/invoices${query}`)).body as unknown as Invoices

describe('invoices', () => {
  test('come newest first, page by page, each with owner and payer', async () => {
    const all = await list()
    expect(all.invoices.map(({ number, standing }) => `${number} ${standing}`)).toEqual([
      'R-2 open',
      'R-4 overdue',
      'R-1 overdue',
      'R-3 paid',
    ])
    expect(all.invoices[1]).toMatchObject({ owner: beck.name, payer: 'Alpweb AG', payerIsOwner: false })
    const first = await list('?limit=3')
    const second = await list(`?limit=3&after=${first.next}`)
    expect([...first.invoices, ...second.invoices]).toEqual(all.invoices)
    expect(second.next).toBeNull()
  })

  test('are filtered by what is due, what is paid, and the year', async () => {
    expect((await list('?show=due')).invoices.map(({ number }) => number)).toEqual(['R-2', 'R-4', 'R-1'])
    expect((await list('?show=paid')).invoices.map(({ number }) => number)).toEqual(['R-3'])
    expect((await list('?year=2025')).invoices.map(({ number }) => number)).toEqual(['R-3'])
    for (const after of ['x', `2026-02-30_${randomUUID()}`, `2026-02-03_${'-'.repeat(36)}`])
      expect((await beck.ruth.get(`${own}/billing/invoices?after=${after}`)).status).toBe(422)
  })

  test('on behalf of the customer are those of the customer, and reading them is on record', async () => {
    expect((await list('', petra, acting)).invoices).toEqual((await list()).invoices)
    expect((await petra.get(`${acting}/billing/invoices/${ids.open}`)).body).toMatchObject({ number: 'R-2', lines: [{ gross: 10_000 }] })
    expect((await petra.get(`${acting}/billing/orders`)).body['orders']).toMatchObject([{ number: 'B-1' }])
    const reads = await entriesOf(beck.ruth, beck.id, 'visit.read')
    expect(reads.map(({ data }) => (data as { what: string }).what)).toEqual(expect.arrayContaining(['invoices', 'orders']))
  })

  test('that a partner pays for its customer stand in the partner’s own billing, with the owner', async () => {
    const { invoices } = await list('', petra, `/o/${partners.alpweb}`)
    expect(invoices).toMatchObject([{ number: 'R-4', owner: beck.name, payer: 'Alpweb AG' }])
    expect((await petra.get(`/o/${partners.alpweb}/billing/invoices/${ids.byPartner}`)).status).toBe(200)
    expect((await petra.get(`/o/${partners.alpweb}/billing/invoices/${ids.open}`)).status).toBe(404)
  })
})

describe('billing at a glance', () => {
  test('sums what is due to oneself, overdue apart', async () => {
    const { body } = await beck.ruth.get(`${own}/billing`)
    expect(body['due']).toEqual([{ total: { amount: 20_000, currency: 'CHF' }, count: 2, overdue: 1 }])
    expect(body['may']).toEqual(['billing.view', 'billing.manage', 'billing.pay'])
    const acted = (await petra.get(`${acting}/billing`)).body
    expect(acted['due']).toEqual(body['due'])
    expect(acted['missing']).toMatchObject([{ right: 'billing.pay', code: 'right_granted' }])
  })
})

describe('partners do not see each other', () => {
  test('who acts reads neither that another partner pays and with what, nor who ordered there', async () => {
    const { rows } = await world.server.database.owner.query<{ number: string }>('select number from organisation where id = $1', [
      partners.webwerk,
    ])
    const webwerk = rows[0]?.number ?? ''
    const method = { kind: 'card', brand: 'Mastercard', lastFour: '5454', token: 'tok-webwerk', expiresOn: '2031-12-31' }
    await provider.tell('PUT', `/organisations/${webwerk}/payment-methods/card-w`, method)
    await provider.tell('PUT', `/organisations/${beck.number}/payment-methods/card-b`, {
      ...method,
      brand: 'Visa',
      lastFour: '4242',
      token: 'tok-beck',
    })
    const invoice = await issue('R-5', { payer: webwerk, orderedBy: partners.people.paul, issuedOn: '2026-02-01' })
    const product = { ...driveTold, payer: webwerk }
    await provider.tell('PUT', `/organisations/${beck.number}/products/dr-1`, product)
    const seen = [
      await petra.get(`${acting}/billing/invoices`),
      await petra.get(`${acting}/billing/invoices/${invoice}`),
      await petra.get(`${acting}/billing`),
      await petra.get(`${acting}/products`),
      await petra.get(`/o/${partners.alpweb}/billing/invoices`),
    ]
    expect(seen.map(({ status }) => status)).toEqual(seen.map(() => 200))
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toMatch(/Webwerk|Paul|5454|2031-12-31|tok-/)
    expect(seen[1]?.body).toMatchObject({ payer: '–', payerIsOwner: false, orderedBy: null, paymentMethod: null })
    expect((await beck.ruth.get(`${own}/billing/invoices/${invoice}`)).body).toMatchObject({ payer: 'Webwerk GmbH', orderedBy: 'Paul' })
    expect(seen[2]?.body?.['paymentMethods']).toMatchObject([{ brand: 'Visa', lastFour: '4242', expiresOn: null }])
    const { rows: listed } = await world.server.database.owner.query<{ id: string }>(
      'select id from managed_customer where partnership_id = $1',
      [world.partnershipId],
    )
    const file = await petra.download(`/o/${partners.alpweb}/customers/${listed[0]?.id}/export?file=all&form=machine`)
    const billing = await petra.download(`/o/${partners.alpweb}/customers/${listed[0]?.id}/export?file=billing&form=machine`)
    expect([file.status, billing.status]).toEqual([200, 200])
    expect(billing.bytes.toString()).toContain('R-5')
    expect(billing.bytes.toString()).not.toMatch(/Webwerk|Paul|5454|Mastercard/)
  })
})

describe('the billing address', () => {
  test('is changed by representatives, administrators and partners with the right, each part on record', async () => {
    expect((await administrator.send('PUT', `${own}/billing/profile`, profile)).body).toEqual(profile)
    const changed = { ...profile, reference: 'Kostenstelle 13' }
    expect((await petra.send('PUT', `${acting}/billing/profile`, changed)).status).toBe(200)
    expect((await beck.ruth.get(`${own}/billing`)).body['profile']).toEqual(changed)
    expect(await entriesOf(beck.ruth, beck.id, 'billing.address_changed')).toHaveLength(1)
    const [entry] = await entriesOf(beck.ruth, beck.id, 'billing.reference_changed')
    expect(entry).toMatchObject({
      person: { name: 'Petra' },
      acting: true,
      detail: { before: 'Kostenstelle 12', after: 'Kostenstelle 13' },
    })
  })

  test('asks for a fresh sign-in', async () => {
    await world.server.database.owner.query("update session set authenticated_at = now() - interval '16 minutes'")
    for (const [caller, place] of [
      [beck.ruth, own],
      [petra, acting],
    ] as const)
      expect((await caller.send('PUT', `${place}/billing/profile`, profile)).body['code']).toBe('fresh_authentication_needed')
    await world.server.database.owner.query('update session set authenticated_at = now()')
  })

  test.each([
    [{ recipients: ['kein-adresse'] }, 'invalid_address'],
    [{ recipients: ['a@beck.example', 'a@beck.example'] }, 'invalid_address'],
    [{ city: 'Zürich\r\nBcc: x' }, 'invalid_input'],
    [{ country: 'Schweiz' }, 'invalid_input'],
    [{ iban: 'CH93' }, 'invalid_input'],
  ])('is refused with %j', async (bad, code) => {
    expect((await beck.ruth.send('PUT', `${own}/billing/profile`, { ...profile, ...bad })).body['code']).toBe(code)
  })
})
