// Stop in a hurry: one tap by whoever leads, without a password; everything is closed with it. Ending is the considered step.
import { expect, test } from 'vitest'
import { givenCaller } from '../given-caller.ts'
import { givenPerson } from '../given-people.ts'
import { givenActive, givenCustomer, givenPartners } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra } = await givenPartners(server)
const { owner } = server.database
const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'info@baeckerei.example')
const { partnershipId } = await givenActive(server, { alpweb, petra }, customer)
const max = await givenPerson(server, { name: 'Max', email: 'max@baeckerei.example', password: 'a long enough password for Max' })
await owner.query(`begin; set local session_replication_role = replica;
  insert into member (organisation_id, person_id, role, added_at) values ('${customer.id}', '${max}', 'administrator', now()); commit`)
const administrator = await givenCaller(server, max, 'email')
const path = `/o/${customer.id}/partnerships/${partnershipId}`
const inside = () => petra.get(`/c/${partnershipId}/shell`)
const yesterday = () =>
  owner.query("update session set authenticated_at = now() - interval '1 day' where person_id = any($1)", [[max, customer.personId]])

test('somebody of the partner is at work in the account', async () => {
  expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
  expect((await inside()).status).toBe(200)
})

test('an administrator who signed in yesterday, with a code alone, stops it with one tap', async () => {
  await yesterday()
  const stopped = await administrator.send('POST', `${path}/stop`, {})
  expect(stopped).toMatchObject({ status: 200, body: { visitsEnded: 1, receipt: { id: expect.any(String) } } })
  expect((await inside()).status).toBe(403)
  expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(403)
})

test('opening it again is for a legal representative who proves anew who they are', async () => {
  expect((await administrator.send('POST', `${path}/resume`, {})).body['code']).toBe('not_entitled')
  expect((await customer.ruth.send('POST', `${path}/resume`, {})).body['code']).toBe('fresh_authentication_needed')
})

test('ending for good is too: what would follow is shown first, and stopped access can be ended as well', async () => {
  const preview = await customer.ruth.get(`${path}/ending`)
  expect(preview.body).toMatchObject({ rights: 0, visitsNow: [], people: ['Petra', 'Marc'], paid: [] })
  expect((await customer.ruth.send('POST', `${path}/end`, { reason: null })).body['code']).toBe('fresh_authentication_needed')
  await owner.query('update session set authenticated_at = now() where person_id = $1', [customer.personId])
  const ended = await customer.ruth.send('POST', `${path}/end`, { reason: null })
  expect(ended.status).toBe(200)
  const { id } = ended.body['receipt'] as { id: string }
  const list = await customer.ruth.get(`${path}/handback`)
  expect(list.body).toMatchObject({ receiptId: id, visits: { count: 1, lastBy: 'Petra' } })
})
