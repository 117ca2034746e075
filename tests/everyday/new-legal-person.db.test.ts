// A partner under a new register number is a new legal person: its access rests, each customer confirms or not, and silence means no.
import { expect, test } from 'vitest'
import { asId } from '../../src/domain/ids.ts'
import { dayMs, later } from '../../src/domain/time.ts'
import { proofText } from '../../src/domain/verification/proof-of-domain.ts'
import { carryOutCase } from '../../src/server/cases/carry-out-case.ts'
import { askAfterNewPerson, endUnconfirmed } from '../../src/server/cases/new-legal-person.ts'
import { asSystem } from '../../src/server/react.ts'
import { type Caller, givenCaller } from '../given-caller.ts'
import { givenOperators } from '../given-operators.ts'
import { givenOrganisation, givenPerson } from '../given-people.ts'
import { answered, asked, givenActive, givenCustomer, givenPartners, noTerms, openedPage, requestTo, tokenOf } from '../given-requests.ts'
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
const patient = { timeout: 20_000, interval: 50 }
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
  const { id: managedId, partnershipId } = await givenActive(server, story, customer)
  const path = `/o/${customer.id}/partnerships/${partnershipId}`
  return { ...customer, managedId, partnershipId, path, state: async () => (await customer.ruth.get(path)).body['state'] }
}
const enter = async (id: string) => (await petra.send('POST', `/c/${id}/visit`, {})).status

const bakery = await givenServed('Bakery')
const garage = await givenServed('Garage')
const broken = await givenServed('Broken')

/** Petra asks for two rights, one of which she needs. */
async function givenAsked(name: string, more: readonly string[] = []) {
  const customer = await givenCustomer(server, name, `${name.toLowerCase()}@kunde.example`)
  const rights = [asked('domain.view'), asked('mail.manage', { required: true })]
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: customer.email }, { rights }))
  const id = String(sent.body['managedCustomerId'])
  const answer = (granted: readonly string[], decision: 'grant' | 'propose') => answered(server, customer, id, granted, { decision })
  return { customer, id, answer, offered: more.length > 0 ? await answer(more, 'propose') : undefined }
}
const accept = async (id: string) => petra.send('POST', `/o/${alpweb}/customers/${id}/proposal/accept`, { number: 2 })

const early = await givenAsked('Early', ['domain.view'])
const late = await givenAsked('Late')

const press = await openedPage(server, late.customer, late.id)
const more = await petra.send('POST', `/o/${alpweb}/customers/${garage.managedId}/more`, {
  rights: [asked('mail.view')],
  terms: { ...noTerms, payer: null },
  validityDays: 30,
})

/** Two sign here, and the first one did. */
async function givenFirstSigned() {
  const person = (name: string) =>
    givenPerson(server, { name, email: `${name}@zwei.example`, password: `a long enough password of ${name}` })
  const [first, second] = [await person('Beat'), await person('Mia')]
  const both = [first, second].map((one) => [one, 'legal_representative'] as const)
  const id = await givenOrganisation(server, { name: 'Zwei', members: both })
  const [asFirst, asSecond] = [await givenCaller(server, first), await givenCaller(server, second)]
  const customer = { id, name: 'Zwei', email: 'Beat@zwei.example', number: '', personId: first, ruth: asFirst }
  expect((await asFirst.send('PUT', `/o/${id}/signature-rule`, { twoSignatures: true })).status).toBe(200)
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: customer.email }, { rights: [asked('domain.view')] }))
  const answer = await answered(server, customer, String(sent.body['managedCustomerId']), ['domain.view'])
  expect(answer.body['code']).toBe('second_signature_asked')
  return { id, asSecond }
}
const two = await givenFirstSigned()
async function signSecond(as: Caller, id: string) {
  const [waiting] = (await as.get(`/o/${id}/signatures`)).body['waiting'] as { id: string }[]
  const at = `/o/${id}/signatures/${waiting?.id}`
  return as.send('POST', `${at}/sign`, { digest: (await as.get(at)).body['digest'] })
}

/** Nobody can be asked about the partnership of Broken. */
const breakOne = () =>
  owner.query(`create function fail_one() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
    create trigger fail_one before insert on partnership_confirmation for each row when (new.partnership_id = '${broken.partnershipId}') execute function fail_one()`)
const numbersTold = `select d.detail ->> 'name' as name, d.detail ->> 'after' as after from journal j join journal_reader r using (position)
  join journal_detail d using (position) where j.kind = 'partner.register_number_changed' and r.organisation_id = $1`
const askOnce = () =>
  asSystem(server.server.house, (work) => askAfterNewPerson(work, { partnerId: alpweb, before: 'Alpweb AG', after: 'Alpweb Holding AG' }))
/** What somebody who reads it now confirms. */
async function readOf(customer: { id: string; ruth: Caller }) {
  const waiting = (await askedOf({ customer })) as { why: string; askedAt: string }[]
  return { read: waiting.map(({ why, askedAt }) => ({ why, askedAt })) }
}
const askedOf = async ({ customer }: { customer: { id: string; ruth: Caller } }) =>
  (await customer.ruth.get(`/o/${customer.id}/confirmations`)).body['confirmations']

test('the same firm under another name, or under a number that the operator found to be its own, goes on as before', async () => {
  await verified({})
  expect(await verified({ legalName: 'Alpweb Bern AG' })).toMatchObject({ isNewLegalPerson: false })
  expect(await verified({ registerNumber: 'CHE-234.567.895' }, { sameLegalPerson: true })).toMatchObject({ isNewLegalPerson: true })
  expect([await bakery.state(), await enter(bakery.partnershipId)]).toEqual(['active', 200])
  const toldNumbers = async () => (await owner.query(numbersTold, [bakery.id])).rows
  await expect.poll(toldNumbers, patient).toEqual([{ name: 'Alpweb AG', after: 'CHE-234.567.895' }])
  const subjects = async () => (await server.mailbox.list({ to: bakery.email })).map(({ subject }) => subject)
  await expect.poll(subjects, patient).toContain('Alpweb AG has another register number')
})

test('another number is a new legal person: all its access rests at once, and each customer is asked', async () => {
  await breakOne()
  expect(await verified({ legalName: 'Alpweb Holding AG', registerNumber: 'CHE-116.281.710' })).toMatchObject({ isNewLegalPerson: true })
  await expect.poll(bakery.state, patient).toBe('suspended_by_operator')
  await expect.poll(garage.state, patient).toBe('suspended_by_operator')
  expect(await enter(bakery.partnershipId)).not.toBe(200)
  // The gate at the partner closed with the decision, and opens once each partnership has its own closed, also the one that cannot be asked about.
  const gates = async () =>
    (
      await owner.query<{ closed: number; opened: number }>(`select count(*) filter (where kind = 'partnership.suspended')::int as closed,
        count(*) filter (where kind = 'partner.customers_asked')::int as opened from journal`)
    ).rows
  await expect.poll(gates, patient).toEqual([{ closed: 3, opened: 1 }])
  const subjects = async () => (await server.mailbox.list({ to: bakery.email })).map(({ subject }) => subject)
  await expect.poll(subjects, patient).toContain('Alpweb AG would like to hand over to Alpweb Holding AG')
  expect((await bakery.ruth.get(`/o/${bakery.id}/confirmations`)).body['confirmations']).toMatchObject([{ why: 'new_legal_person' }])
})

test('a customer that confirms goes on with the new one', async () => {
  const { read } = await readOf(bakery)
  const older = read.map(({ why }) => ({ why, askedAt: '2026-01-01T00:00:00.000Z' }))
  expect((await bakery.ruth.send('POST', `${bakery.path}/confirm`, { read: older })).body['code']).toBe('changed_meanwhile')
  // What comes up after the page was read is not confirmed with it.
  await owner.query(
    `insert into partnership_confirmation (customer_id, partnership_id, partner_id, why, asked_at) values ($1, $2, $3, 'representation', now())`,
    [bakery.id, bakery.partnershipId, alpweb],
  )
  expect((await bakery.ruth.send('POST', `${bakery.path}/confirm`, { read })).status).toBe(200)
  expect(await askedOf({ customer: bakery })).toMatchObject([{ why: 'representation' }])
  expect((await bakery.ruth.send('POST', `${bakery.path}/confirm`, await readOf(bakery))).status).toBe(200)
  await expect.poll(bakery.state, patient).toBe('active')
  expect(await enter(bakery.partnershipId)).toBe(200)
})

test('a dispute that is over does not open what nobody has been asked about yet', async () => {
  const opened = await broken.ruth.send('POST', `${broken.path}/dispute`, { reason: 'Nobody asked for that.', entries: [] })
  const id = String(opened.body['id'])
  expect((await broken.ruth.send('POST', `/o/${broken.id}/cases/${id}/withdraw`, {})).status).toBe(200)
  await asSystem(server.server.house, (work) => carryOutCase(work, { id }))
  expect([await broken.state(), await enter(broken.partnershipId)]).toEqual(['suspended_by_operator', 403])
})

test('one partnership that fails is closed all the same, does not stop the others, and is asked about later', async () => {
  expect(await broken.state()).toBe('suspended_by_operator')
  expect(await askedOf({ customer: broken })).toEqual([])
  await owner.query('drop function fail_one() cascade')
  await askOnce()
  expect(await askedOf({ customer: broken })).toMatchObject([{ why: 'new_legal_person' }])
})

test('asked once more, nobody who confirmed is asked again', async () => {
  await askOnce()
  expect([await bakery.state(), await askedOf({ customer: bakery })]).toEqual(['active', []])
})

test('what was offered to the one before is withdrawn, and is nothing that the new one can take', async () => {
  const stateOf = async () => (await owner.query('select state from partnership where customer_id = $1', [early.customer.id])).rows
  await expect.poll(stateOf, patient).toEqual([{ state: 'not_concluded' }])
  const again = await givenAsked('Again', ['domain.view'])
  await owner.query("update proposal set created_at = created_at - interval '1 hour' where partnership_id = $1 and side = 'customer'", [
    again.offered?.body['partnershipId'],
  ])
  expect((await accept(again.id)).body['code']).toBe('request_withdrawn')
})

test('what the one before asked is granted to nobody, from whatever page, and is not sent again', async () => {
  expect((await press(['domain.view', 'mail.manage'])).body['code']).toBe('other_legal_person')
  expect((await press(['domain.view'], { decision: 'propose' })).body['code']).toBe('other_legal_person')
  const page = await late.customer.ruth.get(`/requests/${await tokenOf(server, late.id)}/consent?organisation=${late.customer.id}`)
  expect([page.status, page.body['code']]).toEqual([410, 'other_legal_person'])
  expect((await petra.send('POST', `/o/${alpweb}/customers/${late.id}/resend`, {})).body['code']).toBe('other_legal_person')
  expect((await owner.query('select from partnership where customer_id = $1', [late.customer.id])).rowCount).toBe(0)
})

test('what it asked of a customer that it had is granted to nobody either', async () => {
  const { rows } = await owner.query<{ id: string }>("select id from proposal where partnership_id = $1 and state = 'open'", [
    garage.partnershipId,
  ])
  const rights = [{ right: 'mail.view', scopes: [{ kind: 'all', future: true }] }]
  const answer = { proposalId: rows[0]?.id, decision: 'grant', rights, notGranted: [], terms: { ...noTerms, payer: null } }
  expect(more.status).toBe(200)
  expect((await garage.ruth.send('POST', `${garage.path}/proposal/answer`, answer)).body['code']).toBe('other_legal_person')
})

test('the new one takes that back and asks anew: then it is answered, and works', async () => {
  expect((await petra.send('POST', `/o/${alpweb}/customers/${late.id}/withdraw`, {})).status).toBe(200)
  const { partnershipId } = await givenActive(server, story, late.customer)
  expect([await enter(partnershipId), await askedOf(late)]).toEqual([200, []])
})

test('a first signature for the one before is none for the new one', async () => {
  expect((await signSecond(two.asSecond, two.id)).body['code']).toBe('changed_meanwhile')
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
