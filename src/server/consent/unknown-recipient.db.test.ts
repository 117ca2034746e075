// Before somebody answers for an organisation the partner learns nothing about who received its request, nor whether anybody did.
import { describe, expect, test } from 'vitest'
import { givenCaller } from '../../../tests/given-caller.ts'
import { givenOrganisation, givenPerson, mailTo } from '../../../tests/given-people.ts'
import { givenCustomer, givenPartners, requestTo, tokenOf } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const { petra, alpweb, people } = await givenPartners(server)
const beck = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const beat = await givenPerson(server, { name: 'Beat Geheim', email: 'beat@beck.example' })
const neighbour = await givenOrganisation(server, {
  name: 'Zürn Holzbau AG',
  members: [
    [beat, 'collaborator'],
    [people.paul, 'legal_representative'],
  ],
})
const client = await server.database.owner.connect()
await client.query('begin; set local session_replication_role = replica')
await client.query("insert into member (organisation_id, person_id, role, added_at) values ($1, $2, 'collaborator', now())", [
  beck.id,
  beat,
])
await client.query('commit')
client.release()
const beatCalls = await givenCaller(server, beat)

async function sentTo(who: { email?: string; customerNumber?: string }): Promise<{ id: string; token: string }> {
  const { body } = await petra.send('POST', `/o/${alpweb}/requests`, requestTo(who))
  const id = String(body['managedCustomerId'])
  return { id, token: await tokenOf(server, id) }
}
/** Everything the partner can read of it. */
async function readBy(id: string): Promise<string> {
  const answers = [
    await petra.get(`/o/${alpweb}/customers/${id}/row`),
    await petra.get(`/o/${alpweb}/customers/${id}/profile`),
    await petra.get(`/o/${alpweb}/activity?limit=200`),
  ]
  return JSON.stringify(answers.map(({ body }) => body))
}

describe('a request to a customer number', () => {
  test('looks the same whether there is such a customer or not', async () => {
    const [real, none] = [await sentTo({ customerNumber: beck.number }), await sentTo({ customerNumber: 'C-999999' })]
    await mailTo(server, beck.email)
    await expect
      .poll(async () => (await server.database.owner.query('select from job where done_at is null and run_at < now()')).rowCount, {
        timeout: 20_000,
      })
      .toBe(0)
    const seen = []
    for (const { id } of [real, none]) {
      const { body } = await petra.get(`/o/${alpweb}/customers/${id}/profile`)
      const row = (await petra.get(`/o/${alpweb}/customers/${id}/row`)).body
      const history = (body['history'] as { kind: string }[]).map(({ kind }) => kind)
      seen.push({ delivery: row['delivery'], status: row['status'], may: row['may'], history, country: row['country'] })
    }
    expect(seen[0]).toEqual(seen[1])
    expect(seen[0]).toMatchObject({ delivery: 'sent', history: ['request.sent'] })
  })

  test('passed on within the customer tells the partner neither by whom nor to whom, and the one who may decide reads it', async () => {
    const { id, token } = await sentTo({ customerNumber: (await givenCustomer(server, 'Neue AG', 'chef@neu.example')).number })
    const member = await givenCaller(server, await addedTo('Neue AG', 'Mara Heimlich'))
    const { body } = await member.get(`/requests/${token}/consent`)
    const { id: organisationId, representatives } = body['organisation'] as { id: string; representatives: { id: string }[] }
    const passed = await member.send('POST', `/requests/${token}/pass-on`, { organisationId, personId: representatives[0]?.id })
    expect(passed.status).toBe(200)
    await mailTo(server, 'chef@neu.example', 2)
    expect(await readBy(id)).not.toMatch(/Mara Heimlich|Ruth Neue|neu\.example/)
  })

  test('is not passed on to another organisation', async () => {
    const { token } = await sentTo({ customerNumber: (await givenCustomer(server, 'Dritte AG', 'chef@dritte.example')).number })
    const member = await givenCaller(server, await addedTo('Dritte AG', 'Doris', neighbour))
    const answer = await member.send('POST', `/requests/${token}/pass-on`, { organisationId: neighbour, personId: people.paul })
    expect(answer.status).toBe(404)
  })
})

test('a request to an address, passed on and declined, names nobody', async () => {
  const { id, token } = await sentTo({ email: 'beat@beck.example' })
  expect((await beatCalls.send('POST', `/requests/${token}/pass-on`, { email: 'ursula.zuercher@beck.example' })).status).toBe(200)
  await mailTo(server, 'ursula.zuercher@beck.example')
  expect((await beatCalls.send('POST', `/requests/${token}/report`, { reason: 'unknown firm' })).status).toBe(200)
  expect((await beatCalls.send('POST', `/requests/${token}/decline`, { organisationId: null })).status).toBe(200)
  const read = await readBy(id)
  expect(read).toContain('ur…@beck.example')
  expect(read).not.toMatch(/Beat Geheim|ursula\.zuercher|unknown firm/)
})

async function addedTo(name: string, person: string, also?: string): Promise<string> {
  const id = await givenPerson(server, { name: person, email: `${person.replace(' ', '.').toLowerCase()}@people.example` })
  const adding = await server.database.owner.connect()
  await adding.query('begin; set local session_replication_role = replica')
  await adding.query(
    "insert into member (organisation_id, person_id, role, added_at) select o.id, $2, 'collaborator', now() from organisation o where o.name = $1 or o.id = $3",
    [name, id, also ?? null],
  )
  await adding.query('commit')
  adding.release()
  return id
}
