// The partner orders for its customer: whoever pays hears of it, and both hear when the spending limit is nearly used up, once in each month.
import { expect, test } from 'vitest'
import { givenProvider } from '../given-products.ts'
import { givenActive, givenCustomer, givenPartners, noTerms } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const provider = await givenProvider(server)
const { owner } = server.database
const patient = { timeout: 20_000, interval: 50 }
const beck = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const { id: row, partnershipId } = await givenActive(server, story, beck)
const limit = { amount: 50_000, currency: 'CHF', period: 'month' }

const order = (reference: string, gross: number, more: object = {}) =>
  provider.tell('PUT', `/organisations/${beck.number}/invoices/${reference}`, {
    ...{ kind: 'order', number: reference, status: 'placed', issuedOn: '2026-11-20', currency: 'CHF' },
    ...{ orderedBy: story.people.petra, partnership: partnershipId },
    lines: [{ description: 'Webhosting Plus', net: gross, vatRate: 0, vat: 0, gross }],
    ...more,
  })
const subjects = async (to: string, about: string) =>
  (await server.mailbox.list({ to })).map(({ subject }) => subject).filter((subject) => subject.includes(about))
const limits = () => subjects(beck.email, 'Spending limit')
const told = async (kind: string, as = beck.ruth, at = beck.id) =>
  ((await as.get(`/o/${at}/activity?limit=200`)).body['entries'] as { kind: string; partnershipId: string | null }[]).filter(
    (entry) => entry.kind === kind,
  )

test('the customer limits what it pays to CHF 500 a month', async () => {
  const rights = ['domain.view', 'domain.manage', 'product.order'].map((right) => ({ right, scopes: [{ kind: 'all', future: true }] }))
  const body = { version: 1, rights, terms: { ...noTerms, spendingLimit: limit }, renew: false }
  expect((await beck.ruth.send('PUT', `/o/${beck.id}/partnerships/${partnershipId}/grant`, body)).status).toBe(200)
})

test('an order of the partner is told to whoever pays, with what and how much, and stands in the activity of both', async () => {
  expect((await order('b-1', 20_000)).body).toMatchObject({ outcome: 'created' })
  await expect.poll(() => subjects(beck.email, 'ordered'), patient).toEqual(['Alpweb AG ordered Webhosting Plus: CHF\u00a0200'])
  expect(await told('order.placed')).toMatchObject([{ partnershipId }])
  expect(await told('order.placed', story.petra, story.alpweb)).toMatchObject([{ partnershipId }])
  const orders = await owner.query("select ordered_by_partner_id as by from invoice where provider_reference = 'b-1'")
  expect(orders.rows).toEqual([{ by: story.alpweb }])
  expect(await limits()).toEqual([])
})

test('at four fifths both are told, and at all of it once more; told again, nobody is', async () => {
  await order('b-2', 21_000)
  await expect.poll(limits, patient).toEqual(['Spending limit for Alpweb AG: 82% used'])
  await order('b-3', 1000)
  await order('b-4', 10_000)
  await expect
    .poll(async () => (await limits()).toSorted(), patient)
    .toEqual(['Spending limit for Alpweb AG: 104% used', 'Spending limit for Alpweb AG: 82% used'])
  await order('b-5', 5000)
  await order('b-4', 11_000)
  expect(await told('billing.limit_near')).toHaveLength(2)
  expect(await told('billing.limit_near', story.petra, story.alpweb)).toHaveLength(2)
})

test('a new month begins anew, and what was cancelled or is paid otherwise does not count', async () => {
  await order('b-6', 39_000, { issuedOn: '2026-12-01' })
  await provider.tell('DELETE', `/organisations/${beck.number}/invoices/b-6`)
  await order('b-7', 30_000, { issuedOn: '2026-12-02' })
  await order('b-8', 90_000, { issuedOn: '2026-12-02', currency: 'EUR' })
  expect(await told('billing.limit_near')).toHaveLength(2)
  await order('b-9', 10_000, { issuedOn: '2026-12-03' })
  expect(await told('billing.limit_near')).toHaveLength(3)
})

test('what the customer orders itself is nobody’s order but its own; a partnership of somebody else is none', async () => {
  await order('c-1', 700, { orderedBy: beck.personId, partnership: null })
  const orders = await told('order.placed')
  expect(orders[0]).toMatchObject({ partnershipId: null })
  const other = await givenCustomer(server, 'Garage Élan Sàrl', 'ruth@elan.example')
  const theirs = await givenActive(server, story, other)
  expect(await order('c-2', 700, { partnership: theirs.partnershipId })).toMatchObject({ status: 422 })
})

test('without being told the partnership is that of the person’s visit', async () => {
  expect((await story.petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
  await order('c-3', 700, { partnership: null, issuedOn: '2027-01-05' })
  expect((await told('order.placed'))[0]).toMatchObject({ partnershipId })
  expect(row).not.toBe('')
})
