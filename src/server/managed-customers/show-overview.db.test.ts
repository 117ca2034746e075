import { expect, test } from 'vitest'
import { givenCustomerList } from '../../../tests/given-customer-list.ts'
import { givenServer } from '../../../tests/server.ts'
import type { Answer } from '../endpoint.ts'
import type { getCustomersOverview } from './overview-contract.ts'

const server = await givenServer()
const { partner, petra, anna, other, list } = await givenCustomerList(server)

async function overview(caller: typeof petra): Promise<Answer<typeof getCustomersOverview>> {
  const { status, body } = await caller.get(`/o/${partner}/customers/overview`)
  expect(status).toBe(200)
  return body as Answer<typeof getCustomersOverview>
}

test('every number of the overview is what the list leaves under the filters it names', async () => {
  const { statuses, toCheck, ending, visited } = await overview(petra)
  expect({ ...statuses, toCheck }).toEqual({ active: 6, ended: 1, expired: 1, requested: 1, prepared: 1, toCheck: 7 })
  expect(ending).toHaveLength(12)
  for (const { from, to, count } of ending) expect((await list(petra, `?endsFrom=${from}&endsTo=${to}`)).found).toBe(count)
  for (const [when, count] of Object.entries(visited)) expect((await list(petra, `?status=active&visited=${when}`)).found).toBe(count)
})

test('who ends in twelve days stands in the second week; who was never visited, under never', async () => {
  const { ending, visited } = await overview(petra)
  expect(ending.map(({ count }) => count)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  expect(visited).toEqual({ week: 0, month: 0, quarter: 0, older: 0, never: 6 })
})

test('the last visit moves a customer from one bar to the next as time passes', async () => {
  const ago = async (days: number) => {
    await server.database.owner.query(
      `update managed_customer set last_visit_at = now() - make_interval(days => $2) where partner_id = $1 and name like 'Rossi%'`,
      [partner, days],
    )
    const { visited } = await overview(petra)
    return Object.keys(visited).filter((when) => when !== 'never' && visited[when as keyof typeof visited] === 1)
  }
  expect([await ago(1), await ago(8), await ago(40), await ago(100)]).toEqual([['week'], ['month'], ['quarter'], ['older']])
})

test('a collaborator counts the assigned customers alone, and nobody else counts anything', async () => {
  expect((await overview(anna)).statuses).toEqual({ active: 1 })
  expect((await other.get(`/o/${partner}/customers/overview`)).status).toBe(404)
})
