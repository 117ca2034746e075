import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { givenStranger } from '../../../tests/given-caller.ts'
import { answered, asked, givenActive, givenCustomer, givenPartners, noTerms, requestTo } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra, marc, anna, luca, paul, people } = story
const at = (id: string, act: string) => `/o/${alpweb}/customers/${id}/${act}`
type Profile = {
  rights: {
    right: string
    requested: unknown[]
    granted: unknown[]
    effective: unknown[]
    kind: string
    notEffectiveBecause: string | null
  }[]
  products: { name: string; owner: string; payer: string; managedBy: string[] }[]
  history: { kind: string; person: { name: string } | null; customer: unknown }[]
  people: { name: string; by: string; rights: string[] | null }[]
  visits: { person: string }[]
  [more: string]: unknown
}
const profileOf = async (caller: typeof petra, id: string) => (await caller.get(at(id, 'profile'))).body as unknown as Profile
const marks = (rights: Profile['rights']) =>
  Object.fromEntries(
    rights.map((row) => [row.right, [row.requested, row.granted, row.effective].map((scopes) => (scopes.length > 0 ? '+' : '-')).join('')]),
  )

async function givenProduct(owner: string, family: string, name: string, payer = owner) {
  const client = await server.database.owner.connect()
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query('insert into product (organisation_id, id, family, name, payer_id, created_at) values ($1, $2, $3, $4, $5, now())', [
    owner,
    v7(),
    family,
    name,
    payer,
  ])
  await client.query('commit')
  client.release()
}

test('before the customer answered nothing of it is shown, known or not', async () => {
  const customer = await givenCustomer(server, 'Verborgen AG', 'ruth@verborgen.example')
  const { body } = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ email: customer.email, listName: 'Ein Kunde' }, { preset: 'read_only' }),
  )
  const profile = await profileOf(petra, String(body['managedCustomerId']))
  expect(profile).toMatchObject({
    contact: null,
    granted: null,
    paymentMethod: null,
    products: [],
    visits: [],
    people: [],
    partnershipId: null,
  })
  expect(marks(profile.rights)['domain.view']).toBe('+--')
  expect(profile['proposal']).toMatchObject({ number: 1, side: 'partner', by: 'Petra', may: ['withdraw'] })
  expect(profile.history.map(({ kind, person }) => [kind, person?.name])).toEqual(expect.arrayContaining([['request.sent', 'Petra']]))
  expect(JSON.stringify(profile)).not.toContain('Verborgen')
})

describe('after the answer', async () => {
  const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@baeckerei.example')
  await givenProduct(customer.id, 'domain', 'zuercher.example')
  await givenProduct(customer.id, 'mail', 'Mail Zürcher', alpweb)
  const rights = ['organisation.view', 'domain.view', 'domain.manage', 'mail.view', 'mail.content', 'product.order']
  const sent = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ email: customer.email }, { rights: rights.map((right) => asked(right)) }),
  )
  const id = String(sent.body['managedCustomerId'])
  await answered(server, customer, id, ['organisation.view', 'domain.view', 'domain.manage', 'mail.view', 'billing.view'])

  test('requested, granted and effective stand side by side', async () => {
    expect(marks((await profileOf(petra, id)).rights)).toEqual({
      'organisation.view': '+++',
      'billing.view': '-++',
      'product.order': '+--',
      'domain.view': '+++',
      'domain.manage': '+++',
      'mail.view': '+++',
      'mail.content': '+--',
    })
  })

  test('products are shown with owner, payer and manager, as far as a right to see them reaches', async () => {
    await givenProduct(customer.id, 'hosting', 'nicht-sichtbar.example')
    const { products } = await profileOf(petra, id)
    expect(products.map(({ name, owner, payer, managedBy }) => [name, owner, payer, managedBy.join()])).toEqual([
      ['zuercher.example', 'Bäckerei Zürcher GmbH', 'customer', 'customer,partner'],
      ['Mail Zürcher', 'Bäckerei Zürcher GmbH', 'partner', 'customer'],
    ])
  })

  test('the mark goes when the profile is opened, once, and on record', async () => {
    expect((await petra.get(at(id, 'row'))).body['toCheck']).toBe(true)
    expect((await petra.send('POST', at(id, 'check'), {})).body).toEqual({ checked: true })
    expect((await petra.send('POST', at(id, 'check'), {})).body).toEqual({ checked: false })
    expect((await petra.get(at(id, 'row'))).body['toCheck']).toBe(false)
    expect((await profileOf(marc, id)).history.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['request.sent', 'request.claimed', 'proposal.accepted', 'managed_customer.checked']),
    )
  })

  test('a collaborator sees it once assigned, what was assigned of it, and no more; before, it is as absent', async () => {
    const absent = await anna.get(at(v7(), 'profile'))
    const hidden = await anna.get(at(id, 'profile'))
    expect([hidden.status, hidden.body['code'], Object.keys(hidden.body)]).toEqual([
      absent.status,
      absent.body['code'],
      Object.keys(absent.body),
    ])
    expect((await marc.send('POST', at(id, 'assign'), { people: [{ id: people.anna, rights: ['domain.manage'] }] })).status).toBe(200)
    const profile = await profileOf(anna, id)
    expect(profile.rights.filter(({ effective }) => effective.length > 0).map(({ right }) => right)).toEqual([
      'domain.view',
      'domain.manage',
    ])
    expect(profile.rights.find(({ right }) => right === 'mail.view')?.notEffectiveBecause).toBe('not_assigned')
    expect(profile).toMatchObject({ history: [], contact: null })
    expect(profile.products.map(({ name }) => name)).toEqual(['zuercher.example'])
    expect((await luca.get(at(id, 'profile'))).status).toBe(404)
  })

  test('shows what the customer owns and where it lives only to people it admits, where it admits people by name', async () => {
    const { partnershipId } = (await petra.get(at(id, 'profile'))).body
    const path = `/o/${customer.id}/partnerships/${String(partnershipId)}/people`
    expect((await customer.ruth.send('PUT', path, { namedPeopleOnly: true, people: [people.marc] })).status).toBe(200)
    const mine = await profileOf(petra, id)
    expect(mine).toMatchObject({ contact: null, products: [] })
    expect(mine.rights.filter(({ effective }) => effective.length > 0)).toEqual([])
    expect((await profileOf(anna, id)).products).toEqual([])
    expect((await profileOf(marc, id)).products.map(({ name }) => name)).toContain('zuercher.example')
    expect((await customer.ruth.send('PUT', path, { namedPeopleOnly: false, people: [] })).status).toBe(200)
    expect((await profileOf(petra, id)).products.map(({ name }) => name)).toContain('zuercher.example')
  })

  test('is read on record: the customer sees by whom, once for a while', async () => {
    const readings = async () => {
      const { body } = await customer.ruth.get(`/o/${customer.id}/activity?limit=200`)
      const entries = body['entries'] as {
        kind: string
        person: { name: string }
        organisation: { name: string }
        data: { what: string }
      }[]
      return entries
        .filter(({ kind }) => kind === 'visit.read')
        .map(({ person, organisation, data }) => [person.name, organisation.name, data.what])
    }
    await profileOf(petra, id)
    await profileOf(petra, id)
    expect((await readings()).filter(([name]) => name === 'Petra').toReversed()).toEqual([
      ['Petra', 'Alpweb AG', 'organisation'],
      ['Petra', 'Alpweb AG', 'products'],
    ])
  })

  test('nobody else sees it', async () => {
    expect((await givenStranger(server).get(at(id, 'profile'))).status).toBe(401)
    expect((await paul.get(at(id, 'profile'))).status).toBe(404)
    expect((await paul.get(`/o/${story.webwerk}/customers/${id}/profile`)).status).toBe(404)
    expect((await customer.ruth.get(`/o/${customer.id}/customers/${id}/profile`)).status).toBe(404)
    expect((await petra.get(at('no-id', 'profile'))).status).toBe(404)
  })
})

describe('assigning', () => {
  test('is for leaders, with at most what was granted, and whoever loses the customer is out at once', async () => {
    const customer = await givenCustomer(server, 'Zuständig AG', 'ruth@zustaendig.example')
    const { id, partnershipId } = await givenActive(server, story, customer)
    const assign = (caller: typeof petra, list: { id: string; rights: string[] | null }[]) =>
      caller.send('POST', at(id, 'assign'), { people: list })
    expect((await givenStranger(server).send('POST', at(id, 'assign'), { people: [] })).status).toBe(401)
    expect((await anna.send('POST', at(id, 'assign'), { people: [] })).body['code']).toBe('not_entitled')
    expect((await paul.send('POST', `/o/${story.webwerk}/customers/${id}/assign`, { people: [] })).body['code']).toBe('not_found')
    expect((await assign(petra, [{ id: people.paul, rights: null }])).body['code']).toBe('not_found')
    expect((await assign(petra, [{ id: people.anna, rights: ['mail.view'] }])).body['code']).toBe('enlarges')
    expect((await assign(petra, [{ id: people.anna, rights: null }])).status).toBe(200)
    expect((await assign(petra, [{ id: people.anna, rights: null }])).body['code']).toBe('nothing_changed')
    expect((await anna.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
    expect((await assign(marc, [{ id: people.luca, rights: ['domain.view'] }])).status).toBe(200)
    expect((await anna.get(`/c/${partnershipId}/shell`)).status).toBe(404)
    const { rows } = await server.database.owner.query('select ended_by from visit where partnership_id = $1', [partnershipId])
    expect(rows).toEqual([{ ended_by: 'partner' }])
    const assignable = await petra.get(at(id, 'assignable'))
    expect(
      (assignable.body['people'] as { name: string; assigned: boolean; rights: string[] | null }[]).filter(({ assigned }) => assigned),
    ).toMatchObject([{ name: 'Luca', rights: ['domain.view'] }])
    expect(assignable.body['granted']).toEqual(['domain.view', 'domain.manage'])
  })
})

test('a counter-proposal is shown with what may be done with it', async () => {
  const customer = await givenCustomer(server, 'Gegen AG', 'ruth@gegen.example')
  const sent = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ email: customer.email }, { rights: [asked('mail.manage', { required: true }), asked('domain.view')] }),
  )
  const id = String(sent.body['managedCustomerId'])
  await answered(server, customer, id, ['domain.view'], { decision: 'propose', terms: noTerms })
  const { proposal } = await profileOf(petra, id)
  expect(proposal).toMatchObject({ number: 2, side: 'customer', state: 'open', by: 'Ruth Gegen AG', may: ['accept', 'counter', 'decline'] })
  expect((await profileOf(marc, id))['proposal']).toMatchObject({ may: [] })
})
