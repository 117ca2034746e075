// Rules and saved views: what matches now and later is assigned, once, only as long as whoever made the rule may assign.
import { describe, expect, test } from 'vitest'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'
import { asSystem } from '../react.ts'
import { applyRules } from './assignment-rules.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { petra, marc, anna, luca, paul, alpweb, webwerk, people } = story
const own = `/o/${alpweb}`
const bakery = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const garage = await givenCustomer(server, 'Garage Élan Sàrl', 'elan@garage.example')
const atBakery = await givenActive(server, story, bakery)
const tag = (id: string, tags: readonly string[]) => marc.send('PUT', `${own}/customers/${id}/notes`, { tags })
const make = (more: object = {}, by = marc) =>
  by.send('POST', `${own}/assignment-rules`, {
    name: 'WordPress',
    filter: { tags: ['wordpress'] },
    to: { kind: 'team', id: team },
    ...more,
  })
const rules = async () =>
  (await marc.get(`${own}/assignment-rules`)).body['rules'] as { id: string; name: string; customers: number; madeBy: string }[]
const teamsOf = async (id: string) => (await marc.get(`${own}/customers/${id}/row`)).body['teams']
const team = String((await marc.send('POST', `${own}/teams`, { name: 'Web', people: [people.luca] })).body['id'])
const apply = () => asSystem(server.server.house, (work) => applyRules(work, { partnerId: alpweb, partnershipId: null }))

describe('a rule', () => {
  test('is made by leaders, about something, for somebody of the partner', async () => {
    expect((await make({}, anna)).body['code']).toBe('not_entitled')
    expect((await make({ filter: {} })).body['code']).toBe('invalid_input')
    expect((await make({ to: { kind: 'person', id: people.paul } })).body['code']).toBe('not_found')
    expect(
      (
        await paul.send('POST', `/o/${webwerk}/assignment-rules`, {
          name: 'Theirs',
          filter: { tags: ['x'] },
          to: { kind: 'team', id: team },
        })
      ).body['code'],
    ).toBe('not_found')
  })

  test('assigns what matches now', async () => {
    await tag(atBakery.id, ['wordpress'])
    expect((await make()).status).toBe(200)
    await expect.poll(() => teamsOf(atBakery.id), { timeout: 20_000 }).toEqual(['Web'])
    expect((await luca.send('POST', `/c/${atBakery.partnershipId}/visit`, {})).status).toBe(200)
    expect(await rules()).toMatchObject([{ name: 'WordPress', customers: 1, madeBy: 'Marc' }])
  })

  test('assigns whoever matches later', async () => {
    const { id } = await givenActive(server, story, garage)
    expect(await teamsOf(id)).toEqual([])
    await tag(id, ['garage', 'wordpress'])
    await expect.poll(() => teamsOf(id), { timeout: 20_000 }).toEqual(['Web'])
  })

  test('does not come back to what was unassigned by hand', async () => {
    expect((await marc.send('POST', `${own}/customers/${atBakery.id}/assign`, { people: [], teams: [] })).status).toBe(200)
    await apply()
    expect(await teamsOf(atBakery.id)).toEqual([])
  })

  test('stops when it is told to, and what it assigned stays', async () => {
    const [rule] = await rules()
    expect((await marc.send('DELETE', `${own}/assignment-rules/${rule?.id ?? ''}`)).status).toBe(200)
    expect(await rules()).toEqual([])
    const rossi = await givenActive(server, story, await givenCustomer(server, 'Rossi & Figli Sagl', 'rossi@rossi.example'))
    await tag(rossi.id, ['wordpress'])
    await apply()
    expect(await teamsOf(rossi.id)).toEqual([])
  })

  test('does nothing more once whoever made it may assign no more', async () => {
    expect((await make({ name: 'Bern', filter: { tags: ['bern'] } })).status).toBe(200)
    await petra.send('PATCH', `${own}/members/${people.marc}`, { role: 'collaborator' })
    await petra.send('PUT', `${own}/customers/${atBakery.id}/notes`, { tags: ['bern'] })
    await apply()
    expect((await petra.get(`${own}/customers/${atBakery.id}/row`)).body['teams']).toEqual([])
    expect((await petra.get(`${own}/assignment-rules`)).body['rules']).toEqual([])
  })
})

describe('a saved view', () => {
  test('is one’s own, or shared with a team one is in', async () => {
    const save = (body: object, by = luca) => by.send('POST', `${own}/customer-views`, body)
    const filter = { tags: ['wordpress'], status: ['active'] }
    expect((await save({ name: 'Mine', filter, teamId: null })).status).toBe(200)
    expect((await save({ name: 'Ours', filter, teamId: team })).status).toBe(200)
    expect((await save({ name: 'Not ours', filter, teamId: team }, anna)).body['code']).toBe('not_found')
    const views = async (by: typeof luca) =>
      ((await by.get(`${own}/customer-views`)).body['views'] as { id: string; name: string }[]).map(({ name }) => name)
    expect(await views(luca)).toEqual(['Mine', 'Ours'])
    expect(await views(anna)).toEqual([])
    await petra.send('PATCH', `${own}/teams/${team}`, { people: [people.luca, people.anna] })
    expect(await views(anna)).toEqual(['Ours'])
    const [ours] = (await anna.get(`${own}/customer-views`)).body['views'] as { id: string; filter: object; mayDelete: boolean }[]
    expect(ours).toMatchObject({ filter, mayDelete: false })
    const at = `${own}/customer-views/${ours?.id ?? ''}`
    expect((await anna.send('DELETE', at)).body['code']).toBe('not_found')
    expect((await anna.send('PUT', at, { name: 'Hers', filter: {}, teamId: null })).body['code']).toBe('not_found')
    expect((await luca.send('PUT', at, { name: 'Renamed', filter: { tags: ['shop'] }, teamId: team })).status).toBe(200)
    const begin = (viewId: string | null, by: typeof luca) => by.send('PUT', `${own}/default-customer-view`, { viewId })
    expect((await begin(ours?.id ?? '', anna)).status).toBe(200)
    const known = async (by: typeof luca) =>
      ((await by.get(`${own}/customer-views`)).body['views'] as { name: string; isDefault: boolean }[]).map(({ name, isDefault }) => [
        name,
        isDefault,
      ])
    expect(await known(anna)).toEqual([['Renamed', true]])
    expect(await known(luca)).toContainEqual(['Renamed', false])
    expect((await begin(crypto.randomUUID(), anna)).body['code']).toBe('not_found')
    expect((await begin(null, anna)).status).toBe(200)
    expect(await known(anna)).toEqual([['Renamed', false]])
    await petra.send('PATCH', `${own}/teams/${team}`, { people: [people.anna] })
    expect(await views(luca)).toEqual(['Mine'])
    expect((await luca.send('PUT', at, { name: 'Still his', filter: {}, teamId: team })).body['code']).toBe('not_found')
    await petra.send('PATCH', `${own}/teams/${team}`, { people: [people.luca, people.anna] })
    expect((await luca.send('DELETE', at)).status).toBe(200)
  })
})
