import { beforeAll, describe, expect, test } from 'vitest'
import { domainTold, givenProvider, tellAs } from '../../../tests/given-products.ts'
import { givenCustomer } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const provider = await givenProvider(server)
const beck = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ursula@beck.example')
const partner = await givenCustomer(server, 'Alpweb AG', 'petra@alpweb.example')
const about = `/organisations/${beck.number}`
const line = { description: 'Domain beck.example', net: 1378, vatRate: 8.1, vat: 112, gross: 1490 }
const invoice = { number: 'R-2026-0117', status: 'open', issuedOn: '2026-11-01', dueOn: '2026-12-01', currency: 'CHF', lines: [line] }
const card = { kind: 'card', brand: 'Visa', lastFour: '4242', expiresOn: '2029-03-31', token: 'tok_a1B2c3', isDefault: true }
const kinds = async () => (await beck.ruth.get(`/o/${beck.id}/activity?limit=200`)).body['entries'] as { kind: string }[]
const count = async (kind: string) => (await kinds()).filter((entry) => entry.kind === kind).length

describe('without a key', () => {
  test.each([
    ['PUT', `${about}/products/d-1`, domainTold('beck.example')],
    ['DELETE', `${about}/products/d-1`, undefined],
    ['PUT', `${about}/products/d-1/usage`, {}],
    ['PUT', `${about}/payment-methods/p-1`, card],
    ['DELETE', `${about}/payment-methods/p-1`, undefined],
    ['PUT', `${about}/invoices/i-1`, invoice],
    ['DELETE', `${about}/invoices/i-1`, undefined],
    ['GET', '/mailbox-passwords', undefined],
    ['DELETE', '/mailbox-passwords/0190f9d0-0000-7000-8000-000000000000', undefined],
  ] as const)('%s %s is refused, with a session or a wrong key too', async (method, path, body) => {
    expect((await tellAs(server.url, 'pk_0000000000000000000000', method, path, body)).status).toBe(401)
    expect((await tellAs(server.url, beck.ruth.token, method, path, body)).status).toBe(401)
    expect((await beck.ruth.send(method, `/provider${path}`, body)).status).toBe(401)
  })

  test('a key that was revoked opens nothing', async () => {
    const revoked = await givenProvider(server)
    await server.database.system.query(
      'update provider_key set revoked_at = now() where created_at = (select max(created_at) from provider_key)',
    )
    expect((await revoked.tell('PUT', `${about}/products/d-7`, domainTold('x.example'))).status).toBe(401)
  })
})

describe('a product', () => {
  test('is told once, again, as it changed, as renewed, and as cancelled; each change is on record once', async () => {
    const tell = (more: object = {}) => provider.tell('PUT', `${about}/products/d-1`, { ...domainTold('beck.example'), ...more })
    const { body } = await tell()
    expect(body).toMatchObject({ outcome: 'created' })
    expect((await tell()).body).toEqual({ id: body['id'], outcome: 'unchanged' })
    expect((await tell({ renewsOn: '2028-05-31' })).body).toMatchObject({ outcome: 'changed' })
    expect((await tell({ renewsOn: '2028-05-31', payer: partner.number })).body).toMatchObject({ outcome: 'changed' })
    const product = (await beck.ruth.get(`/o/${beck.id}/products/${String(body['id'])}`)).body
    expect(product).toMatchObject({ owner: beck.name, payer: 'Alpweb AG', payerIsOwner: false, renewsOn: '2028-05-31' })
    expect((await beck.ruth.get(`/o/${beck.id}/products/${String(body['id'])}/records`)).body['records']).toHaveLength(3)
    expect((await provider.tell('DELETE', `${about}/products/d-1`)).status).toBe(200)
    expect((await provider.tell('DELETE', `${about}/products/d-1`)).status).toBe(200)
    expect((await beck.ruth.get(`/o/${beck.id}/products`)).body['products']).toEqual([])
    const counts = await Promise.all(['created', 'renewed', 'changed', 'deleted'].map((what) => count(`product.${what}`)))
    expect(counts).toEqual([1, 1, 1, 1])
  })

  test('told by many at once exists once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => provider.tell('PUT', `${about}/products/d-2`, domainTold('zwei.example'))),
    )
    expect(answers.filter(({ body }) => body['outcome'] === 'created')).toHaveLength(1)
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1)
  })

  test.each([
    [{ ...domainTold('beck.example'), name: 'kein host' }, '/body/name'],
    [{ ...domainTold('beck.example'), domain: undefined }, '/body/domain'],
    [{ ...domainTold('beck.example'), payer: 'C-0' }, '/body/payer'],
    [{ family: 'mail', name: 'beck.example', hosting: { host: 'a.b.example', ipv4: '192.0.2.1' } }, '/body/hosting'],
    [{ family: 'mail', name: 'beck.example', colour: 'red' }, '/body'],
    [{ family: 'mail', name: 'Karte 4242 4242 4242 4242' }, '/body'],
  ])('is refused as %j', async (body, pointer) => {
    expect(await provider.tell('PUT', `${about}/products/x-1`, body)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
  })

  test('of an organisation that does not exist is not found', async () => {
    expect((await provider.tell('PUT', '/organisations/C-0/products/d-1', domainTold('x.example'))).status).toBe(404)
  })
})

describe('a payment method', () => {
  test('is a brand, four digits and a token; the token is shown to nobody', async () => {
    const tell = (more: object = {}) => provider.tell('PUT', `${about}/payment-methods/p-1`, { ...card, ...more })
    expect((await tell()).body).toMatchObject({ outcome: 'created' })
    expect((await tell()).body).toMatchObject({ outcome: 'unchanged' })
    const billing = await beck.ruth.get(`/o/${beck.id}/billing`)
    expect(billing.body['paymentMethods']).toMatchObject([{ brand: 'Visa', lastFour: '4242', expiresOn: '2029-03-31', isDefault: true }])
    expect(JSON.stringify(billing.body)).not.toContain('tok_')
    await provider.tell('PUT', `${about}/payment-methods/p-2`, { ...card, brand: 'Mastercard', lastFour: '5454', token: 'tok_b' })
    const methods = (await beck.ruth.get(`/o/${beck.id}/billing`)).body['paymentMethods'] as { brand: string; isDefault: boolean }[]
    expect(methods.map(({ brand, isDefault }) => [brand, isDefault])).toEqual([
      ['Mastercard', true],
      ['Visa', false],
    ])
    await provider.tell('DELETE', `${about}/payment-methods/p-2`)
    expect((await beck.ruth.get(`/o/${beck.id}/billing`)).body['paymentMethods']).toHaveLength(1)
    expect([await count('payment_method.added'), await count('payment_method.removed')]).toEqual([2, 1])
  })

  test.each([
    [{ token: '4242424242424242' }],
    [{ brand: '4242 4242 4242 4242' }],
    [{ lastFour: '42424' }],
    [{ number: '4242' }],
    [{ token: 'tok_4000056655665556_x' }],
  ])('with %j is refused: no number comes in', async (more) => {
    const { status } = await provider.tell('PUT', `${about}/payment-methods/p-9`, { ...card, ...more })
    expect(status).toBe(422)
  })
})

describe('an invoice', () => {
  beforeAll(async () => {
    await provider.tell('PUT', `${about}/payment-methods/p-1`, card)
  })

  test('is issued, paid and shown with its lines; each step is on record once', async () => {
    const tell = (more: object = {}) => provider.tell('PUT', `${about}/invoices/i-1`, { ...invoice, ...more })
    const { body } = await tell()
    expect(body).toMatchObject({ outcome: 'created' })
    expect((await tell()).body).toMatchObject({ outcome: 'unchanged' })
    expect((await tell({ status: 'paid', paidOn: '2026-11-09', paymentMethod: 'p-1' })).body).toMatchObject({ outcome: 'changed' })
    const shown = await beck.ruth.get(`/o/${beck.id}/billing/invoices/${String(body['id'])}`)
    expect(shown.body).toMatchObject({
      number: 'R-2026-0117',
      standing: 'paid',
      total: { amount: 1490, currency: 'CHF' },
      net: { amount: 1378 },
      paymentMethod: { brand: 'Visa', lastFour: '4242' },
      lines: [{ description: 'Domain beck.example', vatRate: 8.1 }],
    })
    expect([await count('invoice.issued'), await count('invoice.paid'), await count('invoice.changed')]).toEqual([1, 1, 0])
  })

  test('is cancelled; an order is placed', async () => {
    await provider.tell('PUT', `${about}/invoices/i-2`, { ...invoice, number: 'R-2' })
    await provider.tell('DELETE', `${about}/invoices/i-2`)
    await provider.tell('PUT', `${about}/invoices/o-1`, { ...invoice, kind: 'order', number: 'B-1', status: 'placed', dueOn: null })
    expect([await count('invoice.cancelled'), await count('order.placed')]).toEqual([1, 1])
    expect((await beck.ruth.get(`/o/${beck.id}/billing/orders`)).body['orders']).toMatchObject([{ number: 'B-1', standing: 'placed' }])
  })

  test.each([
    [{ lines: [{ ...line, gross: 1 }] }, '/body/lines'],
    [{ status: 'paid' }, '/body/paidOn'],
    [{ status: 'placed' }, '/body/status'],
    [{ lines: [{ ...line, product: 'nicht-da' }] }, '/body/lines'],
    [{ paymentMethod: 'nicht-da' }, '/body/paymentMethod'],
    [{ orderedBy: '0190f9d0-0000-7000-8000-000000000000' }, '/body/orderedBy'],
    [{ lines: [{ ...line, description: 'Visa 4242424242424242' }] }, '/body'],
  ])('with %j is refused', async (more, pointer) => {
    const answer = await provider.tell('PUT', `${about}/invoices/i-9`, { ...invoice, ...more })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
  })
})
