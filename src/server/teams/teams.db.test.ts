// Teams of a partner: who is in one has its customers, with at most what was granted, for as long as they are in it.
import { describe, expect, test } from 'vitest'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { petra, marc, anna, luca, paul, alpweb, webwerk, people } = story
const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const { id, partnershipId } = await givenActive(server, story, customer, ['domain.view', 'domain.manage', 'mail.view'])
const teamsOf = async (by = anna) =>
  (await by.get(`/o/${alpweb}/teams`)).body['teams'] as { id: string; name: string; customers: number; people: { name: string }[] }[]
const assign = (body: object) => marc.send('POST', `/o/${alpweb}/customers/${id}/assign`, { people: [], ...body })
const enter = (by = luca) => by.send('POST', `/c/${partnershipId}/visit`, {})
const inList = async (by = luca) =>
  ((await by.get(`/o/${alpweb}/customers`)).body['customers'] as { name: string; teams: string[] }[]).map(({ name, teams }) => [
    name,
    ...teams,
  ])
const create = async (name: string, ids: readonly string[]) => marc.send('POST', `/o/${alpweb}/teams`, { name, people: ids })

const web = String((await create('Web', [people.luca])).body['id'])

describe('a team', () => {
  test('is there for everybody of the partner to see, and nobody else', async () => {
    expect(await teamsOf()).toEqual([{ id: web, name: 'Web', customers: 0, people: [{ id: people.luca, name: 'Luca' }] }])
    expect((await paul.get(`/o/${webwerk}/teams`)).body['teams']).toEqual([])
    expect((await paul.send('PATCH', `/o/${webwerk}/teams/${web}`, { name: 'Ours' })).body['code']).toBe('not_found')
  })

  test('is made and changed by leaders, with people of the partner, under a name of its own', async () => {
    expect((await anna.send('POST', `/o/${alpweb}/teams`, { name: 'Mine', people: [] })).body['code']).toBe('not_entitled')
    expect((await create('WEB', [])).body['code']).toBe('name_in_use')
    expect((await create('http://web', [])).body['code']).toBe('invalid_name')
    expect((await create('Others', [people.paul])).body['code']).toBe('not_found')
  })
})

describe('a customer that a team has', () => {
  test('is reached by whoever is in it, and by nobody else', async () => {
    expect((await enter()).status).toBe(404)
    expect((await assign({ teams: [{ id: web, rights: ['domain.view', 'mail.view'] }] })).status).toBe(200)
    expect(await inList()).toEqual([['Bäckerei Zürcher GmbH', 'Web']])
    expect(await inList(anna)).toEqual([])
    expect((await enter()).status).toBe(200)
    expect((await luca.get(`/c/${partnershipId}/shell`)).body['rights']).toEqual(['domain.view', 'mail.view'])
    expect((await enter(anna)).status).toBe(404)
    expect((await petra.get(`/o/${alpweb}/customers/found?teams=${web}`)).body).toEqual({ count: 1 })
    const profile = await luca.get(`/o/${alpweb}/customers/${id}/profile`)
    expect(profile.body['people']).toContainEqual(
      expect.objectContaining({ name: 'Luca', by: 'team', teams: ['Web'], rights: ['domain.view', 'mail.view'] }),
    )
  })

  test('never gets more than was granted through it', async () => {
    expect((await assign({ teams: [{ id: web, rights: ['mail.content'] }] })).body['code']).toBe('enlarges')
    expect((await assign({ teams: [{ id: web, rights: [] }] })).body['code']).toBe('nothing_granted')
    const foreign = (await paul.send('POST', `/o/${webwerk}/teams`, { name: 'Theirs', people: [] })).body['id']
    expect((await assign({ teams: [{ id: foreign, rights: null }] })).body['code']).toBe('not_found')
  })

  test('stays with the team when people are assigned without a word about teams', async () => {
    expect((await assign({ people: [{ id: people.anna, rights: null }] })).status).toBe(200)
    expect(await inList()).toEqual([['Bäckerei Zürcher GmbH', 'Web']])
  })

  test('is lost, visit and all, by whoever is taken out of the team; who came in has it', async () => {
    expect((await marc.send('PATCH', `/o/${alpweb}/teams/${web}`, { name: 'Web Bern', people: [people.anna] })).status).toBe(200)
    expect((await luca.get(`/c/${partnershipId}/shell`)).status).toBeGreaterThanOrEqual(403)
    const { rows } = await server.database.owner.query('select ended_by from visit where person_id = $1', [people.luca])
    expect(rows).toEqual([{ ended_by: 'partner' }])
    expect(await inList()).toEqual([])
    expect(await inList(anna)).toEqual([['Bäckerei Zürcher GmbH', 'Web Bern']])
  })

  test('is lost with the team, unless somebody has it by themselves', async () => {
    expect((await enter(anna)).status).toBe(200)
    expect((await marc.send('DELETE', `/o/${alpweb}/teams/${web}`)).status).toBe(200)
    expect((await anna.get(`/c/${partnershipId}/shell`)).status).toBe(200)
    expect(await inList(anna)).toEqual([['Bäckerei Zürcher GmbH']])
    expect(await teamsOf()).toEqual([])
  })
})

test('whoever leaves the partner leaves its teams, and is out', async () => {
  const again = String((await create('Hosting', [people.luca, people.anna])).body['id'])
  expect((await assign({ teams: [{ id: again, rights: null }] })).status).toBe(200)
  expect((await enter()).status).toBe(200)
  expect((await petra.send('DELETE', `/o/${alpweb}/members/${people.luca}`)).status).toBe(200)
  expect((await teamsOf()).map((team) => [team.customers, team.people.map(({ name }) => name)])).toEqual([[1, ['Anna']]])
  expect((await enter()).status).toBe(404)
})
