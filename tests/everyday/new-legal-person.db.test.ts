// A partner under a new register number is a new legal person: its access rests, each customer confirms or not, and silence means no.
import { expect, test } from 'vitest'
import { asId } from '../../src/domain/ids.ts'
import { dayMs, later } from '../../src/domain/time.ts'
import { proofText } from '../../src/domain/verification/proof-of-domain.ts'
import { endUnconfirmed } from '../../src/server/cases/new-legal-person.ts'
import { asSystem } from '../../src/server/react.ts'
import { givenOperators } from '../given-operators.ts'
import { givenActive, givenCustomer, givenPartners } from '../given-requests.ts'
import { givenServer } from '../server.ts'

/** The domain publishes whatever it is asked to prove. */
let published: () => Promise<readonly string[]> = async () => []
const server = await givenServer({ published: { txt: () => published(), file: async () => undefined } })
const story = await givenPartners(server)
const { alpweb, petra } = story
const { olga } = await givenOperators(server)
const { owner } = server.database
published = async () =>
  (await owner.query<{ token: string }>('select token from partner_application')).rows.map(({ token }) => proofText(token))
const patient = { timeout: 15_000, interval: 50 }
const firm = { legalName: 'Alpweb AG', country: 'CH', city: 'Olten', registerNumber: 'CHE-123.456.788', domain: 'alpweb.example' }
const at = `/o/${alpweb}/partner-application`

async function verified(more: Partial<typeof firm>, decision: object = {}) {
  expect((await petra.send('POST', at, { ...firm, ...more, contactEmail: 'kontakt@alpweb.example' })).status).toBe(200)
  const shown = async () => (await petra.get(at)).body['application'] as { id: string; proof: string | null }
  await expect.poll(async () => (await shown()).proof, patient).toBe('dns')
  const application = await shown()
  const seen = (await olga.get(`/operator/applications/${application.id}`)).body
  const done = await olga.send('POST', `/operator/applications/${application.id}/verify`, { acknowledged: true, ...decision })
  expect(done.status).toBe(200)
  return seen
}

async function givenServed(name: string) {
  const customer = await givenCustomer(server, name, `${name.toLowerCase()}@kunde.example`)
  const { partnershipId } = await givenActive(server, story, customer)
  const path = `/o/${customer.id}/partnerships/${partnershipId}`
  return { ...customer, partnershipId, path, state: async () => (await customer.ruth.get(path)).body['state'] }
}
const enter = async (id: string) => (await petra.send('POST', `/c/${id}/visit`, {})).status

const bakery = await givenServed('Bakery')
const garage = await givenServed('Garage')

test('the same firm under another name, or under a number that the operator found to be its own, goes on as before', async () => {
  await verified({})
  expect(await verified({ legalName: 'Alpweb Bern AG' })).toMatchObject({ isNewLegalPerson: false })
  expect(await verified({ registerNumber: 'CHE-234.567.895' }, { sameLegalPerson: true })).toMatchObject({ isNewLegalPerson: true })
  expect([await bakery.state(), await enter(bakery.partnershipId)]).toEqual(['active', 200])
})

test('another number is a new legal person: all its access rests at once, and each customer is asked', async () => {
  expect(await verified({ legalName: 'Alpweb Holding AG', registerNumber: 'CHE-116.281.710' })).toMatchObject({ isNewLegalPerson: true })
  await expect.poll(bakery.state, patient).toBe('suspended_by_operator')
  await expect.poll(garage.state, patient).toBe('suspended_by_operator')
  expect(await enter(bakery.partnershipId)).not.toBe(200)
  const subjects = async () => (await server.mailbox.list({ to: bakery.email })).map(({ subject }) => subject)
  await expect.poll(subjects, patient).toContain('Alpweb AG would like to hand over to Alpweb Holding AG')
  expect((await bakery.ruth.get(`/o/${bakery.id}/confirmations`)).body['confirmations']).toMatchObject([{ why: 'new_legal_person' }])
})

test('a customer that confirms goes on with the new one', async () => {
  expect((await bakery.ruth.send('POST', `${bakery.path}/confirm`, {})).status).toBe(200)
  await expect.poll(bakery.state, patient).toBe('active')
  expect(await enter(bakery.partnershipId)).toBe(200)
})

test('where nobody answers, the partnership ends after thirty days', async () => {
  const { rows } = await owner.query('select due_at from partnership_confirmation where partnership_id = $1', [garage.partnershipId])
  const dueAt = rows[0].due_at.getTime()
  const end = (partnershipId: string, days: number) =>
    asSystem(server.server.house, (work) => endUnconfirmed({ ...work, now: later(work.now, days * dayMs) }, { partnershipId, dueAt }))
  await end(garage.partnershipId, 29)
  expect(await garage.state()).toBe('suspended_by_operator')
  await end(garage.partnershipId, 31)
  await end(asId(bakery.partnershipId), 31)
  expect([await garage.state(), await bakery.state()]).toEqual(['ended', 'active'])
})
