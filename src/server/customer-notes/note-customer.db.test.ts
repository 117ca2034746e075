// What a partner notes of a customer is its own: the customer never reads it, and it outlives the request.
import { describe, expect, test } from 'vitest'
import { answered, asked, givenActive, givenCustomer, givenPartners, requestTo } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { petra, marc, anna, paul, alpweb, webwerk, people } = story
const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const { id } = await givenActive(server, story, customer)
const note = (body: object, by = marc, row = id) => by.send('PUT', `/o/${alpweb}/customers/${row}/notes`, body)
const row = async (one = id, by = marc) => (await by.get(`/o/${alpweb}/customers/${one}/row`)).body

describe('notes', () => {
  test('are kept, tidied, and found', async () => {
    expect((await note({ reference: '2041', tags: ['WordPress ', 'bern', 'wordpress'], note: 'Ruft nur morgens an.' })).status).toBe(200)
    expect(await row()).toMatchObject({ ownReference: '2041', tags: ['bern', 'wordpress'], note: 'Ruft nur morgens an.' })
    expect((await petra.get(`/o/${alpweb}/customers/found?tags=wordpress&status=active`)).body).toEqual({ count: 1 })
    expect((await petra.get(`/o/${alpweb}/customers?tags=drupal`)).body['customers']).toEqual([])
    expect((await petra.get(`/o/${alpweb}/customers?search=2041`)).body['customers']).toHaveLength(1)
    expect((await petra.get(`/o/${alpweb}/customers/people`)).body['tags']).toEqual(['bern', 'wordpress'])
    expect((await note({ tags: ['bern', 'wordpress'] })).body['code']).toBe('nothing_changed')
    expect((await note({ tags: ['a,b'] })).body['code']).toBe('invalid_input')
  })

  test('are the partner’s alone', async () => {
    const told = JSON.stringify([
      (await customer.ruth.get(`/o/${customer.id}/partnerships`)).body,
      (await customer.ruth.get(`/o/${customer.id}/activity`)).body,
    ])
    expect(told).not.toMatch(/2041|wordpress|morgens/)
    expect((await note({ note: 'x' }, anna)).body['code']).toBe('not_found')
    expect((await paul.send('PUT', `/o/${webwerk}/customers/${id}/notes`, { note: 'x' })).body['code']).toBe('not_found')
  })

  test('are written by whoever has the customer, tags by whoever may assign', async () => {
    await marc.send('POST', `/o/${alpweb}/customers/${id}/assign`, { people: [{ id: people.anna, rights: ['domain.view'] }] })
    expect((await note({ note: 'Der Chef heisst Beat.' }, anna)).status).toBe(200)
    expect((await note({ tags: ['mine'] }, anna)).body['code']).toBe('not_entitled')
    expect(await row(id, anna)).toMatchObject({ tags: ['bern', 'wordpress'], note: 'Der Chef heisst Beat.' })
  })

  test('go when they are taken away', async () => {
    expect((await note({ reference: null, tags: [], note: '' })).status).toBe(200)
    expect(await row()).toMatchObject({ ownReference: null, tags: [], note: null })
  })
})

describe('chosen with the request', () => {
  test('people, teams and tags are there as soon as the customer grants', async () => {
    const team = String((await marc.send('POST', `/o/${alpweb}/teams`, { name: 'Web', people: [people.luca] })).body['id'])
    const garage = await givenCustomer(server, 'Garage Élan Sàrl', 'elan@garage.example')
    const plan = { people: [people.anna], teams: [team], tags: ['garage'] }
    const sent = await petra.send(
      'POST',
      `/o/${alpweb}/requests`,
      requestTo({ email: garage.email }, { rights: [asked('domain.view')] }, { plan }),
    )
    expect(sent.status).toBe(200)
    const asking = String(sent.body['managedCustomerId'])
    expect(await row(asking)).toMatchObject({ status: 'requested', tags: ['garage'], people: [] })
    expect((await petra.get(`/o/${alpweb}/customers/${asking}/profile`)).body['request']).toMatchObject({
      planned: [
        { kind: 'person', name: 'Anna' },
        { kind: 'team', name: 'Web' },
      ],
    })
    expect((await answered(server, garage, asking, ['domain.view'])).status).toBe(200)
    await expect.poll(async () => (await row(asking))['teams'], { timeout: 20_000 }).toEqual(['Web'])
    expect(await row(asking)).toMatchObject({ status: 'active', tags: ['garage'], people: [{ name: 'Anna' }] })
    expect((await anna.send('POST', `/c/${String((await row(asking))['partnershipId'])}/visit`, {})).status).toBe(200)
  })

  test('nobody of another firm', async () => {
    const plan = { people: [people.paul] }
    const sent = await petra.send(
      'POST',
      `/o/${alpweb}/requests`,
      requestTo({ email: 'new@new.example' }, { rights: [asked('domain.view')] }, { plan }),
    )
    expect(sent.body['code']).toBe('not_found')
  })

  test('whoever may assign no more has chosen in vain', async () => {
    const rossi = await givenCustomer(server, 'Rossi & Figli Sagl', 'rossi@rossi.example')
    const sent = await petra.send(
      'POST',
      `/o/${alpweb}/requests`,
      requestTo({ email: rossi.email }, { rights: [asked('domain.view')] }, { plan: { people: [people.anna] } }),
    )
    const asking = String(sent.body['managedCustomerId'])
    await server.database.owner.query('update planned_assignment set planned_by = $1 where invitation_id = $2', [people.luca, asking])
    expect((await answered(server, rossi, asking, ['domain.view'])).status).toBe(200)
    await expect
      .poll(async () => (await server.database.owner.query('select from planned_assignment where invitation_id = $1', [asking])).rowCount, {
        timeout: 20_000,
      })
      .toBe(0)
    expect(await row(asking)).toMatchObject({ status: 'active', people: [] })
  })
})
