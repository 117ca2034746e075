// What says that it changes nothing changes nothing, whatever it does: a command under such a contract is answered, and nothing of it stays.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { givenPartners } from '../../tests/given-requests.ts'
import { givenServer } from '../../tests/server.ts'
import { run } from './command.ts'
import { endpoint, who } from './endpoint.ts'
import { createTeam } from './teams/change-team.ts'
import { createTeam as contract } from './teams/contract.ts'

const server = await givenServer()
const { alpweb, petra } = await givenPartners(server)

const kept = async () => {
  const { rows } = await server.database.owner.query(
    `select (select count(*) from team) as teams, (select count(*) from journal) as events,
      (select count(*) from idempotency_key) as answers, (select count(*) from rate_limit) as attempts`,
  )
  return Object.fromEntries(Object.entries(rows[0] as Record<string, string>).map(([name, count]) => [name, Number(count)]))
}

async function created(name: string, changesNothing: boolean) {
  const counted: typeof createTeam = async (work, input) => {
    await work.limit(`changes-nothing:${name}`, { limit: 1, windowMs: 86_400_000 })
    return createTeam(work, input)
  }
  const row = endpoint('POST', '/o/{organisation}/teams', { ...contract, changesNothing }, who.managing(), counted)
  const { body } = await run(server.server.house, row, {
    ...{ params: { organisation: alpweb }, query: {}, body: { name, people: [] }, token: petra.token, actingToken: undefined },
    ...{ idempotencyKey: randomUUID(), url: '/api/teams', client: undefined, address: '127.0.0.1' },
  })
  return body
}

test('a command that is said to change nothing answers, counts its attempt, and leaves nothing', async () => {
  const before = await kept()
  expect(await created('Nur gefragt', true)).toEqual({ id: expect.any(String) })
  expect(await kept()).toEqual({ ...before, attempts: Number(before['attempts']) + 1 })
})

test('the same command under its own contract stays, so that the first test would see it', async () => {
  const before = await kept()
  await created('Wirklich gewollt', false)
  const after = await kept()
  expect(Object.keys(after).filter((name) => after[name] === before[name])).toEqual([])
})
