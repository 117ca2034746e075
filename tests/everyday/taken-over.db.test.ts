// Partnerships that existed before: the operator takes them over, without anything sensitive; each customer is told, and confirms or ends.
import { expect, test } from 'vitest'
import { givenOperators } from '../given-operators.ts'
import { givenActive, givenCustomer, givenPartners } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { olga } = await givenOperators(server)
const beck = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const elan = await givenCustomer(server, 'Garage Élan Sàrl', 'ruth@elan.example')
await givenActive(server, story, elan)
const numberOf = async (id: string) =>
  (await server.database.owner.query<{ number: string }>('select number from organisation where id = $1', [id])).rows[0]?.number ?? ''
const alpweb = await numberOf(story.alpweb)
const wish = (customerNumbers: readonly string[], dryRun: boolean) =>
  olga.send('POST', '/operator/taken-over', { partnerNumber: alpweb, customerNumbers, access: 'limited', dryRun })
const all = [beck.number, elan.number, 'C-999999', alpweb]

test('first it says what would come of each row, and nothing happens', async () => {
  const { status, body } = await wish(all, true)
  expect(status).toBe(200)
  expect((body['rows'] as { result: string }[]).map(({ result }) => result)).toEqual([
    ...['taken_over', 'already_customer', 'unknown', 'own_organisation'],
  ])
  expect((await beck.ruth.get(`/o/${beck.id}/partnerships`)).body['partnerships']).toEqual([])
})

test('then the partner sees its customer with view and manage only, and the customer is told and asked to confirm', async () => {
  expect((await wish(all, false)).status).toBe(200)
  const list = async () => (await story.petra.get(`/o/${story.alpweb}/customers?search=Zuercher`)).body['customers'] as { status: string }[]
  await expect.poll(async () => (await list()).map(({ status }) => status), { timeout: 20_000 }).toEqual(['active'])
  const subjects = async () => (await server.mailbox.list({ to: beck.email })).map(({ subject }) => subject)
  await expect.poll(subjects, { timeout: 20_000 }).toContain('Alpweb AG now has access to your account')
  const [waiting] = (await beck.ruth.get(`/o/${beck.id}/confirmations`)).body['confirmations'] as {
    partnershipId: string
    why: string
    askedAt: string
  }[]
  expect(waiting).toMatchObject({ why: 'taken_over', dueAt: null })
  const at = `/o/${beck.id}/partnerships/${waiting?.partnershipId}`
  const { rights } = (await beck.ruth.get(at)).body['grant'] as { rights: { right: string }[] }
  expect(rights.map(({ right }) => right)).toEqual(expect.arrayContaining(['domain.view', 'domain.manage']))
  expect(rights.some(({ right }) => /content|order|delete|pay|members\.manage|billing/.test(right))).toBe(false)
  expect((await beck.ruth.send('POST', `${at}/confirm`, { read: [{ why: waiting?.why, askedAt: waiting?.askedAt }] })).status).toBe(200)
  expect((await beck.ruth.get(`/o/${beck.id}/confirmations`)).body['confirmations']).toEqual([])
})

test('taken over twice is taken over once', async () => {
  expect((await wish([beck.number], false)).body['rows']).toEqual([{ customerNumber: beck.number, result: 'already_customer' }])
})

test('what a customer ended is not taken over again, and no operator takes anything over for a firm of their own', async () => {
  const [waiting] = (await beck.ruth.get(`/o/${beck.id}/partnerships`)).body['partnerships'] as { id: string }[]
  expect((await beck.ruth.send('POST', `/o/${beck.id}/partnerships/${waiting?.id}/end`, { reason: null })).status).toBe(200)
  expect((await wish([beck.number], false)).body['rows']).toEqual([{ customerNumber: beck.number, result: 'already_customer' }])
  const client = await server.database.owner.connect()
  await client.query('begin; set local session_replication_role = replica')
  await client.query("insert into member (organisation_id, person_id, role, added_at) values ($1, $2, 'collaborator', now())", [
    story.alpweb,
    olga.person,
  ])
  await client.query('commit')
  client.release()
  // Whoever belongs to a partner is no operator while it lasts: the console is not there for them.
  expect((await wish([beck.number], true)).body['code']).toBe('not_found')
})
