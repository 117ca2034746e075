import { describe, expect, test } from 'vitest'
import { type Caller, givenStranger } from '../../../tests/given-caller.ts'
import { givenCustomerList, type Listed, namesIn } from '../../../tests/given-customer-list.ts'
import { givenServer } from '../../../tests/server.ts'
import { customerSorts } from './contract.ts'

const server = await givenServer()
const { partner, rival, petra, marc, anna, other, annaId, list } = await givenCustomerList(server)

test('nobody, and members of other organisations, get no list', async () => {
  expect((await givenStranger(server).get(`/o/${partner}/customers`)).status).toBe(401)
  const foreign = await other.get(`/o/${partner}/customers`)
  const absent = await other.get('/o/0199aaaa-0000-7000-8000-000000000000/customers')
  expect([foreign.status, foreign.body['code']]).toEqual([404, 'not_found'])
  expect([absent.status, absent.body['code']]).toEqual([404, 'not_found'])
})

test('a partner sees its own customers only, in the order of their names without accents', async () => {
  const all = await list(petra)
  expect(namesIn(all)).toEqual([
    'alt@vergessen.example',
    'Bäckerei Zürcher GmbH',
    'buero@neukunde.example',
    'Garage Élan Sàrl',
    'Hôtel du Lac Léman SA',
    'Käserei Öttli',
    'Müller Söhne AG',
    'Rossi & Figli Sagl',
    'Weingut Höß & Söhne KG',
    'Zürn Holzbau AG',
  ])
  expect(all.found).toBe(10)
})

test('what ran out is over at once, in rows, counts and filters', async () => {
  const all = await list(petra)
  const statusOf = (name: string) => all.customers.find((row) => row.name === name)?.status
  expect(statusOf('Garage Élan Sàrl')).toBe('ended')
  expect(statusOf('alt@vergessen.example')).toBe('expired')
  expect(all.counts).toMatchObject({
    all: 10,
    statuses: { active: 6, ended: 1, expired: 1, requested: 1, prepared: 1 },
    toRelease: 1,
    toCheck: 7,
  })
  expect(namesIn(await list(petra, '?status=ended'))).toEqual(['Garage Élan Sàrl'])
  expect(namesIn(await list(petra, '?status=expired&status=requested'))).toEqual(['alt@vergessen.example', 'buero@neukunde.example'])
  expect(namesIn(await list(petra, '?until=30'))).toEqual(['Rossi & Figli Sagl'])
  expect(namesIn(await list(petra, '?until=over'))).toEqual(['Garage Élan Sàrl'])
  expect((await list(petra, '?until=none')).found).toBe(5)
})

test('filters narrow together', async () => {
  expect(namesIn(await list(petra, '?payer=partner'))).toEqual(['Rossi & Figli Sagl'])
  expect((await list(petra, '?payer=none')).found).toBe(3)
  expect((await list(petra, '?payer=partner&payer=none')).found).toBe(4)
  expect(namesIn(await list(petra, `?people=${annaId}`))).toEqual(['Bäckerei Zürcher GmbH'])
  expect((await list(petra, '?toCheck=true')).found).toBe(7)
  expect((await list(petra, '?access=limited&status=active&toCheck=true')).found).toBe(6)
  expect((await petra.get(`/o/${partner}/customers?colour=red`)).status).toBe(422)
})

const ways = ['ascending', 'descending'] as const
const single = customerSorts.flatMap((by) => ways.map((way) => ({ order: `sort=${by}&direction=${way}` })))
const several = [
  'sort=status&sort=name&direction=ascending&direction=ascending',
  'sort=status&sort=name&direction=descending&direction=ascending',
  'sort=payer&sort=until&sort=name&direction=ascending&direction=descending&direction=ascending',
  'sort=until&sort=access&direction=ascending&direction=descending',
  'sort=access&sort=access&sort=number&direction=descending&direction=ascending&direction=descending',
].map((order) => ({ order }))

test.each([...single, ...several])('row by row, by $order, is the whole list once; and from anywhere in it', async ({ order }) => {
  const whole = await petra.get(`/o/${partner}/customers?${order}&limit=200`)
  const ids = (whole.body as Listed).customers.map(({ id }) => id)
  const seen: string[] = []
  let cursor = ''
  for (let offset = 0; offset < ids.length; offset++) {
    const { body } = await petra.get(`/o/${partner}/customers?${order}&limit=1${cursor}`)
    const jumped = await petra.get(`/o/${partner}/customers?${order}&limit=1&offset=${offset}`)
    expect(jumped.body).toEqual(body)
    seen.push(...(body as Listed).customers.map(({ id }) => id))
    cursor = `&cursor=${String(body['next'])}`
  }
  expect(seen).toEqual(ids)
  expect(new Set(seen).size).toBe(10)
})

test('what is equal by the first column is in the order of the second', async () => {
  const { customers } = await list(petra, '?sort=status&sort=name&direction=ascending&direction=descending')
  const active = customers.filter(({ status }) => status === 'active').map(({ name }) => name)
  expect(active).toHaveLength(6)
  expect(active).toEqual(active.toSorted(new Intl.Collator('de-CH').compare).toReversed())
})

test('a cursor that was made for something else, or by nobody, is refused', async () => {
  for (const cursor of [
    'nonsense',
    Buffer.from('["name","ascending","a"]').toString('base64url'),
    Buffer.from(JSON.stringify([['until'], ['ascending'], ['infinity'], partner])).toString('base64url'),
    Buffer.from(JSON.stringify([['name'], ['ascending'], ['a', 'b'], partner])).toString('base64url'),
    Buffer.from(JSON.stringify([['name'], ['ascending'], [], partner])).toString('base64url'),
  ]) {
    expect((await petra.get(`/o/${partner}/customers?cursor=${cursor}`)).status).toBe(422)
  }
})

describe('a collaborator', () => {
  test('has the assigned customers, and nothing else is there', async () => {
    const mine = await list(anna)
    expect(namesIn(mine)).toEqual(['Bäckerei Zürcher GmbH'])
    expect(mine.counts).toMatchObject({ all: 1, statuses: { active: 1 }, toRelease: 0 })
    expect(namesIn(await list(anna, '?search=zurn'))).toEqual([])
  })

  test('gets for a customer that is not assigned the same answer as for none', async () => {
    const row = (await list(petra)).customers.find(({ name }) => name === 'Zürn Holzbau AG')
    const unassigned = await anna.get(`/o/${partner}/customers/${row?.id}/row`)
    const absent = await anna.get(`/o/${partner}/customers/0199aaaa-0000-7000-8000-000000000000/row`)
    expect([unassigned.status, unassigned.body['code']]).toEqual([absent.status, absent.body['code']])
    expect(absent.status).toBe(404)
  })
})

test('each role may do with a row what the rules say', async () => {
  const mayOf = async (caller: Caller, name: string) => (await list(caller)).customers.find((row) => row.name === name)?.may
  expect(await mayOf(petra, 'Bäckerei Zürcher GmbH')).toEqual(['enter', 'assign', 'ask_for_more', 'export', 'end'])
  expect(await mayOf(anna, 'Bäckerei Zürcher GmbH')).toEqual(['enter'])
  expect(await mayOf(petra, 'Käserei Öttli')).toEqual(['correct_address', 'revise', 'withdraw', 'release'])
  expect(await mayOf(marc, 'Käserei Öttli')).toEqual(['correct_address', 'revise', 'withdraw'])
  expect(await mayOf(marc, 'buero@neukunde.example')).toEqual(['resend', 'correct_address', 'copy_link', 'withdraw'])
  expect(await mayOf(petra, 'alt@vergessen.example')).toEqual([])
  expect(await mayOf(petra, 'Garage Élan Sàrl')).toEqual(['export'])
})

test('a row is answered by itself, in words of people', async () => {
  const row = (await list(petra)).customers.find(({ name }) => name === 'Bäckerei Zürcher GmbH')
  const { body } = await petra.get(`/o/${partner}/customers/${row?.id}/row`)
  expect(body).toEqual(row)
  expect(row?.people).toEqual([{ id: annaId, name: 'Anna Keller' }])
})

test('the list looks as each person left it', async () => {
  const standard = await petra.get(`/o/${partner}/customers/view`)
  expect(standard.body).toEqual({ columns: ['status', 'access', 'payer', 'until', 'people'], density: 'comfortable' })
  const wished = { columns: ['status', 'number'], density: 'compact' }
  expect((await petra.send('PUT', `/o/${partner}/customers/view`, wished)).status).toBe(200)
  expect((await petra.get(`/o/${partner}/customers/view`)).body).toEqual(wished)
  expect((await marc.get(`/o/${partner}/customers/view`)).body).toEqual(standard.body)
})

test('row-level security holds alone: another partner’s context sees no row and no word', async () => {
  const client = await server.database.app.connect()
  await client.query('begin')
  await client.query(`select set_config('app.organisation', $1, true)`, [rival])
  const { rows: seen } = await client.query(
    'select distinct partner_id from managed_customer union select distinct partner_id from managed_customer_word',
  )
  await client.query('rollback')
  client.release()
  expect(seen).toEqual([{ partner_id: rival }])
})
