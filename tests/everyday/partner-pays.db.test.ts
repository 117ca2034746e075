// The partner pays, and stops or ends: what it paid falls back to the customer at a renewal, after a time of grace, and the provider learns of it.
import { beforeAll, expect, test } from 'vitest'
import { instant, localDate } from '../../src/domain/time.ts'
import { fallBack, remindOfFallback } from '../../src/server/endings/due-fallbacks.ts'
import { calendar, dateOf } from '../../src/server/partnerships/calendar.ts'
import { asSystem } from '../../src/server/react.ts'
import type { Caller } from '../given-caller.ts'
import { givenOrganisation, givenPerson, mailAbout } from '../given-people.ts'
import { domainTold, givenProvider } from '../given-products.ts'
import { type GivenCustomer, givenActive, givenCustomer, givenPartners } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra, marc } = await givenPartners(server)
const provider = await givenProvider(server)
const { owner } = server.database
const partnerNumber = String((await owner.query('select number from organisation where id = $1', [alpweb])).rows[0].number)
const inDays = (days: number) => dateOf(calendar.plusDays(instant(Date.now()), days))

async function givenPaid(name: string, renewsOn: string) {
  const customer = await givenCustomer(server, name, `${name.toLowerCase()}@kunde.example`)
  const { id, partnershipId } = await givenActive(server, { alpweb, petra }, customer)
  const told = await provider.tell('PUT', `/organisations/${customer.number}/products/d-1`, {
    ...domainTold(`${name.toLowerCase()}.example`),
    ...{ payer: partnerNumber, renewsOn, price: { amount: 1490, currency: 'CHF', period: 'month' } },
  })
  expect(told.status).toBe(200)
  return { customer, id, partnershipId, productId: String(told.body['id']) }
}
const payerOf = async (productId: string) => (await owner.query('select payer_id from product where id = $1', [productId])).rows[0].payer_id
const planned = async (partnershipId: string) =>
  (await owner.query('select falls_back_on::text as "on", state, reason from payer_fallback where partnership_id = $1', [partnershipId]))
    .rows
const changes = async () =>
  (await provider.tell('GET', '/payer-changes')).body['changes'] as { id: string; organisation: string; on: string; payer: string }[]
const on = (day: string, run: typeof fallBack, partnershipId: string) =>
  asSystem(server.server.house, (work) => run({ ...work, now: calendar.startOf(localDate(day)) }, { partnershipId, on: day }))

let paid: Awaited<ReturnType<typeof givenPaid>>
let day = ''
beforeAll(async () => {
  paid = await givenPaid('Holzbau', inDays(20))
  // Renewed by the partner once more within the 30 days of grace: a month after that, the customer pays.
  day = (await previewOf(petra, paid))[0]?.customerPaysFrom ?? ''
})

async function previewOf(as: Caller, { id }: { id: string }) {
  return (await as.get(`/o/${alpweb}/customers/${id}/ending`)).body['paid'] as { name: string; customerPaysFrom: string }[]
}
const asCustomer = ({ customer, partnershipId }: { customer: GivenCustomer; partnershipId: string }, rest: string) =>
  `/o/${customer.id}/partnerships/${partnershipId}${rest}`

test('before anybody ends it, both sides are shown what the customer would pay and from when on', async () => {
  expect(day > inDays(30)).toBe(true)
  const shown = await paid.customer.ruth.get(asCustomer(paid, '/ending'))
  expect(shown.body).toMatchObject({ paid: [{ name: 'holzbau.example', customerPaysFrom: day }], graceDays: 30, members: [] })
})

test('ending needs a fresh authentication; then the access is gone at once, and nothing is switched off', async () => {
  await owner.query(
    `update session set authenticated_at = now() - interval '16 minutes' where person_id in (select person_id from member where organisation_id = $1 and role = 'administrator')`,
    [alpweb],
  )
  expect((await marc.send('POST', `/o/${alpweb}/customers/${paid.id}/end`, {})).body['code']).toBe('fresh_authentication_needed')
  expect((await petra.send('POST', `/o/${alpweb}/customers/${paid.id}/end`, {})).status).toBe(200)
  expect((await petra.send('POST', `/c/${paid.partnershipId}/visit`, {})).status).toBe(403)
  expect(await planned(paid.partnershipId)).toEqual([{ on: day, state: 'planned', reason: 'ended' }])
  expect(await payerOf(paid.productId)).toBe(alpweb)
})

test('both get a mail that says it, and the provider’s systems learn of it and confirm', async () => {
  await mailAbout(server, paid.customer.email, /^Alpweb AG: who pays changes on /)
  await mailAbout(server, 'petra@alpweb.example', /^Holzbau: who pays changes on /)
  const [change] = await changes()
  expect(change).toMatchObject({ organisation: paid.customer.number, payer: paid.customer.number, on: day })
  expect((await provider.tell('DELETE', `/payer-changes/${change?.id}`)).status).toBe(200)
  expect((await provider.tell('DELETE', `/payer-changes/${change?.id}`)).status).toBe(404)
  expect(await changes()).toEqual([])
})

test('a week before, both are reminded; on the day the customer is the payer, and always was the owner', async () => {
  await on(day, remindOfFallback, paid.partnershipId)
  await on(day, fallBack, paid.partnershipId)
  expect(await payerOf(paid.productId)).toBe(paid.customer.id)
  expect(await planned(paid.partnershipId)).toEqual([{ on: day, state: 'done', reason: 'ended' }])
  const { rows } = await owner.query(
    `select kind from journal where partnership_id = $1 and kind like 'partnership.%fall%' or kind like 'partnership.payment%' order by position`,
    [paid.partnershipId],
  )
  expect(rows.map(({ kind }) => kind)).toEqual([
    'partnership.payment_falls_back',
    'partnership.fallback_reminded',
    'partnership.payment_fell_back',
  ])
})

test('on the list of what was handed back each product says who pays from now on', async () => {
  const list = await paid.customer.ruth.get(asCustomer(paid, '/handback'))
  expect(list.body).toMatchObject({
    rights: [{ right: 'domain.view' }, { right: 'domain.manage' }],
    people: ['Petra', 'Marc'],
    products: [{ name: 'holzbau.example', payer: 'partner', customerPaysFrom: day }],
  })
  expect((await petra.get(`/o/${alpweb}/customers/${paid.id}/handback`)).body['digest']).toBe(list.body['digest'])
  await renamed(paid)
  const asPartner = (await petra.get(`/o/${alpweb}/customers/${paid.id}/handback`)).body
  expect(asPartner).toMatchObject({ customer: list.body['customer'], people: ['Petra', 'Marc'], products: [{ name: 'holzbau.example' }] })
  const file = await paid.customer.ruth.download(asCustomer(paid, '/handback/file?audience=machine'))
  expect(file.bytes.toString()).toContain(`product,holzbau.example,domain partner,,,${day}`)
})

test('the partner may stop paying and stay: with notice, the same time of grace, and its rights untouched', async () => {
  const { customer, id, partnershipId } = await givenPaid('Weinhandel', inDays(60))
  expect((await petra.send('POST', `/o/${alpweb}/customers/${id}/stop-paying`, {})).body['code']).toBe('not_entitled')
  const asked = await customer.ruth.send('POST', asCustomer({ customer, partnershipId }, '/ask-to-pay'), { version: 1 })
  expect(asked.status).toBe(200)
  const number = (await owner.query('select max(number) as number from proposal where partnership_id = $1', [partnershipId])).rows[0].number
  expect((await petra.send('POST', `/o/${alpweb}/customers/${id}/proposal/accept`, { number })).status).toBe(200)
  const stopped = await petra.send('POST', `/o/${alpweb}/customers/${id}/stop-paying`, {})
  expect(stopped.body).toEqual({ products: [{ name: 'weinhandel.example', customerPaysFrom: inDays(60) }] })
  expect(await planned(partnershipId)).toMatchObject([{ reason: 'stopped_paying', on: inDays(60) }])
  expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
})

test('people the partner invited stay, unless the customer names them when it ends the partnership', async () => {
  const customer = await givenCustomer(server, 'Praxis', 'praxis@kunde.example')
  const { partnershipId } = await givenActive(server, { alpweb, petra }, customer)
  const [nina, tom] = await Promise.all(['Nina', 'Tom'].map((name) => givenPerson(server, { name, email: `${name}@praxis.example` })))
  await owner.query(`begin; set local session_replication_role = replica;
    insert into member (organisation_id, person_id, role, added_at, invited_by_partner_id)
    values ('${customer.id}', '${nina}', 'collaborator', now(), '${alpweb}'), ('${customer.id}', '${tom}', 'collaborator', now(), '${alpweb}'); commit`)
  const stranger = await givenOrganisation(server, { name: 'Nobody', members: [] })
  expect(stranger).toBeTruthy()
  const path = asCustomer({ customer, partnershipId }, '/end')
  expect((await customer.ruth.send('POST', path, { reason: null, removeMembers: [customer.personId] })).status).toBe(404)
  const ended = await customer.ruth.send('POST', path, { reason: null, removeMembers: [nina] })
  expect(ended.status).toBe(200)
  const { rows } = await owner.query('select person_id from member where organisation_id = $1 and role = $2', [customer.id, 'collaborator'])
  expect(rows).toEqual([{ person_id: tom }])
})

/** What the customer calls itself and its things after the end is none of its former partner's business. */
async function renamed({ customer, productId }: Awaited<ReturnType<typeof givenPaid>>): Promise<void> {
  const client = await owner.connect()
  await client.query(`begin; set local session_replication_role = replica;
    update organisation set name = 'Ganz neu AG' where id = '${customer.id}'; update product set name = 'ganz-neu.example' where id = '${productId}';
    update person set name = 'Ganz neu' where name in ('Petra', 'Marc'); commit`)
  client.release()
}
