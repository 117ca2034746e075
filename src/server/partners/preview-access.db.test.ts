// The customer looks through the eyes of its partner before and after granting; what it is shown is what the partner then finds.
import { describe, expect, test } from 'vitest'
import { givenProducts } from '../../../tests/given-products.ts'
import { asked, givenCustomer, requestTo, tokenOf } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenProducts(server, ['domain.view', 'domain.manage', 'billing.view', 'mail.view'])
const { beck, partners, own, acting, partnershipId, products } = story
const at = `${own}/partnerships/${partnershipId}`
const everywhere = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })
type Product = { id: string; name: string; rights: string[]; missing: string | null }
const look = async (more: { personId?: string; rights?: unknown } = {}) => {
  const { status, body } = await beck.ruth.send('POST', `${at}/preview`, { personId: more.personId ?? null, rights: more.rights ?? null })
  expect(status).toBe(200)
  return body as {
    places: string[]
    products: Product[]
    rights: string[]
    missing: string | null
    isStopped: boolean
    people: { id: string; name: string }[]
  }
}
const names = (list: readonly { id: string }[]) => list.map(({ id }) => id).toSorted()

describe('as it is', () => {
  test('the customer is shown exactly what the partner finds', async () => {
    const seen = await look({ personId: partners.people.petra })
    const found = (await partners.petra.get(`${acting}/products`)).body['products'] as { id: string }[]
    expect(names(seen.products.filter(({ missing }) => missing === null))).toEqual(names(found))
    expect(seen.rights).toEqual((await partners.petra.get(`${acting}/shell`)).body['rights'])
    expect(seen.places).toEqual(['products', 'billing'])
    expect(seen.products.find(({ id }) => id === products.hosting)).toMatchObject({ rights: [], missing: 'right_granted' })
  })

  test('whoever of the partner has no access cannot be looked through, nor can strangers', async () => {
    const { people } = await look()
    expect(people.map(({ name }) => name)).toEqual(['Petra', 'Marc'])
    for (const personId of [partners.people.anna, partners.people.paul])
      expect((await beck.ruth.send('POST', `${at}/preview`, { personId, rights: null })).status).toBe(404)
  })
})

describe('as it would be', () => {
  test('with other rights, before they are saved; and nothing has changed by looking', async () => {
    const seen = await look({ rights: [everywhere('hosting.view'), everywhere('hosting.content')] })
    expect(seen.places).toEqual(['products'])
    expect(seen.products.filter(({ missing }) => missing === null).map(({ rights }) => rights)).toEqual([
      ['hosting.view', 'hosting.content'],
    ])
    expect((await partners.petra.get(`${acting}/shell`)).body['rights']).toContain('domain.manage')
  })

  test('while access is stopped it shows what would be without the stop, and says so', async () => {
    expect((await beck.ruth.send('POST', `${at}/stop`, {})).status).toBe(200)
    const seen = await look()
    expect([seen.isStopped, seen.missing]).toEqual([true, null])
    expect(seen.places).toEqual(['products', 'billing'])
  })

  test('before anything is granted, from the page of the request', async () => {
    const neighbour = await givenCustomer(server, 'Garage Élan Sàrl', 'ruth@elan.example')
    const sent = await partners.petra.send(
      'POST',
      `/o/${partners.alpweb}/requests`,
      requestTo({ email: neighbour.email }, { rights: [asked('domain.view')] }),
    )
    const token = await tokenOf(server, String(sent.body['managedCustomerId']))
    const body = { organisationId: neighbour.id, personId: null, rights: [everywhere('domain.view')] }
    const { status, body: seen } = await neighbour.ruth.send('POST', `/requests/${token}/preview`, body)
    expect(status).toBe(200)
    expect(seen).toMatchObject({ missing: null, places: [], rights: ['domain.view'], partner: 'Alpweb AG' })
    expect((await beck.ruth.send('POST', `/requests/${token}/preview`, { ...body, organisationId: beck.id })).body['code']).toBe(
      'address_not_proven',
    )
    expect((await beck.ruth.send('POST', `/requests/${token}/preview`, body)).status).toBe(404)
  })
})
