// Assigning while people come and go: nobody keeps a customer beyond their membership, and nobody gets more than was granted.
import { expect, test } from 'vitest'
import { givenPerson } from '../../../tests/given-people.ts'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { petra, marc, anna, alpweb, people } = story
const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const { id, partnershipId } = await givenActive(server, story, customer, ['domain.view', 'domain.manage', 'mail.view'])
const assign = (list: readonly { id: string; rights: readonly string[] | null }[], by = marc) =>
  by.send('POST', `/o/${alpweb}/customers/${id}/assign`, { people: list })

async function givenCollaborator(number: number): Promise<string> {
  const person = await givenPerson(server, { name: 'Nora', email: `nora-${number}@alpweb.example` })
  const client = await server.database.owner.connect()
  await client.query('begin; set local session_replication_role = replica')
  await client.query("insert into member (organisation_id, person_id, role, added_at) values ($1, $2, 'collaborator', now())", [
    alpweb,
    person,
  ])
  await client.query('commit')
  client.release()
  return person
}

test('whoever is removed in the same moment is not assigned afterwards', async () => {
  for (let round = 0; round < 8; round++) {
    const nora = await givenCollaborator(round)
    const [assigned, removed] = await Promise.all([
      assign([{ id: nora, rights: null }]),
      petra.send('DELETE', `/o/${alpweb}/members/${nora}`),
    ])
    expect([200, 404]).toContain(assigned.status)
    expect(removed.status).toBe(200)
    const { rows } = await server.database.owner.query('select from assignment where person_id = $1', [nora])
    expect(rows).toEqual([])
    await assign([])
  }
})

test('no list of rights gets past the grant, and what the customer takes away is gone for everybody at once', async () => {
  for (const rights of [['mail.content'], ['domain.view', 'product.delete'], ['billing.pay']])
    expect((await assign([{ id: people.anna, rights }])).body['code']).toBe('enlarges')
  expect((await assign([{ id: people.anna, rights: [] }])).body['code']).toBe('nothing_granted')
  expect((await assign([{ id: people.anna, rights: ['partnership.decide'] }])).body['code']).toBe('invalid_input')
  expect((await assign([{ id: people.anna, rights: ['domain.manage', 'mail.view'] }])).status).toBe(200)
  expect((await anna.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
  const rightsOf = async () => (await anna.get(`/c/${partnershipId}/shell`)).body['rights']
  expect(await rightsOf()).toEqual(['domain.view', 'domain.manage', 'mail.view'])
  const at = `/o/${customer.id}/partnerships/${partnershipId}`
  const { version } = (await customer.ruth.get(at)).body['grant'] as { version: number }
  const keep = [{ right: 'mail.view', scopes: [{ kind: 'all', future: true }] }]
  expect((await customer.ruth.send('POST', `${at}/narrow`, { version, keep, end: null })).status).toBe(200)
  expect(await rightsOf()).toEqual(['mail.view'])
})

test('a collaborator assigns nobody, and nobody of another firm is assigned', async () => {
  expect((await assign([{ id: people.luca, rights: null }], anna)).body['code']).toBe('not_entitled')
  expect((await assign([{ id: people.paul, rights: null }])).body['code']).toBe('not_found')
  expect((await assign([{ id: customer.personId, rights: null }])).body['code']).toBe('not_found')
})

test('a list that a colleague changed since it was read is refused, and one that was read afterwards is put', async () => {
  const { managedId, put, read } = await givenSeen('Metzgerei Frei AG', 'rolf@frei.example')
  const [one, other] = [await read(), await read()]
  expect(one.version).toBe(other.version)
  expect((await put(petra, [people.luca], one.version)).status).toBe(200)
  const late = await put(marc, [people.anna], other.version)
  expect([late.status, late.body['code']]).toEqual([409, 'changed_meanwhile'])
  expect((await read()).assigned).toEqual([people.luca])
  expect((await put(marc, [people.luca, people.anna], (await read()).version)).status).toBe(200)
  const { body } = await marc.send('POST', `/o/${alpweb}/teams`, { name: 'Nachtdienst', people: [] })
  const teams = [{ id: body['id'], rights: null }]
  const before = await read()
  await petra.send('POST', `/o/${alpweb}/customers/${managedId}/assign`, { people: [{ id: people.luca, rights: null }], teams })
  expect((await put(marc, [people.anna], before.version)).body['code']).toBe('changed_meanwhile')
})

test('of two who put the same list at the same moment, one is told that the other was faster', async () => {
  const { put, read } = await givenSeen('Garage Wyss GmbH', 'vreni@wyss.example')
  const { version } = await read()
  const answers = await Promise.all([put(petra, [people.luca], version), put(marc, [people.anna], version)])
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409])
})

async function givenSeen(name: string, email: string) {
  const { id: managedId } = await givenActive(server, story, await givenCustomer(server, name, email), ['domain.view'])
  const at = `/o/${alpweb}/customers/${managedId}`
  return {
    managedId,
    put: (by: typeof marc, ids: readonly string[], version: string) =>
      by.send('POST', `${at}/assign`, { version, people: ids.map((id) => ({ id, rights: null })) }),
    read: async () => {
      const { body } = await marc.get(`${at}/assignable`)
      const all = body['people'] as { id: string; assigned: boolean }[]
      return { version: String(body['version']), assigned: all.filter(({ assigned }) => assigned).map(({ id }) => id) }
    },
  }
}
