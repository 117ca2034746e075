// What a customer asks of visits: a reason on entry, to be told of one, and shorter limits. Nobody else decides it.
import { describe, expect, test, vi } from 'vitest'
import { entriesOf, givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenProducts(server)
const { partners, beck, neighbour, acting, own, partnershipId, administrator, collaborator, nobody, products } = story
const { petra, marc } = partners
const rules = `${own}/partnerships/${partnershipId}/visit-rules`
const limits = `${own}/visit-limits`

const enter = (body: object = {}) => petra.send('POST', `${acting}/visit`, body)
const leave = () => petra.send('DELETE', `${acting}/visit`)
const people = async () => (await beck.ruth.get(rules)).body['people'] as { id: string; name: string; isTold: boolean }[]
const mailsTo = async (to: string) => (await server.mailbox.list({ to })).filter(({ subject }) => subject.includes('Petra (Alpweb AG)'))
/** Until so many requests wait for a lock. */
const waiting = (count: number) =>
  vi.waitFor(async () => {
    const { rows } = await server.database.owner.query(
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    )
    expect(rows.length).toBeGreaterThanOrEqual(count)
  }, 20_000)
const idOf = async (name: string) => (await people()).find((one) => one.name === name)?.id ?? ''

describe('whether a reason is asked for', () => {
  test('is decided by a legal representative of the customer, and by nobody else', async () => {
    const body = { reasonNeeded: true, told: [] }
    expect((await nobody.send('PUT', rules, body)).status).toBe(401)
    for (const caller of [administrator, collaborator]) expect((await caller.send('PUT', rules, body)).body['code']).toBe('not_entitled')
    for (const caller of [petra, neighbour.ruth]) expect((await caller.send('PUT', rules, body)).status).toBe(404)
    const strange = rules.replace(own, `/o/${neighbour.id}`)
    expect((await neighbour.ruth.send('PUT', strange, body)).body['code']).toBe('not_found')
    expect((await administrator.get(rules)).body).toMatchObject({ reasonNeeded: false, mayChange: false })
    expect((await beck.ruth.send('PUT', rules, { reasonNeeded: false, told: [] })).body['code']).toBe('nothing_changed')
  })

  test('keeps everybody out who gives none, whichever way they come', async () => {
    await leave()
    expect((await petra.get(`${acting}/entry`)).body).toMatchObject({ reasonNeeded: false, customer: { name: beck.name } })
    expect((await beck.ruth.send('PUT', rules, { reasonNeeded: true, told: [] })).status).toBe(200)
    expect((await petra.get(`${acting}/entry`)).body).toMatchObject({ reasonNeeded: true })
    for (const body of [{}, { reason: '' }, { reason: '   ' }]) {
      const { status, body: answer } = await enter(body)
      expect([status, answer['code']]).toEqual([422, 'visit_reason_needed'])
    }
    expect((await petra.get(`${acting}/products`)).body['code']).toBe('visit_over')
  })

  test('leaves a visit that is under way alone', async () => {
    await beck.ruth.send('PUT', rules, { reasonNeeded: false, told: [] })
    await enter()
    await beck.ruth.send('PUT', rules, { reasonNeeded: true, told: [] })
    expect((await petra.get(`${acting}/products`)).status).toBe(200)
    expect((await enter()).status).toBe(200)
    await leave()
  })

  test('makes the reason stand in the visit, on the customer’s page and, erasable, in the activity', async () => {
    expect((await enter({ reason: 'Ticket 4711' })).status).toBe(200)
    expect((await petra.get(`${acting}/shell`)).body['visit']).toMatchObject({ reason: 'Ticket 4711' })
    const { now } = (await beck.ruth.get(`${own}/visits`)).body as { now: { reason: string; person: { name: string } }[] }
    expect(now.find(({ person }) => person.name === 'Petra')).toMatchObject({ reason: 'Ticket 4711' })
    const [started] = await entriesOf(beck.ruth, beck.id, 'visit.started')
    expect(started).toMatchObject({ detail: { reason: 'Ticket 4711' } })
    expect(JSON.stringify(started?.['data'])).not.toContain('4711')
    expect(await entriesOf(beck.ruth, beck.id, 'partnership.visit_reason_changed')).toHaveLength(3)
    expect(await entriesOf(petra, partners.alpweb, 'partnership.visit_reason_changed')).toHaveLength(3)
  })
})

describe('who is told of a visit', () => {
  test('are people who lead the customer, chosen by name, and the partner does not read who', async () => {
    const wrong = { reasonNeeded: true, told: [partners.people.petra] }
    expect((await beck.ruth.send('PUT', rules, wrong)).body['code']).toBe('not_found')
    const told = [await idOf(`Ruth ${beck.name}`), await idOf('Vreni Zürcher')]
    expect((await beck.ruth.send('PUT', rules, { reasonNeeded: true, told })).status).toBe(200)
    expect((await people()).every(({ isTold }) => isTold)).toBe(true)
    expect(await entriesOf(beck.ruth, beck.id, 'partnership.visit_notices_changed')).toHaveLength(1)
    expect(await entriesOf(petra, partners.alpweb, 'partnership.visit_notices_changed')).toEqual([])
  })

  test('get one mail a visit, without a word of the reason', async () => {
    await leave()
    await enter({ reason: 'Geheimes Ticket' })
    await enter({ reason: 'Geheimes Ticket' })
    await expect.poll(async () => [(await mailsTo(beck.email)).length, (await mailsTo(administrator.email)).length]).toEqual([1, 1])
    const mail = await server.mailbox.read((await mailsTo(beck.email))[0]?.id ?? '')
    expect(mail?.text).toContain(`${server.config.publicUrl}/o/${beck.id}/partners/visits`)
    expect(JSON.stringify(mail)).not.toContain('Geheimes')
  })

  test('hear nothing any more once they lead no more', async () => {
    const vreni = await idOf('Vreni Zürcher')
    expect((await beck.ruth.send('PATCH', `${own}/members/${vreni}`, { role: 'collaborator' })).status).toBe(200)
    await leave()
    await enter({ reason: 'Ticket 4712' })
    await expect.poll(async () => (await mailsTo(beck.email)).length).toBe(2)
    expect(await mailsTo(administrator.email)).toHaveLength(1)
    expect((await administrator.get(`${own}/visits`)).body['code']).toBe('not_entitled')
  })
})

describe('how long a visit may last', () => {
  test('is set by a legal representative, within bounds', async () => {
    const body = { idleMinutes: 10, hours: 2 }
    expect((await collaborator.send('PUT', limits, body)).body['code']).toBe('not_entitled')
    expect((await petra.send('PUT', limits, body)).status).toBe(404)
    for (const bad of [
      { idleMinutes: 4, hours: 2 },
      { idleMinutes: 61, hours: 2 },
      { idleMinutes: 10, hours: 0.1 },
      { idleMinutes: 10, hours: 13 },
    ])
      expect((await beck.ruth.send('PUT', limits, bad)).body['code']).toBe('visit_limits_out_of_bounds')
    expect((await beck.ruth.get(limits)).body).toEqual({ idleMinutes: 30, hours: 8, mayChange: true })
  })

  test('holds at once for visits under way when it becomes shorter, and never lengthens one', async () => {
    const until = async () => (await petra.get(`${acting}/shell`)).body['visit'] as { startedAt: string; until: string; idleUntil: string }
    expect((await beck.ruth.send('PUT', limits, { idleMinutes: 10, hours: 2 })).status).toBe(200)
    const short = await until()
    expect(Date.parse(short.until) - Date.parse(short.startedAt)).toBe(2 * 3_600_000)
    expect(Date.parse(short.idleUntil)).toBeLessThanOrEqual(Date.now() + 10 * 60_000)
    await beck.ruth.send('PUT', limits, { idleMinutes: 60, hours: 12 })
    expect((await until()).until).toBe(short.until)
    expect(await entriesOf(beck.ruth, beck.id, 'organisation.settings_changed')).toHaveLength(2)
    expect((await entriesOf(petra, partners.alpweb, 'partnership.visit_limits_changed')).length).toBe(2)
  })

  test('holds for a visit that begins while it is being changed', async () => {
    await beck.ruth.send('PUT', rules, { reasonNeeded: false, told: [] })
    await beck.ruth.send('PUT', limits, { idleMinutes: 60, hours: 12 })
    await leave()
    const holder = await server.database.owner.connect()
    await holder.query('begin')
    // A visit of this session cannot begin before this is over; by then the limits were read.
    await holder.query('lock table visit in share mode')
    const entering = enter()
    await waiting(1)
    const changing = beck.ruth.send('PUT', limits, { idleMinutes: 5, hours: 1 })
    await waiting(2)
    await holder.query('commit')
    holder.release()
    expect([(await entering).status, (await changing).status]).toEqual([200, 200])
    const { rows } = await server.database.owner.query(
      'select idle_minutes from visit where person_id = $1 and ended_at is null and partnership_id = $2',
      [partners.people.petra, partnershipId],
    )
    expect(rows).toEqual([{ idle_minutes: 5 }])
    await beck.ruth.send('PUT', limits, { idleMinutes: 60, hours: 12 })
  })

  test('ends a visit that is beyond it by now, and both read that time ended it', async () => {
    await partners.marc.send('POST', `${acting}/visit`, { reason: 'Ticket 5' })
    await server.database.owner.query(
      `begin; set local session_replication_role = replica; update visit set started_at = started_at - interval '40 minutes'
       where person_id = '${partners.people.marc}' and ended_at is null; commit`,
    )
    expect((await marc.get(`${acting}/products`)).status).toBe(200)
    await beck.ruth.send('PUT', limits, { idleMinutes: 30, hours: 0.25 })
    expect((await marc.get(`${acting}/products`)).body).toMatchObject({ code: 'visit_over', visitEnded: 'too_long' })
    const [ended] = await entriesOf(beck.ruth, beck.id, 'visit.ended')
    expect(ended).toMatchObject({ data: { endedBy: 'time' }, about: { name: 'Marc' } })
    expect((await petra.get(`${acting}/products/${products.domain}/records`)).status).toBe(200)
  })
})
