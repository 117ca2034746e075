// Where a partner ends many partnerships at once, each has a receipt of its own: it names nobody of another customer, and waits for its own mails.
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

test('each receipt waits until its own mails are written, and names only its own people', async () => {
  await holder.query('begin; lock table receipt_told in share mode')
  const made = await petra.send('POST', `/o/${alpweb}/lists`, { action: 'end', chosen: {}, target: { ids: rows } })
  const list = String(made.body['id'])
  await checked(petra, alpweb, list)
  await start(petra, alpweb, list)
  expect((await listIs(petra, alpweb, list, 'done')).results).toEqual({ done: 2 })
  const transactions = await owner.query('select distinct transaction from receipt')
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
