import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { type Caller, givenCaller } from '../../../tests/given-caller.ts'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { people, marc } = story
const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'info@baeckerei.example')
const { partnershipId } = await givenActive(server, story, customer, ['domain.view'])
const end = (visit: string, query = '') =>
  customer.ruth.send('DELETE', `/o/${customer.id}/partnerships/${partnershipId}/visits/${visit}${query}`)

test('somebody in two browsers is out of both by one press, also where one of the visits is over; a visit alone ends alone', async () => {
  const [phone, laptop] = await Promise.all([givenCaller(server, people.petra), givenCaller(server, people.petra)])
  const enter = async (browser: Caller) => String((await browser.send('POST', `/c/${partnershipId}/visit`, {})).body['id'])
  const inside = async () => {
    const all = await Promise.all([phone, laptop, marc].map((browser) => browser.get(`/c/${partnershipId}/shell`)))
    return all.map(({ status }) => status === 200)
  }
  const first = await enter(phone)
  await enter(laptop)
  await enter(marc)
  const { partnerships } = (await customer.ruth.get(`/o/${customer.id}/partnerships`)).body
  expect(partnerships).toMatchObject([
    { visitsNow: [{ person: 'Marc' }, { personId: people.petra }, { id: first, personId: people.petra }] },
  ])
  expect((await end(first)).status).toBe(200)
  expect(await inside()).toEqual([false, true, true])
  await enter(phone)
  const ended = await end(first, '?everywhere=true')
  expect(ended.status).toBe(200)
  expect(await inside()).toEqual([false, false, true])
  const receipt = (ended.body['receipt'] as { id: string }).id
  expect((await customer.ruth.get(`/o/${customer.id}/receipts/${receipt}`)).body).toMatchObject({ what: 'visit', people: ['Petra'] })
  expect(await end(first, '?everywhere=true')).toMatchObject({ status: 403, body: { code: 'visit_over' } })
  expect(await end(v7(), '?everywhere=true')).toMatchObject({ status: 403, body: { code: 'visit_over' } })
})

test('the same key is not answered for one visit and for all of them', async () => {
  const entered = await givenCaller(server, people.petra)
  const visit = String((await entered.send('POST', `/c/${partnershipId}/visit`, {})).body['id'])
  const headers = { cookie: `__Host-session=${customer.ruth.token}`, 'idempotency-key': v7() }
  const ask = async (query: string) =>
    (await fetch(`${server.url}/api/o/${customer.id}/partnerships/${partnershipId}/visits/${visit}${query}`, { method: 'DELETE', headers }))
      .status
  expect([await ask(''), await ask(''), await ask('?everywhere=true')]).toEqual([200, 200, 422])
})

test('whoever is inside is named, however many came and went since', async () => {
  const entered = await givenCaller(server, people.petra)
  const visit = String((await entered.send('POST', `/c/${partnershipId}/visit`, {})).body['id'])
  const later = `jsonb_build_object('id', gen_random_uuid(), 'started_at', now() + n * interval '1 second', 'ended_at', now() + interval '1 hour', 'ended_by', 'person')`
  await server.database.owner.query(`
    begin;
    set local session_replication_role = replica;
    insert into visit select (jsonb_populate_record(visit, ${later})).* from visit, generate_series(1, 20) n where visit.id = '${visit}';
    commit`)
  const { visits } = (await customer.ruth.get(`/o/${customer.id}/partnerships/${partnershipId}`)).body
  expect(visits).toContainEqual(expect.objectContaining({ id: visit, endedAt: null }))
})
