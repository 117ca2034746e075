// Where a partner takes people off many customers, or ends many partnerships, at once, each has a receipt of its own: it names nobody of another customer, and waits for its own mails.
import { afterAll, expect, test } from 'vitest'
import { checked, listIs, start } from '../../../tests/given-list.ts'
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
for (const customer of customers) rows.push((await givenActive(server, story, customer)).id)
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
  }
  for (const customer of customers) expect(await receiptOf(customer)).toBeUndefined()
})

test('each receipt waits until its own mails are written, and names only its own people', async () => {
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
  }
})
