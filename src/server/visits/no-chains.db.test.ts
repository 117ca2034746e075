// Nobody who acts may act further: a customer that is a partner itself keeps its customers to itself, whoever comes, and whoever they are elsewhere.
import { beforeAll, describe, expect, test } from 'vitest'
import { domainTold, everyRight, givenProducts } from '../../../tests/given-products.ts'
import { givenActive, givenCustomer } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'
import { app } from '../app.ts'

const server = await givenServer()
const story = await givenProducts(server)
const { partners, provider } = story
const { petra, alpweb } = partners

/** Mitte AG is Alpweb's customer, and a partner with a customer of its own. */
const middle = await givenCustomer(server, 'Mitte AG', 'mia@mitte.example')
const last = await givenCustomer(server, 'Ende GmbH', 'emil@ende.example')
await server.database.owner.query(
  "update organisation set enrolled_as_partner_at = now(), verified_as_partner_at = now(), domain = 'mitte.example' where id = $1",
  [middle.id],
)
const first = await givenActive(server, partners, middle, everyRight)
const second = await givenActive(server, { alpweb: middle.id, petra: middle.ruth }, last, ['domain.view', 'domain.manage'])
const told = await provider.tell('PUT', `/organisations/${last.number}/products/d-1`, domainTold('ende.example'))
const domain = String(told.body['id'])

beforeAll(async () => {
  expect((await petra.send('POST', `/c/${first.partnershipId}/visit`, {})).status).toBe(200)
  expect((await middle.ruth.send('POST', `/c/${second.partnershipId}/visit`, {})).status).toBe(200)
})

describe('whoever acts for an organisation that is a partner itself', () => {
  test('finds none of its customers: nothing below /c/ names them', () => {
    const acting = app.filter(({ path }) => path.startsWith('/c/')).map(({ path }) => path.split('/')[3])
    expect(acting.length).toBeGreaterThan(20)
    for (const room of ['customers', 'requests', 'switcher', 'partnerships', 'visits', 'verified-partners', 'overview', 'c'])
      expect(acting).not.toContain(room)
  })

  test.each([
    ['GET', `/c/${first.partnershipId}/customers`],
    ['GET', `/c/${first.partnershipId}/switcher`],
    ['GET', `/c/${first.partnershipId}/c/${second.partnershipId}/shell`],
    ['GET', `/c/${first.partnershipId}/products/${domain}`],
    ['GET', `/c/${first.partnershipId}/products/${domain}/records`],
    ['POST', `/c/${first.partnershipId}/products/${domain}/records`],
    ['GET', `/c/${second.partnershipId}/shell`],
    ['POST', `/c/${second.partnershipId}/visit`],
    ['GET', `/c/${second.partnershipId}/products`],
    ['GET', `/c/${second.partnershipId}/products/${domain}/records`],
    ['GET', `/o/${middle.id}/customers`],
    ['GET', `/o/${middle.id}/switcher`],
    ['GET', `/o/${middle.id}/customers/${second.id}/profile`],
    ['PUT', `/o/${middle.id}/switcher/${second.partnershipId}`],
    ['GET', `/o/${last.id}/shell`],
  ])('is answered as if it were not there: %s %s', async (method, path) => {
    const { status } = method === 'GET' ? await petra.get(path) : await petra.send(method, path, {})
    expect(status).toBe(404)
  })

  test('sees in her own switcher her own customers alone', async () => {
    const { body } = await petra.get(`/o/${alpweb}/switcher`)
    const names = (body['customers'] as { customerName: string }[]).map(({ customerName }) => customerName)
    expect(names).toContain('Mitte AG')
    expect(names).not.toContain('Ende GmbH')
  })

  test('while it itself goes on reaching them', async () => {
    expect((await middle.ruth.get(`/c/${second.partnershipId}/products/${domain}/records`)).status).toBe(200)
  })
})

describe('whoever is a member of customer and partner both', () => {
  beforeAll(async () => {
    await story.rows.run(
      "insert into member (organisation_id, person_id, role, added_at) values ($1, $2, 'legal_representative', now())",
      last.id,
      middle.personId,
    )
  })

  test('acts with what was granted, and not with what they are at home', async () => {
    const acting = `/c/${second.partnershipId}`
    expect((await middle.ruth.get(`${acting}/shell`)).body['rights']).toEqual(['domain.view', 'domain.manage'])
    for (const room of ['billing', 'organisation', 'members'])
      expect((await middle.ruth.get(`${acting}/${room}`)).body['code']).toBe('right_missing')
    expect((await middle.ruth.get(`${acting}/partnerships`)).status).toBe(404)
  })

  test('is at home what they are there, whatever was granted to the partner', async () => {
    expect((await middle.ruth.get(`/o/${last.id}/billing`)).status).toBe(200)
    await story.rows.run("update member set role = 'collaborator' where organisation_id = $1 and person_id = $2", last.id, middle.personId)
    expect((await middle.ruth.get(`/o/${last.id}/partnerships`)).body['code']).toBe('not_entitled')
    expect((await middle.ruth.get(`/o/${last.id}/billing`)).body['code']).toBe('not_entitled')
  })
})
