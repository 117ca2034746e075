// Where a partner takes people off many customers, or ends many partnerships, at once, each has a receipt of its own: it names nobody of another customer, and waits for its own mails.
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { checked, listIs, start } from '../../../tests/given-list.ts'
import { listRows } from '../../../tests/given-list-rows.ts'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra } = story
const { owner } = server.database
const beck = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const metzgerei = await givenCustomer(server, 'Metzgerei Nord AG', 'ruth@nord.example')
const customers = [beck, metzgerei]
const rows: string[] = []
const partnerships: string[] = []
for (const customer of customers) {
  const { id, partnershipId } = await givenActive(server, story, customer, ['mail.view', 'mail.content'])
  rows.push(id)
  partnerships.push(partnershipId)
}
const { write } = listRows(owner)

/** In each customer's mail, as somebody of the partner left it: a forwarding that leads out, and a password. */
async function givenSetBy(person: string): Promise<void> {
  for (const [index, { id }] of customers.entries()) {
    const [product, mailbox] = [v7(), v7()]
    const made = [product, mailbox, id, person, partnerships[index]]
    const columns = 'organisation_id, id, product_id, mailbox_id, person_id, partnership_id, visit_id, created_at'
    await write([
      [
        `insert into product (organisation_id, id, family, name, payer_id, created_at) values ($1, $2, 'mail', $3, $1, now())`,
        [id, product, `${product}.example`],
      ],
      [
        `insert into mailbox (organisation_id, id, product_id, local_part, quota_mb, created_at, changed_at) values ($3, $2, $1, 'info', 1000, now(), now())`,
        [product, mailbox, id],
      ],
      [
        `insert into mailbox_forwarding (${columns}, address) values ($3, gen_random_uuid(), $1, $2, $4, $5, gen_random_uuid(), now(), 'x@x.example')`,
        made,
      ],
      [`insert into known_password (${columns}) values ($3, gen_random_uuid(), $1, $2, $4, $5, gen_random_uuid(), now())`, made],
    ])
  }
}
const left = [
  { kind: 'forwarding', closed: true },
  { kind: 'password', closed: false },
]
const forwardings = async () => (await owner.query('select from mailbox_forwarding')).rowCount
const patient = { timeout: 20_000, interval: 50 }

/** While it is held, nobody is written down as told. */
const holder = await owner.connect()
afterAll(() => holder.release())

async function receiptOf({ id, ruth }: (typeof customers)[number]): Promise<Record<string, unknown> | undefined> {
  const { body } = await ruth.get(`/o/${id}/receipts`)
  return (body['receipts'] as Record<string, unknown>[])[0]
}

test('whoever is taken off many customers is taken off with a receipt for each, which its customer does not read', async () => {
  const { luca } = story.people
  for (const row of rows) {
    const given = await petra.send('POST', `/o/${alpweb}/customers/${row}/assign`, { people: [{ id: luca, rights: null }] })
    expect(given.body).toEqual({ receipt: null })
  }
  await givenSetBy(luca)
  const made = await petra.send('POST', `/o/${alpweb}/lists`, { action: 'unassign', chosen: { people: [luca] }, target: { ids: rows } })
  const list = String(made.body['id'])
  await checked(petra, alpweb, list)
  expect((await petra.get(`/o/${alpweb}/receipts`)).body['receipts']).toEqual([])
  await start(petra, alpweb, list)
  expect((await listIs(petra, alpweb, list, 'done')).results).toEqual({ done: 2 })
  const kept = (await petra.get(`/o/${alpweb}/receipts`)).body['receipts'] as { id: string; what: string; customer: string }[]
  expect(kept.map(({ customer }) => customer).toSorted()).toEqual(customers.map(({ name }) => name).toSorted())
  for (const { id, what } of kept) {
    const receipt = async () => (await petra.get(`/o/${alpweb}/receipts/${id}`)).body
    await expect.poll(async () => (await receipt())['isComplete'], patient).toBe(true)
    expect([what, (await receipt())['people']]).toEqual(['assignment', ['Luca']])
    expect((await receipt())['waysIn']).toMatchObject(left.map((way) => ({ ...way, madeBy: 'Luca' })))
  }
  expect(await forwardings()).toBe(0)
  for (const customer of customers) expect(await receiptOf(customer)).toBeUndefined()
})

test('each receipt waits until its own mails are written, and names only its own people', async () => {
  await givenSetBy(story.people.petra)
  await holder.query('begin; lock table receipt_told in share mode')
  const made = await petra.send('POST', `/o/${alpweb}/lists`, { action: 'end', chosen: {}, target: { ids: rows } })
  const list = String(made.body['id'])
  await checked(petra, alpweb, list)
  await start(petra, alpweb, list)
  expect((await listIs(petra, alpweb, list, 'done')).results).toEqual({ done: 2 })
  const transactions = await owner.query("select distinct transaction from receipt where revoked ->> 'what' = 'partnership'")
  expect(transactions.rows).toHaveLength(1)
  for (const customer of customers) {
    await expect.poll(async () => (await receiptOf(customer))?.['closedAt'] ?? null, patient).not.toBeNull()
    const { id } = (await receiptOf(customer)) ?? {}
    expect((await customer.ruth.get(`/o/${customer.id}/receipts/${String(id)}`)).body['isComplete']).toBe(false)
  }
  await holder.query('commit')
  for (const customer of customers) {
    await expect.poll(async () => (await receiptOf(customer))?.['isComplete'], patient).toBe(true)
    expect(await receiptOf(customer)).toMatchObject({ what: 'partnership', told: ['Marc', 'Petra', `Ruth ${customer.name}`] })
    // Luca's password, too: it still works.
    expect((await receiptOf(customer))?.['waysIn']).toMatchObject([
      left[0],
      { kind: 'password', madeBy: 'Luca' },
      { kind: 'password', madeBy: 'Petra' },
    ])
  }
  expect(await forwardings()).toBe(0)
})
