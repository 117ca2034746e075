// Everyday: Luca leaves Alpweb. What hangs on him is shown, who follows is chosen, and everything of his ends in one step.
import { describe, expect, test } from 'vitest'
import { mailAbout } from '../given-people.ts'
import { givenActive, givenCustomer, givenPartners, requestTo } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { petra, marc, anna, luca, alpweb, people } = story
const own = `/o/${alpweb}`
const rights = ['domain.view', 'domain.manage', 'mail.view']
const bakery = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const garage = await givenCustomer(server, 'Garage Élan Sàrl', 'elan@garage.example')
const rossi = await givenCustomer(server, 'Rossi & Figli Sagl', 'rossi@rossi.example')
const atBakery = await givenActive(server, story, bakery, rights)
const atGarage = await givenActive(server, story, garage, rights)
const atRossi = await givenActive(server, story, rossi, rights)
const assign = (id: string, list: readonly { id: string; rights: readonly string[] | null }[]) =>
  marc.send('POST', `${own}/customers/${id}/assign`, { people: list })
const enter = (by: typeof luca, { partnershipId }: typeof atBakery) => by.send('POST', `/c/${partnershipId}/visit`, {})
const namesInListOf = async (by: typeof luca) =>
  ((await by.get(`${own}/customers`)).body['customers'] as { name: string }[]).map(({ name }) => name)

test('Luca looks after three customers, one of which admits only people it names', async () => {
  await assign(atBakery.id, [{ id: people.luca, rights: ['domain.view'] }])
  await assign(atGarage.id, [{ id: people.luca, rights: null }])
  await assign(atRossi.id, [
    { id: people.luca, rights: null },
    { id: people.anna, rights: null },
  ])
  await marc.send('PUT', `${own}/customers/${atGarage.id}/notes`, { tags: ['wordpress'] })
  const admitted = { namedPeopleOnly: true, people: [people.luca] }
  expect((await garage.ruth.send('PUT', `/o/${garage.id}/partnerships/${atGarage.partnershipId}/people`, admitted)).status).toBe(200)
  await marc.send('POST', `${own}/teams`, { name: 'Web', people: [people.luca] })
  await marc.send('POST', `${own}/assignment-rules`, { name: 'Shops', filter: { tags: ['shop'] }, to: { kind: 'person', id: people.luca } })
  await petra.send(
    'POST',
    `${own}/requests`,
    requestTo({ email: 'new@new.example' }, { preset: 'limited' }, { plan: { people: [people.luca] } }),
  )
  expect((await enter(luca, atGarage)).status).toBe(200)
})

describe('before he goes', () => {
  test('everything that hangs on him is shown, and nothing changes by looking', async () => {
    const { body } = await marc.get(`${own}/members/${people.luca}/off-boarding`)
    expect(body).toMatchObject({
      person: { name: 'Luca' },
      customersInAll: 3,
      leftWithNobody: 2,
      visitsNow: ['Garage Élan Sàrl'],
      teams: ['Web'],
      rules: ['Shops'],
      planned: 1,
      customers: [
        { name: 'Bäckerei Zürcher GmbH', leftWithNobody: true, namedPeopleOnly: false },
        { name: 'Garage Élan Sàrl', leftWithNobody: true, namedPeopleOnly: true, tags: ['wordpress'] },
        { name: 'Rossi & Figli Sagl', leftWithNobody: false },
      ],
    })
    expect(await namesInListOf(luca)).toHaveLength(3)
  })

  test('nobody off-boards themselves, a stranger, or the last legal representative', async () => {
    const off = (person: string, body: object, by = petra) => by.send('POST', `${own}/members/${person}/off-board`, body)
    expect((await off(people.petra, { successor: null })).body['code']).toBe('last_legal_representative')
    expect((await off(people.paul, { successor: null })).body['code']).toBe('not_found')
    expect((await off(people.luca, { successor: people.luca })).body['code']).toBe('invalid_input')
    expect((await off(people.luca, { successor: people.paul })).body['code']).toBe('not_found')
    expect((await off(people.luca, { successor: null }, anna)).body['code']).toBe('not_entitled')
  })

  test('while he is on leave, Anna stands in until a date, with his rights and no more', async () => {
    const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    const cover = (day: string) => marc.send('POST', `${own}/members/${people.luca}/cover`, { substitute: people.anna, until: day })
    expect((await cover('2020-01-01')).body['code']).toBe('end_out_of_bounds')
    expect((await cover(until)).body).toEqual({ customers: 2 })
    expect((await enter(anna, atBakery)).status).toBe(200)
    expect((await anna.get(`/c/${atBakery.partnershipId}/shell`)).body['rights']).toEqual(['domain.view'])
    // The garage admits people by name: a substitute, too, has to be one of them.
    expect((await enter(anna, atGarage)).status).toBe(403)
    const [timed] = (
      await server.database.owner.query<{ id: string }>('select id from timed_assignment where partnership_id = $1', [
        atBakery.partnershipId,
      ])
    ).rows
    expect((await marc.send('DELETE', `${own}/timed-assignments/${timed?.id ?? ''}`)).status).toBe(200)
    expect((await anna.get(`/c/${atBakery.partnershipId}/shell`)).status).toBeGreaterThanOrEqual(403)
  })
})

describe('on his last day', () => {
  test('one step ends it all: Anna gets what is WordPress, Marc the rest', async () => {
    const body = { successor: people.marc, groups: [{ tag: 'WordPress', successor: people.anna }] }
    const { status, body: done } = await petra.send('POST', `${own}/members/${people.luca}/off-board`, body)
    expect([status, done]).toEqual([200, { customers: 3, handedOn: 3, visitsEnded: 1, receipt: { id: expect.any(String) } }])
  })

  test('he is out at once, of the visit, the list and the organisation', async () => {
    expect((await luca.get(`/c/${atGarage.partnershipId}/shell`)).status).toBeGreaterThanOrEqual(403)
    expect((await enter(luca, atBakery)).status).toBe(404)
    expect((await luca.get(`${own}/customers`)).status).toBe(404)
    const { rows } = await server.database.owner.query(
      'select from assignment where person_id = $1 union all select from timed_assignment where person_id = $1',
      [people.luca],
    )
    expect(rows).toEqual([])
  })

  test('his customers have somebody, with what he had and no more', async () => {
    const peopleOf = async (id: string) =>
      ((await petra.get(`${own}/customers/${id}/row`)).body['people'] as { name: string }[]).map(({ name }) => name)
    expect(await peopleOf(atBakery.id)).toEqual(['Marc'])
    expect(await peopleOf(atGarage.id)).toEqual(['Anna'])
    expect((await peopleOf(atRossi.id)).toSorted()).toEqual(['Anna', 'Marc'])
    const { rows } = await server.database.owner.query('select rights from assignment where partnership_id = $1', [atBakery.partnershipId])
    expect(rows).toEqual([{ rights: ['domain.view'] }])
  })

  test('who admits people by name is asked: nobody gets in until it says so', async () => {
    await mailAbout(server, garage.email, /^Alpweb AG: Anna takes over from Luca$/)
    expect((await enter(anna, atGarage)).status).toBe(403)
    const at = `/o/${garage.id}/partnerships/${atGarage.partnershipId}`
    const seen = (await garage.ruth.get(at)).body['people'] as { name: string; isAdmitted: boolean; since: string | null }[]
    expect(seen.find(({ name }) => name === 'Anna')).toMatchObject({ isAdmitted: false })
    expect((await garage.ruth.send('PUT', `${at}/people`, { namedPeopleOnly: true, people: [people.anna] })).status).toBe(200)
    expect((await enter(anna, atGarage)).status).toBe(200)
  })

  test('what was planned and ruled for him is his successor’s', async () => {
    const rules = (await marc.get(`${own}/assignment-rules`)).body['rules'] as { to: { name: string } }[]
    expect(rules.map(({ to }) => to.name)).toEqual(['Marc'])
    const { rows } = await server.database.owner.query('select person_id from planned_assignment')
    expect(rows).toEqual([{ person_id: people.marc }])
  })

  test('and it is on record, for each customer', async () => {
    const { body } = await petra.get(`${own}/activity`)
    const kinds = (body['entries'] as { kind: string }[]).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'assignment.changed').length).toBeGreaterThanOrEqual(6)
    expect(kinds).toContain('member.removed')
    expect(kinds).toContain('partnership.successor_named')
  })
})
