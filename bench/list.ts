// The partner's list at the HTTP interface: one partner with 100,000 customers among 1,000,000. First page, deep page, search, order.
import { type ProofDatabase, withDatabase } from '../proof/database.ts'
import { orders, writeCursor } from '../src/server/managed-customers/list-order.ts'
import { type Bench, type Figure, median, rounded } from './figure.ts'
import { givenManyCustomers, type ManyCustomers, rowsInAll } from './many-customers.ts'
import { withServer } from './with-server.ts'

const rounds = 3
const asked = 60

export const benchList: Bench = () =>
  withDatabase(
    async (database) => {
      const given = await givenManyCustomers(database)
      const { first, deep, search, sort } = await questions(database, given)
      return withServer(database.address, async ({ url }) => {
        const measure = (queries: readonly string[]) => medianOfP95(`${url}/api/o/${given.partnerId}/customers`, given, queries)
        return [
          figure('list.first.p95', await measure(first), 200),
          figure('list.deep.p95', await measure(deep), 200),
          figure('list.search.p95', await measure(search), 300),
          figure('list.sort.p95', await measure(sort), 200),
        ]
      })
    },
    { durable: false },
  )

function figure(name: string, value: number, aim: number): Figure {
  const against = `aim ${aim} ms, ${(rowsInAll / 10).toLocaleString('en')} customers of ${rowsInAll.toLocaleString('en')}`
  return { figure: name, value: rounded(value), unit: 'ms', against, ratio: rounded(value / aim) }
}

async function questions({ owner }: ProofDatabase, { partnerId }: ManyCustomers) {
  const { rows } = await owner.query<{ id: string; key: string; name: string }>(
    `select id, name_key as key, name from managed_customer where partner_id = $1 order by md5(id::text) limit ${asked}`,
    [partnerId],
  )
  const search = rows.flatMap(({ name }, at) => {
    const [one = '', other = ''] = name.split(' ')
    return [one.slice(0, 2 + (at % 5)), `${one.slice(0, 3)} ${other.slice(0, 3)}`, name, name.split(' ')[2]?.slice(0, 4) ?? '']
  })
  const sorts = Object.keys(orders).flatMap((sort) => [`?sort=${sort}`, `?sort=${sort}&direction=descending`])
  return {
    first: Array.from({ length: asked }, () => ''),
    deep: rows.map(({ id, key }) => `?cursor=${writeCursor({ sort: ['name'], direction: ['ascending'] }, { keys: [key], id })}`),
    search: search.slice(0, asked * 2).map((words) => `?search=${encodeURIComponent(words)}`),
    sort: Array.from({ length: asked }, (_, at) => sorts[at % sorts.length] ?? ''),
  }
}

/** One request after another, as one person's browser would ask; the first ones of each round do not count. */
async function medianOfP95(address: string, { token }: ManyCustomers, queries: readonly string[]): Promise<number> {
  const p95s: number[] = []
  for (let round = 0; round < rounds; round++) {
    const took: number[] = []
    for (const query of [...queries.slice(0, 5), ...queries]) {
      const began = performance.now()
      const response = await fetch(`${address}${query}`, { headers: { cookie: `__Host-session=${token}` } })
      if (response.status !== 200) throw new Error(`${query}: ${response.status} ${await response.text()}`)
      await response.arrayBuffer()
      took.push(performance.now() - began)
    }
    const counted = took.slice(5).sort((one, other) => one - other)
    p95s.push(counted[Math.ceil(counted.length * 0.95) - 1] ?? Number.NaN)
  }
  return median(p95s)
}
