// A partner becomes another legal person while its people work, and while somebody changes what lets them in: from the decision on all is closed, before
// anything of its partnerships has followed.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { applyAsHolding } from '../../../tests/given-holding.ts'
import { givenOperators } from '../../../tests/given-operators.ts'
import { answered, asked as aRight, type GivenCustomer, givenCustomer, openedPage, requestTo } from '../../../tests/given-requests.ts'
import { closed, givenWaysIn, open, rightsInside } from '../../../tests/given-ways-in.ts'
import { givenServer } from '../../../tests/server.ts'
import { asId } from '../../domain/ids.ts'
import { dayMs } from '../../domain/time.ts'
import { proofText } from '../../domain/verification/proof-of-domain.ts'
import { record } from '../journal/record.ts'
import { asSystem } from '../react.ts'
import { goOnWithClosedPartners } from './new-legal-person.ts'

let published: () => Promise<readonly string[]> = async () => []
const server = await givenServer({ published: { txt: () => published(), file: async () => undefined } })
const world = await givenWaysIn(server)
const { beck, partners } = world
const { alpweb, webwerk, petra } = partners
const { olga } = await givenOperators(server)
const { owner } = server.database
published = async () =>
  (await owner.query<{ token: string }>('select token from partner_application')).rows.map(({ token }) => proofText(token))
const patient = { timeout: 20_000, interval: 50 }

const apply = () => applyAsHolding(petra, alpweb)

/** Whoever waits for a row that somebody else holds. */
const waiting = async () => {
  const { rows } = await owner.query<{ count: number }>(
    "select count(*)::int count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
  )
  return rows[0]?.count
}

/** Whether it is the partner's row that somebody waits for. */
const waitsForPartner = async () => {
  const { rowCount } = await owner.query(
    `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query ~ 'from "organisation".* for no key update'`,
  )
  return rowCount
}

async function listen(place: string) {
  const live = await fetch(`${server.url}/api${place}/live`, { headers: { cookie: `__Host-session=${petra.token}` } })
  return live.text().then((text) => ({ text, at: performance.now() }))
}

test('what was closed while it was waited for is not closed once more', async () => {
  const [other, closing] = [await owner.connect(), await owner.connect()]
  await other.query('begin')
  await other.query('update partnership set suspended_by_operator_at = now() where id = $1', [world.narrow.slice('/c/'.length)])
  const closes = closing.query('select id from close_granted_before($1, now(), now(), 10)', [webwerk])
  await expect.poll(waiting, patient).toBe(1)
  await other.query(`select seal('[{"kind":"partner.customers_asked","body":{},"readers":[]}]'); commit`)
  expect((await closes).rows).toEqual([])
  other.release()
  closing.release()
})

test('an operator closes the gate at a partner, and does not open it', async () => {
  const client = await owner.connect()
  const gate = (at: string) => client.query(`update organisation set partner_closed_at = ${at} where id = $1`, [webwerk])
  await client.query('begin')
  await client.query('set local role prokura_operator')
  await client.query("select set_config('app.person', $1, true)", [olga.person])
  await gate('now()')
  await expect(gate('null')).rejects.toThrow('the gate at a partner is opened by the system')
  await client.query('rollback')
  client.release()
})

test('closed once more, a gate has moved once more', async () => {
  const client = await owner.connect()
  const close = (at: string) => client.query(`begin; update organisation set partner_closed_at = ${at} where id = '${webwerk}'`)
  await close("now() - interval '1 hour'")
  await client.query(`select seal('[{"kind":"partner.customers_asked","body":{},"readers":[]}]'); commit`)
  await close('now()')
  const moved = await client.query('select from fact_change where transaction = pg_current_xact_id() and key = $1', [webwerk])
  expect(moved.rowCount).toBe(1)
  await client.query('rollback')
  client.release()
})

test('a partner that nobody is at work on any more is gone on with', async () => {
  const isClosed = async () =>
    (await owner.query('select from organisation where id = $1 and partner_closed_at is not null', [webwerk])).rowCount
  await owner.query('update organisation set legal_person_since = now() where id = $1', [webwerk])
  await asSystem(server.server.house, async (work) => {
    await sql`update organisation set partner_closed_at = now() - interval '2 hours' where id = ${webwerk}`.execute(work.tx)
    record(work, { kind: 'partner.customers_asked', readers: [asId(webwerk)], data: {} })
  })
  await owner.query(
    "insert into job (id, kind, payload, run_at, failed_at) values (gen_random_uuid(), 'ask-after-new-person', $1, now(), now())",
    [{ partnerId: webwerk }],
  )
  await asSystem(server.server.house, goOnWithClosedPartners)
  await expect.poll(isClosed, patient).toBe(0)
})

async function givenAsked(name: string) {
  return askedOf(await givenCustomer(server, name, `${name.toLowerCase()}@kunde.example`))
}

async function askedOf(customer: GivenCustomer) {
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: customer.email }, { rights: [aRight('domain.view')] }))
  return { customer, id: String(sent.body['managedCustomerId']) }
}

/** A command that looks at the key again, because its product changed, and finds that it may stay open for longer. */
const lookAgain = () =>
  asSystem(server.server.house, async (work) => {
    await sql`update product set family = family where id = ${world.machine}`.execute(work.tx)
    record(work, { kind: 'partner.customers_asked', readers: [asId(beck.id)], data: {} })
  })

test('at the moment of the decision what somebody opens for longer is closed, what is asked is not granted, and an open page is told at once', async () => {
  await owner.query(
    "update organisation set register_number = 'CHE-123.456.788', domain = 'alpweb.example', verified_city = 'Olten' where id = $1",
    [alpweb],
  )
  const partnership = await world.begin(rightsInside, new Date(Date.now() + 20 * dayMs))
  const { place } = await world.enter(petra, partnership)
  const made = await world.make(petra, place)
  await owner.query("update server_ssh_key set closes_at = now() + interval '1 day' where id = $1", [made.key])
  expect(await world.opens(made)).toEqual(open)
  const heard = listen(place)
  const asked = await givenAsked('Garage')
  const application = await apply()
  const press = await openedPage(server, asked.customer, asked.id)
  const [following, key, grants] = [await owner.connect(), await owner.connect(), await owner.connect()]
  await grants.query('begin')
  await grants.query('lock table grant_version in share row exclusive mode')
  const pressed = press(['domain.view'])
  await expect.poll(waiting, patient).toBe(1)
  await following.query('begin')
  await following.query('select from partnership where id = $1 for update', [partnership])
  await key.query('begin')
  await key.query('select from server_ssh_key where id = $1 for update', [made.key])
  const deciding = olga.send('POST', `/operator/applications/${application}/verify`, { acknowledged: true })
  await expect.poll(waiting, patient).toBe(2)
  const looking = lookAgain()
  await expect.poll(waiting, patient).toBe(3)
  await key.query('rollback')
  expect((await deciding).status).toBe(200)
  const decidedAt = performance.now()
  await grants.query('rollback')
  await looking
  expect((await pressed).body['code']).toBe('other_legal_person')
  expect(await world.opens(made)).toEqual(closed)
  const { text, at } = await heard
  expect(text).toContain('"why":"suspended_by_operator","by":null')
  expect(at - decidedAt).toBeLessThan(10_000)
  await following.query('rollback')
  following.release()
  key.release()
  grants.release()
})

test('what is asked and granted while a decision waits is of the legal person before, and whoever waits for it asks as the new one', async () => {
  const application = await applyAsHolding(petra, alpweb, { registerNumber: 'CHE-123.456.788' })
  const holder = await owner.connect()
  await holder.query('begin')
  await holder.query('select from partner_application where id = $1 for update', [application])
  const deciding = olga.send('POST', `/operator/applications/${application}/verify`, { acknowledged: true })
  await expect.poll(waiting, patient).toBe(1)
  const [bakery, florist] = [await givenAsked('Bakery'), await givenAsked('Florist')]
  const granted = await answered(server, bakery.customer, bakery.id, ['domain.view'])
  const press = await openedPage(server, florist.customer, florist.id)
  const late = await givenCustomer(server, 'Late', 'late@kunde.example')
  const other = await owner.connect()
  await other.query('begin')
  await other.query('select from organisation where id = $1 for no key update', [alpweb])
  await holder.query('rollback')
  holder.release()
  await expect.poll(waitsForPartner, patient).toBe(1)
  const asking = askedOf(late)
  await expect.poll(waitsForPartner, patient).toBe(2)
  await other.query('rollback')
  other.release()
  expect((await deciding).status).toBe(200)
  expect((await answered(server, late, (await asking).id, ['domain.view'])).status).toBe(200)
  expect((await press(['domain.view'])).body['code']).toBe('other_legal_person')
  const entering = await petra.send('POST', `/c/${String(granted.body['partnershipId'])}/visit`, {})
  expect(entering.body['because']).toMatchObject({ code: 'not_suspended_by_operator' })
})
