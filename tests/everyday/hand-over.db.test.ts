// Already has a partner: the customer hands over from Alpweb to Webwerk. Both have access for a while, then the first one ends by itself.
import { expect, test, vi } from 'vitest'
import { dayMs, later } from '../../src/domain/time.ts'
import { completeDueHandover } from '../../src/server/handovers/due-handovers.ts'
import { asSystem } from '../../src/server/react.ts'
import { mailTo } from '../given-people.ts'
import { givenActive, givenCustomer, givenPartners, noTerms } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, webwerk, petra, paul } = story
const { owner } = server.database
const rights = ['domain.view', 'domain.manage', 'mail.view'] as const
const everywhere = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })

async function givenServed(name: string) {
  const customer = await givenCustomer(server, name, `${name.toLowerCase()}@kunde.example`)
  const { id, partnershipId } = await givenActive(server, story, customer, rights)
  return { ...customer, at: `/o/${customer.id}`, row: id, from: partnershipId }
}
type Served = Awaited<ReturnType<typeof givenServed>>

const offered = async ({ ruth, at }: Served) => {
  const made = await ruth.send('POST', `${at}/partnerships`, {
    partnerId: webwerk,
    rights: rights.slice(0, 2).map(everywhere),
    terms: noTerms,
  })
  return String(made.body['partnershipId'])
}
const handOver = ({ ruth, at, from }: Served, to: string, more: object = {}) =>
  ruth.send('POST', `${at}/partnerships/${from}/handover`, { to, ...more })
const shown = async ({ ruth, at }: Served, id: string) => (await ruth.get(`${at}/partnerships/${id}/handover`)).body['handover']
const accept = async (to: string) => {
  const { rows } = await owner.query('select id from managed_customer where partnership_id = $1', [to])
  expect((await paul.send('POST', `/o/${webwerk}/customers/${rows[0].id}/proposal/accept`, { number: 1 })).status).toBe(200)
  return String(rows[0].id)
}
const stateOf = async (id: string) => (await owner.query('select state, ended_by from partnership where id = $1', [id])).rows[0]
const canEnter = async (as: typeof petra, id: string) => (await as.send('POST', `/c/${id}/visit`, {})).status === 200

const bakery = await givenServed('Bakery')
let to = ''
let rowOfWebwerk = ''

test('the next partner is made an offer with the same rights or fewer; nothing happens to the first one before it accepts', async () => {
  to = await offered(bakery)
  const begun = await handOver(bakery, to)
  expect(begun).toMatchObject({ status: 200, body: { state: 'asked', endsAt: null } })
  expect((await handOver(bakery, to)).body['code']).toBe('already_open')
  expect(await shown(bakery, bakery.from)).toMatchObject({ state: 'asked', role: 'from', other: { name: 'Webwerk GmbH' }, overlapDays: 14 })
  expect((await petra.get(`/o/${alpweb}/customers/${bakery.row}/handover`)).body).toEqual({ handover: null })
})

test('once it accepted, both have access, and each learns the day, but not who the other one is', async () => {
  rowOfWebwerk = await accept(to)
  await vi.waitFor(async () => expect(await shown(bakery, bakery.from)).toMatchObject({ state: 'planned' }), { timeout: 20_000 })
  expect([await canEnter(petra, bakery.from), await canEnter(paul, to)]).toEqual([true, true])
  const leaving = (await petra.get(`/o/${alpweb}/customers/${bakery.row}/handover`)).body['handover']
  const coming = (await paul.get(`/o/${webwerk}/customers/${rowOfWebwerk}/handover`)).body['handover']
  expect(leaving).toMatchObject({ role: 'from', otherName: null })
  expect(coming).toMatchObject({ role: 'to', otherName: null })
  const mail = await mailTo(server, 'paul@webwerk.example', 1)
  expect(`${mail.subject} ${mail.text}`).not.toContain('Alpweb')
  const { rows } = await owner.query(
    "select body::text as body from journal j join journal_reader r using (position) where r.organisation_id = $1 and j.kind like 'handover.%'",
    [alpweb],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0].body).not.toContain(webwerk)
})

test('when the overlap is over the first one ends by itself, with a receipt and a list of what was handed back', async () => {
  const { rows } = await owner.query('select id, ends_at from handover where from_partnership_id = $1', [bakery.from])
  const at = rows[0].ends_at.getTime()
  await asSystem(server.server.house, (work) =>
    completeDueHandover({ ...work, now: later(work.now, 13 * dayMs) }, { id: rows[0].id, runAt: at }),
  )
  expect((await stateOf(bakery.from)).state).toBe('active')
  await asSystem(server.server.house, (work) =>
    completeDueHandover({ ...work, now: later(work.now, 15 * dayMs) }, { id: rows[0].id, runAt: at }),
  )
  expect(await stateOf(bakery.from)).toEqual({ state: 'ended', ended_by: 'customer' })
  expect([await canEnter(petra, bakery.from), await canEnter(paul, to)]).toEqual([false, true])
  const list = await bakery.ruth.get(`${bakery.at}/partnerships/${bakery.from}/handback`)
  expect(list.body).toMatchObject({ partner: 'Alpweb AG', visits: { count: 1, lastBy: 'Petra' }, rights: [{}, {}, {}] })
  expect((await petra.get(`/o/${alpweb}/customers/${bakery.row}/handback`)).body['digest']).toBe(list.body['digest'])
})

test('the receipt signs the list', async () => {
  const { body } = await bakery.ruth.get(`${bakery.at}/partnerships/${bakery.from}/handback`)
  const receipt = await vi.waitFor(
    async () => {
      const file = await bakery.ruth.download(`${bakery.at}/receipts/${String(body['receiptId'])}/file?form=json`)
      expect(file.status).toBe(200)
      return JSON.parse(file.bytes.toString())
    },
    { timeout: 20_000 },
  )
  expect(receipt.revoked).toMatchObject({ what: 'partnership', handedBack: body['digest'] })
})

test('to a partner that is there already it is planned at once; it can be called off, and both go on', async () => {
  const shop = await givenServed('Shop')
  const next = await offered(shop)
  await accept(next)
  const begun = await handOver(shop, next, { overlapDays: 90, namesTold: true })
  expect(begun.body['state']).toBe('planned')
  expect((await petra.get(`/o/${alpweb}/customers/${shop.row}/handover`)).body['handover']).toMatchObject({ otherName: 'Webwerk GmbH' })
  expect((await shop.ruth.send('POST', `${shop.at}/partnerships/${shop.from}/handover/call-off`, {})).status).toBe(200)
  expect(await shown(shop, shop.from)).toBeNull()
  expect((await stateOf(shop.from)).state).toBe('active')
})

test('the overlap can be ended early, or be none at all', async () => {
  const shop = await givenServed('Garage')
  const next = await offered(shop)
  await accept(next)
  expect((await handOver(shop, next)).body['state']).toBe('planned')
  const ended = await shop.ruth.send('POST', `${shop.at}/partnerships/${shop.from}/handover/end-now`, {})
  expect(ended).toMatchObject({ status: 200, body: { receipt: { id: expect.any(String) } } })
  expect((await stateOf(shop.from)).state).toBe('ended')
  const atelier = await givenServed('Atelier')
  const other = await offered(atelier)
  await accept(other)
  expect((await handOver(atelier, other, { overlapDays: 0 })).body['state']).toBe('done')
  expect((await stateOf(atelier.from)).state).toBe('ended')
})

test('when the next partner declines, everything stays; nobody else reaches any of it', async () => {
  const shop = await givenServed('Kiosk')
  const next = await offered(shop)
  expect((await handOver(shop, next)).status).toBe(200)
  const { rows } = await owner.query('select id from managed_customer where partnership_id = $1', [next])
  expect((await paul.send('POST', `/o/${webwerk}/customers/${rows[0].id}/proposal/decline`, { number: 1 })).status).toBe(200)
  await vi.waitFor(async () => expect(await shown(shop, shop.from)).toBeNull(), { timeout: 20_000 })
  expect((await stateOf(shop.from)).state).toBe('active')
  expect((await handOver(shop, bakery.from)).status).toBe(404)
  expect((await petra.send('POST', `/o/${alpweb}/partnerships/${shop.from}/handover`, { to: next })).status).toBe(404)
  expect((await handOver(shop, shop.from)).body['code']).toBe('already_customer')
})
