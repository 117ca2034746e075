// What a customer gets in hand when it takes something back: when the last door closed, what ended with it, who was told; and anybody can check it.
import { compactVerify, createRemoteJWKSet } from 'jose'
import { describe, expect, test, vi } from 'vitest'
import type { Caller } from '../../../tests/given-caller.ts'
import { givenConsole } from '../../../tests/given-console.ts'
import { givenProducts } from '../../../tests/given-products.ts'
import { givenActive, givenCustomer } from '../../../tests/given-requests.ts'
import { machineWaits } from '../../../tests/machine-waits.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenProducts(server)
const { partners, beck, own, acting, partnershipId } = story
const { petra } = partners
const at = `${own}/partnerships/${partnershipId}`
const keys = createRemoteJWKSet(new URL(`${server.config.publicUrl}/oidc/jwks`))

type Shown = Readonly<Record<string, unknown>>
async function receiptOf(caller: Caller, { status, body }: { status: number; body: Shown }): Promise<Shown> {
  expect(status).toBe(200)
  const { id } = body['receipt'] as { id: string }
  const closed = await caller.get(`${own}/receipts/${id}`)
  expect(closed.status).toBe(200)
  expect(closed.body['closedAt']).not.toBeNull()
  return vi.waitFor(async () => {
    const { body: complete } = await caller.get(`${own}/receipts/${id}`)
    expect(complete['isComplete']).toBe(true)
    return complete
  }, 20_000)
}
const names = (people: unknown) => (people as { person: string }[]).map(({ person }) => person)

describe('ending a visit', () => {
  test('is closed on every node, and ends the tokens of consoles that belonged to it', async () => {
    const zones = await givenConsole(server, { families: ['domain'] })
    const { body } = await petra.send('POST', `${acting}/visit`, {})
    const visit = String(body['id'])
    const { access_token } = await zones.exchange((await zones.signIn(petra.token)).access_token, { visit })
    expect(await zones.introspect(access_token)).toMatchObject({ active: true })
    const waited = machineWaits()
    const receipt = await receiptOf(story.administrator, await story.administrator.send('DELETE', `${at}/visits/${visit}`))
    expect(receipt).toMatchObject({
      what: 'visit',
      people: ['Petra'],
      by: 'Vreni Zürcher',
      tokensEnded: 1,
      doors: { nodes: 1, consoles: [], byLease: 0 },
      told: [],
      latestAt: null,
    })
    expect(names(receipt['visitsEnded'])).toEqual(['Petra'])
    expect(Date.parse(String(receipt['closedAt'])) - Date.parse(String(receipt['at'])) - waited()).toBeLessThan(2_000)
    expect(await zones.introspect(access_token)).toEqual({ active: false })
  })
})

describe('taking rights back', () => {
  test('says which', async () => {
    const { body } = await beck.ruth.get(at)
    const grant = body['grant'] as { version: number; rights: { right: string; scopes: object[] }[] }
    const keep = grant.rights.filter(({ right }) => right !== 'domain.manage').map(({ right, scopes }) => ({ right, scopes }))
    const receipt = await receiptOf(beck.ruth, await beck.ruth.send('POST', `${at}/narrow`, { version: grant.version, keep, end: null }))
    expect(receipt).toMatchObject({ what: 'rights', rights: ['domain.manage'], people: [], visitsEnded: [] })
    expect(receipt['told']).toEqual(['Marc'])
  })
})

describe('letting in named people only', () => {
  test('says who is no longer let in, and whose visit ended', async () => {
    await petra.send('POST', `${acting}/visit`, {})
    const all = { namedPeopleOnly: false, people: [partners.people.petra] }
    expect((await beck.ruth.send('PUT', `${at}/people`, all)).body).toEqual({ receipt: null })
    const receipt = await receiptOf(beck.ruth, await beck.ruth.send('PUT', `${at}/people`, { namedPeopleOnly: true, people: [] }))
    expect(receipt).toMatchObject({ what: 'people', people: ['Petra'] })
    expect(names(receipt['visitsEnded'])).toEqual(['Petra'])
    expect((await beck.ruth.send('PUT', `${at}/people`, { namedPeopleOnly: false, people: [] })).body).toEqual({ receipt: null })
  })
})

describe('stopping access', () => {
  const stopped = async () => {
    await petra.send('POST', `${acting}/visit`, {})
    return beck.ruth.send('POST', `${at}/stop`, {})
  }

  test('gives a receipt that anybody checks with the published keys, and that tells of any change', async () => {
    const receipt = await receiptOf(beck.ruth, await stopped())
    const id = String(receipt['id'])
    expect(receipt).toMatchObject({ what: 'access', partner: 'Alpweb AG', by: 'Ruth Bäckerei Zürcher GmbH', told: ['Marc'] })
    const { status, bytes, headers } = await beck.ruth.download(`${own}/receipts/${id}/file`)
    expect([status, headers.get('content-disposition')]).toEqual([200, expect.stringContaining(`receipt-${id}.jws`)])
    const { payload, protectedHeader } = await compactVerify(bytes.toString(), keys)
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'prokura-receipt+jwt' })
    const claims = JSON.parse(Buffer.from(payload).toString()) as Shown
    expect(claims).toMatchObject({ iss: server.config.publicUrl, sub: beck.id, jti: id, receipt: { closedAt: receipt['closedAt'] } })
    const [head, body = '', signature] = bytes.toString().split('.')
    const forged = Buffer.from(body, 'base64url').toString().replace('"what":"access"', '"what":"visit"')
    await expect(compactVerify([head, Buffer.from(forged).toString('base64url'), signature].join('.'), keys)).rejects.toThrow(/signature/)
    const readable = await beck.ruth.download(`${own}/receipts/${id}/file?form=json`)
    expect(JSON.parse(readable.bytes.toString())).toMatchObject({ id, signed: bytes.toString() })
  })

  test('is for the customer’s leaders alone', async () => {
    const { body } = await beck.ruth.get(`${own}/receipts?partnership=${partnershipId}`)
    const [{ id }] = body['receipts'] as [{ id: string }]
    const path = `${own}/receipts/${id}`
    expect((await story.collaborator.get(path)).body['code']).toBe('not_entitled')
    for (const caller of [petra, story.nobody, story.neighbour.ruth]) expect([401, 404]).toContain((await caller.get(path)).status)
    for (const [caller, organisation] of [
      [petra, partners.alpweb],
      [story.neighbour.ruth, story.neighbour.id],
    ] as const) {
      expect((await caller.get(`/o/${organisation}/receipts/${id}`)).status).toBe(404)
      expect((await caller.get(`/o/${organisation}/receipts/${id}/file`)).status).toBe(404)
      expect((await caller.get(`/o/${organisation}/receipts?partnership=${partnershipId}`)).body).toEqual({ receipts: [] })
    }
  })
})

describe('receipts of a partnership', () => {
  test('are kept, newest first, and are complete also when nobody looks at them', async () => {
    const customer = await givenCustomer(server, 'Stille AG', 'ruth@stille.example')
    const { partnershipId: id } = await givenActive(server, partners, customer)
    const path = `/o/${customer.id}/partnerships/${id}`
    await customer.ruth.send('POST', `${path}/stop`, {})
    await customer.ruth.send('POST', `${path}/end`, { reason: null })
    const { rows } = await server.database.owner.query('select facts, signed from receipt where partnership_id = $1', [id])
    expect(rows).toHaveLength(2)
    const listed = async () =>
      (await customer.ruth.get(`/o/${customer.id}/receipts`)).body['receipts'] as { what: string; isComplete: boolean }[]
    await expect.poll(async () => (await listed()).every(({ isComplete }) => isComplete), { timeout: 20_000 }).toBe(true)
    expect((await listed()).map(({ what }) => what)).toEqual(['partnership', 'access'])
  })
})
