// Twenty customers open at once under one session, 1,000 actions mixed together: every read and every write stays in its own house.
import { describe, expect, test } from 'vitest'
import { domainTold, givenProvider } from '../../../tests/given-products.ts'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const provider = await givenProvider(server)
const partners = await givenPartners(server)
const { petra } = partners
const contexts = 20
const actions = 1_000
const atOnce = 32

type Tab = { marker: string; customerId: string; partnershipId: string; product: string; visit: string }

async function openTab(number: number): Promise<Tab> {
  const marker = `tab${String(number).padStart(2, '0')}`
  const customer = await givenCustomer(server, `Kunde ${marker} AG`, `info@${marker}.example`)
  const { partnershipId } = await givenActive(server, partners, customer)
  const { body } = await provider.tell('PUT', `/organisations/${customer.number}/products/d-1`, domainTold(`${marker}.example`))
  const entered = await petra.send('POST', `/c/${partnershipId}/visit`, {})
  return { marker, customerId: customer.id, partnershipId, product: String(body['id']), visit: String(entered.body['id']) }
}

const tabs: Tab[] = []
for (let number = 0; number < contexts; number++) tabs.push(await openTab(number))

/** The same order each time, and no order at all to look at. */
function mixed(seed: number, count: number): number[] {
  let state = seed
  const random = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
  return Array.from({ length: count }, (_, index) => [random(), index] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, index]) => index)
}

const records = ({ partnershipId, product }: Tab) => `/c/${partnershipId}/products/${product}/records`
const addressOf = (index: number) => `192.0.2.${index % 250}`

/** Half of the actions read, half of them write a record that names its tab. Answers with what a read showed of other tabs. */
async function act(index: number): Promise<readonly string[]> {
  const tab = tabs[index % contexts]
  if (!tab) throw new Error('no such tab')
  if (Math.floor(index / contexts) % 2 === 0) {
    const { status } = await petra.send('POST', records(tab), { name: `${tab.marker}-${index}`, type: 'A', value: addressOf(index) })
    if (status !== 200) throw new Error(`a write was answered ${status}`)
    return []
  }
  const { status, body } = await petra.get(records(tab))
  if (status !== 200) throw new Error(`a read was answered ${status}`)
  const seen = JSON.stringify(body).match(/tab\d\d/g) ?? []
  return seen.filter((marker) => marker !== tab.marker)
}

async function allOf(order: readonly number[]): Promise<readonly string[]> {
  const waiting = [...order]
  const strangers: string[] = []
  const work = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) strangers.push(...(await act(index)))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return strangers
}

type Crossed = { marker: string; at: string }
/** Records, and entries of the journal, that name one tab and stand in the house of another. */
async function crossed(): Promise<readonly Crossed[]> {
  const { rows } = await server.database.owner.query<Crossed>(
    `with tab as (select * from json_to_recordset($1) as t(marker text, "customerId" uuid, "partnershipId" uuid, product uuid, visit uuid)),
     named as (
       select substring(r.name from 'tab\\d\\d') as marker, r.name as at, r.organisation_id as customer, r.product_id as product, null::uuid as partnership, null::uuid as visit
         from dns_record r where r.name ~ '^tab\\d\\d-'
       union all
       select substring(d.detail ->> 'after' from 'tab\\d\\d'), 'journal ' || j.position, (j.body ->> 'customerId')::uuid, j.product_id, coalesce(j.partnership_id, gen_random_uuid()),
         coalesce(j.visit_id, gen_random_uuid())
         from journal j join journal_detail d on d.position = j.position where j.kind = 'domain.record_added')
     select n.marker, n.at from named n join tab t on t.marker = n.marker
     where n.customer <> t."customerId" or n.product <> t.product
       or n.partnership <> t."partnershipId" or n.visit <> t.visit
     order by n.at`,
    [JSON.stringify(tabs)],
  )
  return rows
}

describe('twenty customers in tabs', () => {
  test(`are never mixed by ${actions} interleaved actions`, { timeout: 60_000 }, async () => {
    expect(await allOf(mixed(20, actions))).toEqual([])
    expect(await crossed()).toEqual([])
    const { rows } = await server.database.owner.query<{ written: number; journalled: number; read: number; outside: number }>(
      `select (select count(*)::int from dns_record where name ~ '^tab\\d\\d-') as written,
        (select count(*)::int from journal where kind = 'domain.record_added') as journalled,
        (select count(*)::int from journal where kind = 'visit.read') as read,
        (select count(*)::int from journal j join visit v on v.id = j.visit_id
          where v.partnership_id is distinct from j.partnership_id or v.customer_id <> (j.body ->> 'customerId')::uuid) as outside`,
    )
    expect(rows[0]).toEqual({ written: actions / 2, journalled: actions / 2, read: actions / 2, outside: 0 })
  })

  test('are told to each customer in its own activity, and in nobody else’s', async () => {
    const { rows } = await server.database.owner.query<{ readers: number; houses: number }>(
      `select count(*)::int as readers, count(*) filter (where r.organisation_id in ($1, (j.body ->> 'customerId')::uuid))::int as houses
       from journal j join journal_reader r on r.position = j.position where j.kind in ('domain.record_added', 'visit.read')`,
      [partners.alpweb],
    )
    expect(rows[0]).toEqual({ readers: 2 * actions, houses: 2 * actions })
  })

  test('refuse a product of one tab under the address of another', async () => {
    const [one, other] = tabs
    const wrong = `/c/${one?.partnershipId}/products/${other?.product}/records`
    expect((await petra.get(wrong)).status).toBe(404)
    expect((await petra.send('POST', wrong, { name: 'x', type: 'A', value: '192.0.2.1' })).status).toBe(404)
  })

  test('the check is able to fail: a record of one tab in the house of another is found', async () => {
    const [one, other] = tabs
    if (!one || !other) throw new Error('no tabs')
    expect((await petra.send('POST', records(other), { name: `${one.marker}-crossed`, type: 'A', value: '192.0.2.1' })).status).toBe(200)
    expect((await crossed()).map(({ marker, at }) => [marker, at.startsWith('journal') ? 'journal' : at])).toEqual([
      [one.marker, 'journal'],
      [one.marker, `${one.marker}-crossed`],
    ])
  })
})
