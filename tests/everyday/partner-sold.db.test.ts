// The partner sells its business to another firm: it names its successor, each customer is asked, and silence means no.
import { expect, test } from 'vitest'
import { dayMs, instant, later } from '../../src/domain/time.ts'
import { asSystem } from '../../src/server/react.ts'
import { lapseSuccession } from '../../src/server/successions/ask-customers.ts'
import { remindOfSuccessions } from '../../src/server/successions/remind-customers.ts'
import { givenOperators } from '../given-operators.ts'
import { givenOrganisation } from '../given-people.ts'
import { givenActive, givenCustomer, givenPartners, noTerms } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, webwerk, petra, marc, paul, people } = story
const { owner } = server.database
const patient = { timeout: 20_000, interval: 50 }

async function givenServed(name: string) {
  const customer = await givenCustomer(server, name, `${name.toLowerCase()}@kunde.example`)
  const { id, partnershipId } = await givenActive(server, story, customer, ['domain.view', 'domain.manage', 'mail.view'])
  const at = `/o/${customer.id}`
  const partnerships = async () =>
    (await customer.ruth.get(`${at}/partnerships`)).body['partnerships'] as { id: string; partner: { id: string }; state: string }[]
  return {
    ...{ ...customer, at, row: id, from: partnershipId },
    stateOf: async (partner: string) => (await partnerships()).find((one) => one.partner.id === partner)?.state,
    asked: async () => (await customer.ruth.get(`${at}/succession-questions`)).body['questions'] as { cannot: string | null }[],
    answer: (body: object) => customer.ruth.send('POST', `${at}/partnerships/${partnershipId}/succession`, body),
    subjects: async () => (await server.mailbox.list({ to: customer.email })).map(({ subject }) => subject),
  }
}
const bakery = await givenServed('Bakery')
const garage = await givenServed('Garage')
const shop = await givenServed('Shop')
const silent = await givenServed('Silent')

type Succession = { id: string; state: string; role: string; counts: Record<string, number>; may: string[] }
const listed = async (as: typeof petra, partner: string) =>
  (await as.get(`/o/${partner}/successions`)).body as { successions: Succession[]; mayName: boolean }
const name = (as = petra, successorId = webwerk) => as.send('POST', `/o/${alpweb}/successions`, { successorId })
const act = (as: typeof petra, partner: string, what: string, id: string) => as.send('POST', `/o/${partner}/successions/${id}/${what}`, {})
let id = ''

test('a legal representative names another verified firm, and nobody hears of it but the two', async () => {
  expect((await name(marc)).status).toBe(403)
  expect((await name(petra, alpweb)).body['code']).toBe('own_organisation')
  const stranger = await givenOrganisation(server, { name: 'Nobody GmbH', members: [[people.paul, 'legal_representative']] })
  expect((await name(petra, stranger)).status).toBe(404)
  const named = await name()
  expect(named.status).toBe(200)
  id = String(named.body['id'])
  expect((await name()).body['code']).toBe('already_open')
  expect((await listed(paul, webwerk)).successions).toMatchObject([
    { id, role: 'to', state: 'named', counts: { customers: 4, partnerPays: 0, asked: 0 }, may: ['agree', 'refuse'] },
  ])
  expect(await bakery.asked()).toEqual([])
  expect((await act(petra, alpweb, 'agree', id)).body['code']).toBe('not_entitled')
})

test('when the successor agreed each customer is asked once; the successor learns how many, and not who', async () => {
  await petra.send('PUT', `/o/${alpweb}/customers/${bakery.row}/notes`, {
    reference: '2041',
    tags: ['wordpress'],
    note: 'Calls on Mondays.',
  })
  expect((await act(paul, webwerk, 'agree', id)).status).toBe(200)
  for (const one of [bakery, garage, shop, silent])
    await expect.poll(one.subjects, patient).toContain('Alpweb AG would like to hand over to Webwerk GmbH')
  expect(await bakery.asked()).toMatchObject([{ partner: 'Alpweb AG', successor: { name: 'Webwerk GmbH' }, rights: 3, cannot: null }])
  expect((await listed(paul, webwerk)).successions[0]?.counts).toMatchObject({ asked: 4, granted: 0 })
  expect((await paul.get(`/o/${webwerk}/customers`)).body['customers']).toEqual([])
  expect((await bakery.subjects()).filter((subject) => subject.includes('hand over'))).toHaveLength(1)
})

test('same rights: the successor has exactly these, the one before is gone the same moment, and its notes go along', async () => {
  expect((await bakery.answer({ answer: 'same' })).status).toBe(200)
  await expect.poll(() => bakery.stateOf(webwerk), patient).toBe('active')
  await expect.poll(() => bakery.stateOf(alpweb), patient).toBe('ended')
  const { rows } = await owner.query(
    `select m.id, m.own_reference, m.tags, m.note, m.rights_granted from managed_customer m where m.partner_id = $1 and m.customer_id = $2`,
    [webwerk, bakery.id],
  )
  expect(rows[0].rights_granted).toEqual(['domain.view', 'domain.manage', 'mail.view'])
  const notes = async () =>
    (await owner.query('select own_reference, tags, note from managed_customer where id = $1', [rows[0].id])).rows[0]
  await expect.poll(notes, patient).toEqual({ own_reference: '2041', tags: ['wordpress'], note: 'Calls on Mondays.' })
  expect((await petra.send('POST', `/c/${bakery.from}/visit`, {})).status).not.toBe(200)
  expect((await bakery.ruth.get(`${bakery.at}/receipts`)).body['receipts']).toHaveLength(1)
  expect((await bakery.answer({ answer: 'no' })).body['code']).toBe('already_answered')
})

test('other rights: the customer chooses, and the successor gets those', async () => {
  const rights = [{ right: 'domain.view', scopes: [{ kind: 'all', future: true }] }]
  expect((await garage.answer({ answer: 'other', rights, terms: noTerms })).status).toBe(200)
  await expect.poll(() => garage.stateOf(webwerk), patient).toBe('active')
  await expect.poll(() => garage.stateOf(alpweb), patient).toBe('ended')
  const { rows } = await owner.query('select rights_granted from managed_customer where partner_id = $1 and customer_id = $2', [
    webwerk,
    garage.id,
  ])
  expect(rows[0].rights_granted).toEqual(['domain.view'])
})

test('no: nothing passes on, and the partner stays as it is', async () => {
  expect((await shop.answer({ answer: 'no' })).status).toBe(200)
  expect([await shop.stateOf(alpweb), await shop.stateOf(webwerk)]).toEqual(['active', undefined])
  expect(await shop.asked()).toEqual([])
})

test('seven days before the end whoever has not answered is reminded, and nobody else', async () => {
  const { rows } = await owner.query('select until from succession where id = $1', [id])
  const until = instant(rows[0].until.getTime())
  const due = { successionId: id as never, until, daysLeft: 7, after: null }
  await asSystem(server.server.house, (work) => remindOfSuccessions({ ...work, now: later(until, -7 * dayMs) }, due))
  const reminders = async (one: typeof shop) => (await one.subjects()).filter((subject) => subject.includes('GmbH: open until'))
  await expect.poll(() => reminders(silent), patient).toHaveLength(1)
  expect([await reminders(bakery), await reminders(shop)]).toEqual([[], []])
  const { rows: planned } = await owner.query("select run_at from job where kind = 'remind-of-succession' order by run_at")
  expect(planned.map(({ run_at }) => run_at.getTime())).toEqual([later(until, -7 * dayMs), later(until, -2 * dayMs)])
})

test('silence means no: after thirty days nobody can answer any more, and nothing has passed on', async () => {
  const { rows } = await owner.query('select until from succession where id = $1', [id])
  const until = rows[0].until.getTime()
  await asSystem(server.server.house, (work) =>
    lapseSuccession({ ...work, now: later(work.now, 31 * dayMs) }, { successionId: id as never, until }),
  )
  expect((await silent.answer({ answer: 'same' })).body['code']).toBe('request_expired')
  expect([await silent.stateOf(alpweb), await silent.stateOf(webwerk)]).toEqual(['active', undefined])
  expect((await listed(petra, alpweb)).successions[0]?.counts).toMatchObject({ granted: 2, declined: 1, lapsed: 1 })
})

test('both sides read it in their activity, and the successor reads nothing of who was asked', async () => {
  const kinds = async (as: typeof petra, organisation: string) =>
    ((await as.get(`/o/${organisation}/activity?limit=200`)).body['entries'] as { kind: string }[])
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('succession.'))
  expect((await kinds(bakery.ruth, bakery.id)).toSorted()).toEqual(['succession.asked', 'succession.granted'])
  expect((await kinds(silent.ruth, silent.id)).toSorted()).toEqual(['succession.asked', 'succession.lapsed', 'succession.reminded'])
  expect(new Set(await kinds(petra, alpweb))).toEqual(
    new Set([
      'succession.named',
      'succession.agreed',
      'succession.asked',
      'succession.reminded',
      'succession.granted',
      'succession.declined',
      'succession.lapsed',
    ]),
  )
  expect((await kinds(paul, webwerk)).toSorted()).toEqual(['succession.agreed', 'succession.named'])
  const { olga } = await givenOperators(server)
  expect((await olga.get(`/operator/organisations/${alpweb}`)).body['successions']).toMatchObject([
    { role: 'from', other: { name: 'Webwerk GmbH' }, state: 'agreed', granted: 2, declined: 1 },
  ])
})
