// A collaborator asks their own partner: for a customer they see greyed in the list, or for rights they need now. Others answer, and it ends by itself.
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { mailAbout } from '../../../tests/given-people.ts'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'
import { asId } from '../../domain/ids.ts'
import { record } from '../journal/record.ts'
import { asSystem } from '../react.ts'
import { dueCommands } from '../reactions.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { petra, marc, anna, luca, paul, alpweb, webwerk, people } = story
const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const { id, partnershipId } = await givenActive(server, story, customer, ['domain.view', 'domain.manage', 'mail.view', 'mail.content'])
const own = `/o/${alpweb}`
const rules = { listIsVisible: true, approversForCustomers: 1, approversForRights: 1, rightsHours: 24 }
const setRules = (more: object = {}, by = petra) => by.send('PUT', `${own}/access-rules`, { ...rules, ...more })
const ask = (more: object = {}, by = anna) =>
  by.send('POST', `${own}/access-requests`, {
    managedCustomerId: id,
    rights: null,
    hours: 24,
    why: 'Ruth asked me to look at the shop.',
    ...more,
  })
const answer = (request: unknown, what: string, by = marc) => by.send('POST', `${own}/access-requests/${String(request)}/${what}`, {})
const listed = async (by = marc) => (await by.get(`${own}/access-requests`)).body['requests'] as Record<string, unknown>[]
const others = async (by = anna, query = '') => (await by.get(`${own}/other-customers${query}`)).body
const enter = (by = anna) => by.send('POST', `/c/${partnershipId}/visit`, {})
const rightsOf = async (by = anna) => (await by.get(`/c/${partnershipId}/shell`)).body['rights']

/** The clock reaches the end of everything that was given for a time. */
async function timePasses() {
  const { rows } = await server.database.owner.query<{ id: string }>('select id from timed_assignment')
  const client = await server.database.owner.connect()
  await client.query('begin; set local session_replication_role = replica')
  await client.query("update timed_assignment set starts_at = starts_at - interval '90 days', ends_at = now()")
  await client.query(
    "insert into fact_change (kind, key) select 'partnership', partnership_id from timed_assignment on conflict do nothing",
  )
  await client.query(`select seal('[{"kind":"organisation.settings_changed","body":{},"readers":[]}]')`)
  await client.query('commit')
  client.release()
  for (const row of rows) await asSystem(server.server.house, async (work) => dueCommands['end-assignment']?.(work, row))
}

describe('the whole list', () => {
  test('is not there for collaborators until the partner wants it', async () => {
    expect(await others()).toEqual({ isVisible: false, customers: [], next: null })
    expect((await ask()).body['code']).toBe('not_found')
    expect((await setRules({}, marc)).body['code']).toBe('not_entitled')
    expect((await setRules()).status).toBe(200)
    expect((await setRules()).body['code']).toBe('nothing_changed')
  })

  test('shows name, city and status, and nothing of rights or terms', async () => {
    expect(await others()).toEqual({
      isVisible: true,
      customers: [{ id, name: 'Bäckerei Zürcher GmbH', city: null, status: 'active', request: null }],
      next: null,
    })
    expect((await others(anna, '?search=zurch'))['customers']).toHaveLength(1)
    expect((await others(anna, '?search=ruth%40beck'))['customers']).toEqual([])
    expect((await anna.get(`${own}/customers/${id}/profile`)).status).toBe(404)
    expect(await others(marc)).toEqual({ isVisible: false, customers: [], next: null })
  })

  test('while the partner itself is closed all of them are suspended', async () => {
    const gate = (at: Date | null) =>
      asSystem(server.server.house, async (work) => {
        await sql`update organisation set partner_closed_at = ${at} where id = ${alpweb}`.execute(work.tx)
        record(work, { kind: 'partner.customers_asked', readers: [asId(alpweb)], data: {} })
      })
    await gate(new Date())
    expect(await others()).toMatchObject({ customers: [{ id, status: 'suspended' }] })
    await gate(null)
    expect(await others()).toMatchObject({ customers: [{ id, status: 'active' }] })
  })
})

describe('asking for a customer', () => {
  test('needs a why and a time, and only one request at a time', async () => {
    expect((await ask({ why: '' })).body['code']).toBe('invalid_input')
    expect((await ask({ hours: 2161 })).body['code']).toBe('invalid_input')
    expect((await ask({}, marc)).body['code']).toBe('not_entitled')
    expect((await ask({ managedCustomerId: id }, paul)).status).toBe(404)
    expect((await ask()).status).toBe(200)
    expect((await ask()).body['code']).toBe('already_open')
    const mail = await mailAbout(server, 'marc@alpweb.example', 'Anna asks for access to Bäckerei Zürcher GmbH')
    expect(mail.text).not.toContain('shop')
  })

  test('is answered by leaders of this partner, never by oneself', async () => {
    const [request] = await listed()
    expect(request).toMatchObject({
      customer: 'Bäckerei Zürcher GmbH',
      person: { name: 'Anna' },
      why: 'Ruth asked me to look at the shop.',
      state: 'open',
    })
    expect((await answer(request?.['id'], 'approve', luca)).body['code']).toBe('not_entitled')
    expect((await paul.send('POST', `/o/${webwerk}/access-requests/${String(request?.['id'])}/approve`, {})).body['code']).toBe('not_found')
    expect(await listed(luca)).toEqual([])
    expect((await listed(anna)).map(({ may }) => may)).toEqual([['withdraw']])
    await petra.send('PATCH', `${own}/members/${people.anna}`, { role: 'administrator' })
    expect((await answer(request?.['id'], 'approve', anna)).body['code']).toBe('asker_cannot_answer')
    await petra.send('PATCH', `${own}/members/${people.anna}`, { role: 'collaborator' })
  })

  test('gives the customer for that time, and ends by itself, visit and all', async () => {
    expect((await enter()).status).toBe(404)
    const [request] = await listed()
    expect((await answer(request?.['id'], 'approve')).body).toEqual({ state: 'granted' })
    await expect
      .poll(async () => (await server.mailbox.list({ to: 'anna@alpweb.example' })).map(({ subject }) => subject), { timeout: 20_000 })
      .toContain('Access to Bäckerei Zürcher GmbH: approved')
    expect((await answer(request?.['id'], 'decline')).body['code']).toBe('already_answered')
    expect((await enter()).status).toBe(200)
    expect(await others()).toMatchObject({ customers: [] })
    const profile = await anna.get(`${own}/customers/${id}/profile`)
    expect(profile.body['people']).toContainEqual(expect.objectContaining({ name: 'Anna', by: 'time', rights: null }))
    await timePasses()
    expect((await anna.get(`/c/${partnershipId}/shell`)).status).toBeGreaterThanOrEqual(403)
    expect((await others())['customers']).toHaveLength(1)
    const { rows } = await server.database.owner.query('select ended_by from visit where person_id = $1', [people.anna])
    expect(rows).toEqual([{ ended_by: 'time' }])
  })

  test('may be declined, and taken back', async () => {
    const { body } = await ask({ hours: null })
    expect((await answer(body['id'], 'decline')).status).toBe(200)
    const again = await ask({ hours: null })
    expect((await answer(again.body['id'], 'withdraw', luca)).body['code']).toBe('not_found')
    expect((await answer(again.body['id'], 'withdraw', anna)).status).toBe(200)
    expect((await answer(again.body['id'], 'approve')).body['code']).toBe('already_answered')
    expect((await listed()).map(({ state }) => state)).toEqual(['withdrawn', 'declined', 'granted'])
  })

  test('needs two where the partner wants two', async () => {
    expect((await setRules({ approversForCustomers: 2 })).status).toBe(200)
    const { body } = await ask({ hours: null })
    expect((await answer(body['id'], 'approve')).body).toEqual({ state: 'waits' })
    expect((await answer(body['id'], 'approve')).body['code']).toBe('already_answered')
    expect((await enter()).status).toBe(404)
    expect((await answer(body['id'], 'approve', petra)).body).toEqual({ state: 'granted' })
    expect((await enter()).status).toBe(200)
  })

  test('and of those two only whom the partner still lets lead it', async () => {
    const role = (who: string, to: string) => petra.send('PATCH', `${own}/members/${who}`, { role: to })
    const { body } = await ask({ hours: null }, luca)
    expect((await answer(body['id'], 'approve')).body).toEqual({ state: 'waits' })
    expect((await role(people.marc, 'collaborator')).status).toBe(200)
    expect((await listed(petra))[0]).toMatchObject({ approvedBy: [], may: ['approve', 'decline'] })
    expect((await answer(body['id'], 'approve', petra)).body).toEqual({ state: 'waits' })
    expect((await enter(luca)).status).toBe(404)
    expect((await role(people.marc, 'administrator')).status).toBe(200)
    expect((await answer(body['id'], 'approve')).body).toEqual({ state: 'granted' })
  })
})

describe('rights for when they are needed', () => {
  test('are left out of the assignment, asked for, and there for some hours', async () => {
    await marc.send('POST', `${own}/customers/${id}/assign`, { people: [{ id: people.anna, rights: ['domain.view'] }] })
    await enter()
    expect(await rightsOf()).toEqual(['domain.view'])
    expect((await ask({ rights: ['server.view'], hours: 2 })).body['code']).toBe('enlarges')
    expect((await ask({ rights: ['domain.view'], hours: 2 })).body['code']).toBe('nothing_changed')
    expect((await ask({ rights: ['domain.manage'], hours: null })).body['code']).toBe('end_out_of_bounds')
    expect((await ask({ rights: ['mail.content'], hours: 13 })).body['code']).toBe('end_out_of_bounds')
    const { body } = await ask({ rights: ['mail.content'], hours: 12 })
    expect((await answer(body['id'], 'approve')).body).toEqual({ state: 'granted' })
    expect(await rightsOf()).toEqual(['domain.view', 'mail.view', 'mail.content'])
  })

  test('are there for the customer to read, with who gave them', async () => {
    const { body } = await customer.ruth.get(`/o/${customer.id}/activity`)
    const entries = body['entries'] as { kind: string; person: { name: string }; about: { name: string } }[]
    expect(entries.find(({ kind }) => kind === 'assignment.rights_raised')).toMatchObject({
      person: { name: 'Marc' },
      about: { name: 'Anna' },
    })
    expect(JSON.stringify(body)).not.toContain('shop')
  })

  test('end by themselves, and what was assigned stays', async () => {
    await timePasses()
    expect(await rightsOf()).toEqual(['domain.view'])
  })

  test('never go beyond what the customer takes back meanwhile', async () => {
    const { body } = await ask({ rights: ['domain.manage'], hours: 1 })
    expect((await answer(body['id'], 'approve')).status).toBe(200)
    expect(await rightsOf()).toEqual(['domain.view', 'domain.manage'])
    const at = `/o/${customer.id}/partnerships/${partnershipId}`
    const { version } = (await customer.ruth.get(at)).body['grant'] as { version: number }
    const keep = [{ right: 'domain.view', scopes: [{ kind: 'all', future: true }] }]
    expect((await customer.ruth.send('POST', `${at}/narrow`, { version, keep, end: null })).status).toBe(200)
    expect(await rightsOf()).toEqual(['domain.view'])
  })
})
