// What a successor gets with "the same rights", and what it is bound to: never more than the partner before it had and paid.
import { expect, test } from 'vitest'
import { givenCaller } from '../../../tests/given-caller.ts'
import { givenPerson } from '../../../tests/given-people.ts'
import { answered, asked, givenCustomer, givenPartners, noTerms, requestTo } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'
import { dayMs } from '../../domain/time.ts'

const server = await givenServer()
const { alpweb, webwerk, petra, paul } = await givenPartners(server)
const { owner } = server.database
const patient = { timeout: 20_000, interval: 50 }
const limit = { amount: 50_000, currency: 'CHF', period: 'month' }
const parts = { namedPeopleOnly: true, reasonNeeded: false, visitsTold: false, twoApprovers: false, secondFactorNeeded: true }
const everywhere = { kind: 'all', future: true }

async function givenServed(name: string, rights: readonly string[], terms: object = noTerms) {
  const customer = await givenCustomer(server, name, `${name.toLowerCase()}@kunde.example`)
  const what = { rights: rights.map((right) => asked(right)) }
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: customer.email }, what, { terms }))
  const { body } = await answered(server, customer, String(sent.body['managedCustomerId']), rights, { terms })
  const from = String(body['partnershipId'])
  const at = `/o/${customer.id}`
  const partnerships = async () =>
    (await customer.ruth.get(`${at}/partnerships`)).body['partnerships'] as { id: string; partner: { id: string }; state: string }[]
  const successor = async () => (await partnerships()).find((one) => one.partner.id === webwerk)
  return {
    ...{ ...customer, at, from, path: `${at}/partnerships/${from}`, successor },
    state: async () => (await successor())?.state,
    answer: (given: object) => customer.ruth.send('POST', `${at}/partnerships/${from}/succession`, given),
  }
}
const shop = await givenServed('Shop', ['domain.view', 'domain.manage', 'mail.view', 'mail.content'])
const studio = await givenServed('Studio', ['domain.view', 'product.order'])
const paid = await givenServed('Paid', ['domain.view'], { ...noTerms, payer: 'partner', spendingLimit: limit })
const ends = { 'domain.manage': Date.now() + 14 * dayMs, 'mail.content': Date.now() + 10 * dayMs }

test('the question shows each right with the end it will have', async () => {
  await endIn(shop.from)
  expect((await shop.ruth.send('PUT', `${shop.path}/strictness`, parts)).status).toBe(200)
  const { body } = await petra.send('POST', `/o/${alpweb}/successions`, { successorId: webwerk })
  expect((await paul.send('POST', `/o/${webwerk}/successions/${String(body['id'])}/agree`, {})).status).toBe(200)
  const questions = async () => (await shop.ruth.get(`${shop.at}/succession-questions`)).body['questions'] as { same: object[] }[]
  await expect.poll(async () => (await questions()).length, patient).toBe(1)
  expect((await questions())[0]?.same).toMatchObject([
    { right: 'domain.view', until: null },
    { right: 'domain.manage', scope: everywhere, from: null, until: iso(ends['domain.manage']) },
    { right: 'mail.view' },
    { right: 'mail.content', until: iso(ends['mail.content']) },
  ])
})

test('other terms than the successor agreed to are not accepted in its name', async () => {
  const rights = [{ right: 'domain.view', scopes: [everywhere] }]
  await expect
    .poll(async () => (await paid.answer({ answer: 'other', rights, terms: { ...noTerms, payer: 'partner' } })).status, patient)
    .toBe(200)
  const { rows } = await owner.query(`select 1 from job where kind = 'accept-for-successor'`)
  expect(rows).toEqual([])
  expect(await paid.state()).toBe('proposed')
})

test('the same rights end when they would have ended, and what was strict stays strict', async () => {
  expect((await shop.answer({ answer: 'same' })).status).toBe(200)
  await expect.poll(shop.state, patient).toBe('active')
  const path = `${shop.at}/partnerships/${(await shop.successor())?.id}`
  const { grant } = (await shop.ruth.get(path)).body as { grant: { rights: { right: string; notAfter: string | null }[]; terms: object } }
  const endOf = (right: string) => grant.rights.find((one) => one.right === right)?.notAfter
  expect([endOf('domain.view'), endOf('domain.manage')]).toEqual([null, iso(ends['domain.manage'])])
  expect(endOf('mail.content')).toBe(iso(ends['mail.content']))
  expect(grant.terms).toEqual(noTerms)
  expect((await shop.ruth.get(`${path}/strictness`)).body).toMatchObject({ parts })
})

test('where two approve money with the partner before, two approve its successor', async () => {
  const beat = await givenPerson(server, { name: 'Beat', email: 'beat@kunde.example', password: 'a long enough password for Beat' })
  await owner.query(`begin; set local session_replication_role = replica;
    insert into member (organisation_id, person_id, role, added_at) values ('${studio.id}', '${beat}', 'legal_representative', now()); commit`)
  expect((await studio.ruth.send('PUT', `${studio.path}/strictness`, { ...parts, twoApprovers: true })).status).toBe(200)
  expect((await studio.answer({ answer: 'same' })).body['code']).toBe('second_signature_asked')
  expect(await studio.state()).toBeUndefined()
  const second = await givenCaller(server, beat)
  const [first] = (await second.get(`${studio.at}/signatures`)).body['waiting'] as { id: string }[]
  const { digest } = (await second.get(`${studio.at}/signatures/${first?.id}`)).body
  expect((await second.send('POST', `${studio.at}/signatures/${first?.id}/sign`, { digest })).status).toBe(200)
  await expect.poll(studio.state, patient).toBe('active')
})

const iso = (at: number) => new Date(at).toISOString()

/** As if these rights had been granted for a shorter time. */
async function endIn(partnership: string): Promise<void> {
  const client = await owner.connect()
  await client.query('begin; set local session_replication_role = replica')
  for (const [right, end] of Object.entries(ends))
    await client.query(
      `update grant_version set rights = (select jsonb_agg(case when r->>'right' = $2 then r || jsonb_build_object('notAfter', $3::bigint) else r end)
        from jsonb_array_elements(rights) r) where partnership_id = $1`,
      [partnership, right, end],
    )
  await client.query('commit')
  client.release()
}
