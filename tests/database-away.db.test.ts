// The database goes away in the middle of the day and comes back: requests are told so honestly, and nothing is lost or done twice.
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { demoSignIns } from '../src/server/demo/seed.ts'
import { openPool } from '../src/server/platform/pool.ts'
import { givenServer } from './server.ts'

const given = await givenServer({ demo: true })
const { address } = given.database
if (address.kind !== 'embedded') throw new Error('tests run on the embedded database')
const maintenance = openPool({ ...address, database: 'postgres' }, 'owner', { max: 1 })
afterAll(() => maintenance.end())

async function close(): Promise<void> {
  await maintenance.query(`alter database ${address.kind === 'embedded' ? address.database : ''} allow_connections false`)
  await maintenance.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    address.kind === 'embedded' ? address.database : '',
  ])
}
const open = () => maintenance.query(`alter database ${address.kind === 'embedded' ? address.database : ''} allow_connections true`)

const { email, password } = demoSignIns(given.config)[0] ?? { email: '', password: '' }

async function ask(
  method: string,
  path: string,
  { key = randomUUID(), body, token }: { key?: string; body?: object; token?: string } = {},
) {
  const response = await fetch(`${given.url}/api${path}`, {
    method,
    headers: {
      'idempotency-key': key,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> }
}

test('a request during the outage is told so; the same key afterwards sends the request once', async () => {
  const signedIn = await ask('POST', '/sign-in/password', { body: { email, password } })
  const token = /__Host-session=([^;]+)/.exec(signedIn.headers.get('set-cookie') ?? '')?.[1] ?? ''
  const me = await ask('GET', '/me', { token })
  const [organisation] = me.body['organisations'] as { id: string }[]
  const path = `/o/${organisation?.id}/requests`
  const body = {
    who: { email: 'info@outage.example', language: 'de' },
    what: { preset: 'read_only' },
    terms: { startsOn: null, end: { kind: 'none' }, payer: null, paymentMethodId: null, spendingLimit: null },
  }
  const key = randomUUID()

  await close()
  expect((await fetch(`${given.url}/readyz`)).status).toBe(503)
  expect((await fetch(`${given.url}/livez`)).status).toBe(200)
  const during = await ask('POST', path, { key, body, token })
  expect({ status: during.status, code: during.body['code'] }).toEqual({ status: 503, code: 'unavailable' })

  await open()
  await vi.waitFor(async () => expect((await fetch(`${given.url}/readyz`)).status).toBe(200), 20_000)
  const [first, second] = [await ask('POST', path, { key, body, token }), await ask('POST', path, { key, body, token })]
  expect(first.status).toBe(200)
  expect(second.body).toEqual(first.body)
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  const { rows } = await given.database.system.query<{ count: number }>(
    "select count(*) as count from invitation where email = 'info@outage.example'",
  )
  expect(rows[0]?.count).toBe(1)
  await vi.waitFor(async () => expect(await given.mailbox.list({ to: 'info@outage.example' })).toHaveLength(1), 20_000)
})
