import { expect, test, vi } from 'vitest'
import { answered, asked, givenActive, givenCustomer, givenPartners, requestTo, tokenOf } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra, marc } = story

async function sentTo(email: string): Promise<string> {
  const { body } = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ email }, { rights: [asked('domain.view'), asked('domain.manage')] }),
  )
  return String(body['managedCustomerId'])
}
const told = (address: string, subject: string) =>
  vi.waitFor(
    async () => {
      const subjects = (await server.mailbox.list({ to: address })).map((message) => message.subject)
      expect(subjects).toContain(subject)
    },
    { timeout: 20_000 },
  )

test('the sender is told that everything was granted', async () => {
  const customer = await givenCustomer(server, 'Alles AG', 'ruth@alles.example')
  await answered(server, customer, await sentTo(customer.email), ['domain.view', 'domain.manage'])
  await told('petra@alpweb.example', 'Alles AG granted all 2 rights')
})

test('the sender is told that other rights were granted', async () => {
  const customer = await givenCustomer(server, 'Anders AG', 'ruth@anders.example')
  await answered(server, customer, await sentTo(customer.email), ['domain.view', 'mail.view'])
  await told('petra@alpweb.example', 'Anders AG granted different rights: please check')
})

test('the sender is told of a no, by the name in the own list: who declined has shown nothing else of itself', async () => {
  const customer = await givenCustomer(server, 'Nein AG', 'ruth@nein.example')
  const token = await tokenOf(server, await sentTo(customer.email))
  expect((await customer.ruth.send('POST', `/requests/${token}/decline`, { organisationId: customer.id })).status).toBe(200)
  await told('petra@alpweb.example', 'ruth@nein.example declined your request')
})

test('whoever is assigned is told of more rights, too', async () => {
  const customer = await givenCustomer(server, 'Betreut AG', 'ruth@betreut.example')
  const { id, partnershipId } = await givenActive(server, story, customer)
  await marc.send('POST', `/o/${alpweb}/customers/${id}/assign`, { people: [{ id: story.people.anna, rights: null }] })
  const more = { rights: [asked('mail.view')], terms: { ...requestTo({}).terms, payer: null }, validityDays: 30 }
  await petra.send('POST', `/o/${alpweb}/customers/${id}/more`, more)
  const path = `/o/${customer.id}/partnerships/${partnershipId}`
  const { rows } = await server.database.owner.query("select id from proposal where partnership_id = $1 and state = 'open'", [
    partnershipId,
  ])
  const scopes = [{ kind: 'all', future: true }]
  const answer = { proposalId: rows[0].id, decision: 'grant', rights: [{ right: 'mail.view', scopes }], notGranted: [], terms: more.terms }
  expect((await customer.ruth.send('POST', `${path}/proposal/answer`, answer)).status).toBe(200)
  for (const address of ['petra@alpweb.example', 'anna@alpweb.example']) await told(address, 'Betreut AG granted the right')
})
