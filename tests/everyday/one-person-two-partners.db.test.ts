// Everyday: Anna works for two partners of the same bakery, and is also its own collaborator. The address says for whom she acts; one never mixes with the other.
import { expect, test } from 'vitest'
import { givenActive, givenCustomer, givenPartners } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { petra, paul, anna, alpweb, webwerk, people } = story
const bakery = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const forAlpweb = await givenActive(server, story, bakery, ['domain.view', 'domain.manage'])
const forWebwerk = await givenActive(server, { alpweb: webwerk, petra: paul }, bakery, ['mail.view'])

async function joins(organisation: string): Promise<void> {
  const client = await server.database.owner.connect()
  await client.query('begin; set local session_replication_role = replica')
  await client.query("insert into member (organisation_id, person_id, role, added_at) values ($1, $2, 'collaborator', now())", [
    organisation,
    people.anna,
  ])
  await client.query("insert into fact_change (kind, key) values ('person', $1)", [people.anna])
  await client.query(`select seal('[{"kind":"organisation.settings_changed","body":{},"readers":[]}]')`)
  await client.query('commit')
  client.release()
}
const shell = async (partnership: string) => (await anna.get(`/c/${partnership}/shell`)).body

test('she is assigned by both, each with its own rights', async () => {
  await joins(webwerk)
  await joins(bakery.id)
  const assign = { people: [{ id: people.anna, rights: null }] }
  expect((await petra.send('POST', `/o/${alpweb}/customers/${forAlpweb.id}/assign`, assign)).status).toBe(200)
  expect((await paul.send('POST', `/o/${webwerk}/customers/${forWebwerk.id}/assign`, assign)).status).toBe(200)
})

test('the switcher lists the bakery for Alpweb and the bakery for Webwerk, and her own organisations', async () => {
  const switcher = async (organisation: string) => (await anna.get(`/o/${organisation}/switcher`)).body['customers']
  expect(await switcher(alpweb)).toMatchObject([
    { customerName: 'Bäckerei Zürcher GmbH', partnerName: 'Alpweb AG', partnershipId: forAlpweb.partnershipId },
  ])
  expect(await switcher(webwerk)).toMatchObject([
    { customerName: 'Bäckerei Zürcher GmbH', partnerName: 'Webwerk GmbH', partnershipId: forWebwerk.partnershipId },
  ])
  const { organisations } = (await anna.get('/me')).body as { organisations: { name: string }[] }
  expect(organisations.map(({ name }) => name).toSorted()).toEqual(['Alpweb AG', 'Bäckerei Zürcher GmbH', 'Webwerk GmbH'])
})

test('in two tabs she acts for both, with the rights of each and never of the other', async () => {
  for (const { partnershipId } of [forAlpweb, forWebwerk])
    expect((await anna.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
  expect(await shell(forAlpweb.partnershipId)).toMatchObject({ rights: ['domain.view', 'domain.manage'] })
  expect(await shell(forWebwerk.partnershipId)).toMatchObject({ rights: ['mail.view'] })
})

test('what one partner ends does not touch the other', async () => {
  expect((await petra.send('DELETE', `/o/${alpweb}/members/${people.anna}`)).status).toBe(200)
  expect((await anna.get(`/c/${forAlpweb.partnershipId}/shell`)).status).toBeGreaterThanOrEqual(403)
  expect(await shell(forWebwerk.partnershipId)).toMatchObject({ rights: ['mail.view'] })
})

test('as the bakery’s own collaborator she decides nothing about her partners', async () => {
  const { body } = await anna.send('POST', `/o/${bakery.id}/partnerships/${forWebwerk.partnershipId}/stop`, {})
  expect(body['code']).toBe('not_entitled')
  expect((await anna.get(`/o/${bakery.id}/shell`)).body).toMatchObject({ role: 'collaborator' })
})
