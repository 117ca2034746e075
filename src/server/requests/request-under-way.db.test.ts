import { describe, expect, test, vi } from 'vitest'
import { type Caller, givenStranger } from '../../../tests/given-caller.ts'
import { mailTo } from '../../../tests/given-people.ts'
import { answered, givenActive, givenCustomer, givenPartners, requestTo, tokenOf } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra, marc, anna, paul } = story

async function sentTo(email: string, by: Caller = petra): Promise<string> {
  const { body } = await by.send('POST', `/o/${alpweb}/requests`, requestTo({ email }))
  return String(body['managedCustomerId'])
}
const at = (id: string, act: string) => `/o/${alpweb}/customers/${id}/${act}`
const row = async (id: string) => (await server.database.owner.query('select * from invitation where id = $1', [id])).rows[0]
const subjectsTo = async (address: string) => (await server.mailbox.list({ to: address })).map(({ subject }) => subject)

test('every act on a request is refused to whoever is not of the partner, and to its collaborators', async () => {
  const id = await sentTo('who@may.example')
  const acts = [
    ['POST', 'resend', {}],
    ['POST', 'correct-address', { email: 'else@may.example' }],
    ['POST', 'withdraw', {}],
    ['GET', 'link', undefined],
    ['POST', 'more', { rights: [], terms: requestTo({}).terms, validityDays: 30 }],
    ['GET', 'ending', undefined],
    ['POST', 'end', {}],
    ['POST', 'proposal/accept', { number: 1 }],
    ['POST', 'proposal/counter', { number: 1, rights: [], terms: requestTo({}).terms, validityDays: 30 }],
    ['POST', 'proposal/decline', { number: 1 }],
    ['POST', 'proposal/withdraw', { number: 1 }],
  ] as const
  for (const [method, act, body] of acts) {
    expect([act, (await givenStranger(server).send(method, at(id, act), body)).status]).toEqual([act, 401])
    expect([act, await paul.send(method, at(id, act), body)]).toMatchObject([act, { status: 404, body: { code: 'not_found' } }])
    expect([act, await anna.send(method, at(id, act), body)]).toMatchObject([act, { status: 403, body: { code: 'not_entitled' } }])
    const foreign = `/o/${story.webwerk}/customers/${id}/${act}`
    const absent = at(crypto.randomUUID(), act)
    const [theirs, none] = [await paul.send(method, foreign, body), await petra.send(method, absent, body)]
    expect([act, theirs.status, theirs.body['code']]).toEqual([act, 404, 'not_found'])
    expect([act, none.status, none.body['code']]).toEqual([act, 404, 'not_found'])
  }
  expect((await row(id)).state).toBe('open')
})

describe('a mail that cannot be delivered', () => {
  test('marks the request, tells the sender, and a corrected address mends it; the link sent before opens nothing', async () => {
    const id = await sentTo('typo@refused.example')
    await vi.waitFor(async () => expect((await row(id)).delivery).toBe('not_delivered'), { timeout: 20_000 })
    expect((await row(id)).delivery_reason).toContain('no such mailbox')
    await vi.waitFor(
      async () => expect(await subjectsTo('petra@alpweb.example')).toContain('Not delivered: request to typo@refused.example'),
      {
        timeout: 20_000,
      },
    )
    const before = await tokenOf(server, id)
    expect((await marc.send('POST', at(id, 'correct-address'), { email: 'right@address.example' })).status).toBe(200)
    expect((await mailTo(server, 'right@address.example')).text).toContain(await tokenOf(server, id))
    expect(await row(id)).toMatchObject({ email: 'right@address.example', token_generation: 2, delivery_reason: null })
    expect((await givenStranger(server).get(`/requests/${before}`)).status).toBe(404)
    expect((await givenStranger(server).get(`/requests/${await tokenOf(server, id)}`)).status).toBe(200)
    const { rows } = await server.database.owner.query('select email from invitation_address where invitation_id = $1', [id])
    expect(rows).toEqual([{ email: 'right@address.example' }])
  })

  test('is sent again on request, to the same link and for as long as at first', async () => {
    const id = await sentTo('again@sent.example')
    await server.database.owner.query("update invitation set expires_at = now() + interval '1 day' where id = $1", [id])
    const token = await tokenOf(server, id)
    expect((await marc.send('POST', at(id, 'resend'), {})).status).toBe(200)
    expect((await mailTo(server, 'again@sent.example', 2)).text).toContain(token)
    const days = ((await row(id)).expires_at.getTime() - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(30)
    for (let time = 0; time < 4; time++) await marc.send('POST', at(id, 'resend'), {})
    expect(await marc.send('POST', at(id, 'resend'), {})).toMatchObject({ status: 429, body: { code: 'too_many_requests' } })
  })

  test('is corrected to no address that is the partner’s own, or has a request already, or is the same', async () => {
    await sentTo('taken@address.example')
    const id = await sentTo('free@address.example')
    const correct = async (email: string) => (await petra.send('POST', at(id, 'correct-address'), { email })).body['code']
    expect(await correct('anna@alpweb.example')).toBe('own_organisation')
    expect(await correct('taken@address.example')).toBe('already_open')
    expect(await correct('free@address.example')).toBe('nothing_changed')
    expect(await correct('a@b.example\nBcc: c@d.example')).toBe('invalid_input')
  })

  test('is corrected a few times a day, so that one request does not write to everybody', async () => {
    const id = await sentTo('first@flood.example')
    const statuses = []
    for (let time = 1; time <= 7; time++)
      statuses.push((await marc.send('POST', at(id, 'correct-address'), { email: `flood-${time}@flood.example` })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(await subjectsTo('flood-7@flood.example')).toEqual([])
  })
})

describe('a request that is taken back', () => {
  test('can be answered no more, and whoever got it is told', async () => {
    const customer = await givenCustomer(server, 'Zurück AG', 'ruth@zurueck.example')
    const id = await sentTo(customer.email)
    await mailTo(server, customer.email)
    expect((await marc.send('POST', at(id, 'withdraw'), {})).status).toBe(200)
    await vi.waitFor(async () => expect(await subjectsTo(customer.email)).toContain('Alpweb AG withdrew its access request'), {
      timeout: 20_000,
    })
    expect((await petra.send('POST', at(id, 'withdraw'), {})).body['code']).toBe('request_withdrawn')
    expect((await petra.send('POST', at(id, 'resend'), {})).body['code']).toBe('request_withdrawn')
    expect((await petra.get(at(id, 'link'))).body['code']).toBe('request_withdrawn')
  })

  test('before it was released tells nobody', async () => {
    const id = await sentTo('never@released.example', marc)
    expect((await marc.get(at(id, 'link'))).body['code']).toBe('request_not_released')
    expect((await marc.send('POST', at(id, 'withdraw'), {})).status).toBe(200)
    await sentTo('other@released.example')
    await mailTo(server, 'other@released.example')
    expect(await subjectsTo('never@released.example')).toEqual([])
  })
})

test('the link is shown to hand over, and that it was shown is on record', async () => {
  const id = await sentTo('link@shown.example')
  const shown = await marc.get(at(id, 'link'))
  expect(shown.body['url']).toBe(`${server.url}/r/${await tokenOf(server, id)}`)
  const { rows } = await server.database.owner.query(
    "select person_id from journal where kind = 'request.link_shown' and body ->> 'invitationId' = $1",
    [id],
  )
  expect(rows).toEqual([{ person_id: story.people.marc }])
})

describe('by the clock', () => {
  test('reminders and the end are planned when a request goes out', async () => {
    const id = await sentTo('planned@clock.example')
    const { rows } = await vi.waitFor(async () => {
      const found = await server.database.owner.query("select kind, run_at from job where payload ->> 'id' = $1 order by run_at", [id])
      expect(found.rows).toHaveLength(3)
      return found
    }, 20_000)
    const expiresAt = (await row(id)).expires_at.getTime()
    expect(rows.map(({ kind, run_at }) => [kind, Math.round((expiresAt - run_at.getTime()) / 86_400_000)])).toEqual([
      ['remind-request', 7],
      ['remind-request', 2],
      ['lapse-request', 0],
    ])
  })

  test('a reminder goes out seven days before, and what nobody answered lapses', async () => {
    const { dueCommands } = await import('../reactions.ts')
    const { asSystem } = await import('../react.ts')
    const due = (kind: string, payload: object) => asSystem(server.server.house, async (work) => dueCommands[kind]?.(work, payload))
    const id = await sentTo('reminded@clock.example')
    await mailTo(server, 'reminded@clock.example')
    const expiresAt = Date.now() + 6.5 * 86_400_000
    await server.database.owner.query('update invitation set expires_at = $2 where id = $1', [id, new Date(expiresAt)])
    await due('remind-request', { id, expiresAt, daysLeft: 7 })
    await due('remind-request', { id, expiresAt: expiresAt + 1, daysLeft: 7 })
    await due('lapse-request', { id })
    expect((await mailTo(server, 'reminded@clock.example', 2)).subject).toMatch(/^Access request from Alpweb AG: open until/)
    expect((await row(id)).state).toBe('open')
    await server.database.owner.query("update invitation set expires_at = now() - interval '1 minute' where id = $1", [id])
    await due('lapse-request', { id })
    expect((await row(id)).state).toBe('expired')
    expect((await petra.send('POST', at(id, 'resend'), {})).body['code']).toBe('request_expired')
  })

  test('a new request to the same address lapses the overdue one by itself', async () => {
    const id = await sentTo('overdue@clock.example')
    await server.database.owner.query("update invitation set expires_at = now() - interval '1 minute' where id = $1", [id])
    expect(await sentTo('overdue@clock.example')).not.toBe(id)
    expect((await row(id)).state).toBe('expired')
  })
})

describe('the end', () => {
  test('is looked at first, needs a fresh authentication, ends visits, closes what was open, and both sides get a receipt', async () => {
    const customer = await givenCustomer(server, 'Ende AG', 'ruth@ende.example')
    const { id, partnershipId } = await givenActive(server, story, customer)
    expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
    const more = {
      rights: [{ right: 'mail.view', scope: { kind: 'customer_chooses' }, required: false, reason: null }],
      terms: requestTo({}).terms,
      validityDays: 30,
    }
    expect((await petra.send('POST', at(id, 'more'), more)).body).toEqual({ state: 'sent' })
    expect((await marc.get(at(id, 'ending'))).body).toMatchObject({ rights: 2, openProposal: true, visitsNow: [{ person: 'Petra' }] })
    await server.database.owner.query("update session set authenticated_at = now() - interval '1 hour' where person_id = $1", [
      story.people.marc,
    ])
    expect((await marc.send('POST', at(id, 'end'), {})).body['code']).toBe('fresh_authentication_needed')
    await server.database.owner.query('update session set authenticated_at = now() where person_id = $1', [story.people.marc])
    expect(await marc.send('POST', at(id, 'end'), { reason: 'The contract has run out.' })).toMatchObject({
      status: 200,
      body: { visitsEnded: 1 },
    })
    expect((await petra.get(`/c/${partnershipId}/shell`)).status).not.toBe(200)
    expect((await marc.send('POST', at(id, 'end'), {})).body['code']).toBe('already_ended')
    const { rows } = await server.database.owner.query(
      "select state from proposal where partnership_id = $1 and state in ('open', 'prepared')",
      [partnershipId],
    )
    expect(rows).toEqual([])
    for (const address of [customer.email, 'petra@alpweb.example'])
      await vi.waitFor(async () => expect((await subjectsTo(address)).some((subject) => subject.includes('has ended'))).toBe(true), {
        timeout: 20_000,
      })
  })

  test('ended, one starts anew', async () => {
    const customer = await givenCustomer(server, 'Neuanfang AG', 'ruth@neuanfang.example')
    const { id } = await givenActive(server, story, customer)
    await petra.send('POST', at(id, 'end'), {})
    const again = await sentTo(customer.email)
    expect(again).not.toBe(id)
    expect((await answered(server, customer, again, ['domain.view'])).status).toBe(200)
  })
})
