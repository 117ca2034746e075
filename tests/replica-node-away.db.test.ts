// What a replica says when its node is stopped or gone, when another one takes over, and when the database is away: never anything old.
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freePort } from '../scripts/start/free-port.ts'
import { openProkura } from '../src/client/open-prokura.ts'
import { openReplica } from '../src/client/open-replica.ts'
import type { Question } from '../src/client/question.ts'
import { leaseMs } from '../src/server/authorization/decisions.ts'
import { openPool } from '../src/server/platform/pool.ts'
import { givenConsole } from './given-console.ts'
import { givenProducts } from './given-products.ts'
import { givenServer } from './server.ts'
import { givenTemporaryDirectory } from './temporary-directory.ts'

const secretKey = 'a'.repeat(64)
const first = await givenServer({ set: { SECRET_KEY: secretKey, LOG_LEVEL: 'silent' } })
const { partners, beck, products, partnershipId } = await givenProducts(first)
const { clientId, secret: clientSecret, resource } = await givenConsole(first)
const { address } = first.database
if (address.kind !== 'embedded') throw new Error('tests run on the embedded database')
const maintenance = openPool({ ...address, database: 'postgres' }, 'owner', { max: 1 })
afterAll(() => maintenance.end())
const second = await givenNode()

/** Another node on the same database, in a process of its own. */
async function givenNode(): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const port = await freePort(first.config.host, 0)
  const config = { ...first.config, port, dataDirectory: givenTemporaryDirectory() }
  const given = [JSON.stringify(config), JSON.stringify(address)]
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'run-server.ts'), ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  afterAll(() => {
    child.kill('SIGCONT')
    child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  return { url: `http://localhost:${port}`, child }
}

const question: Question = {
  person: partners.people.petra,
  action: 'manage',
  resource: { family: 'domain', product: products.domain },
  partnership: partnershipId,
}
const open = (...nodes: readonly string[]) => {
  const prokura = openProkura({ issuer: first.config.publicUrl, clientId, clientSecret, resource, nodes, timeoutMs: 500 })
  const replica = openReplica(prokura)
  afterAll(() => replica.close())
  return replica
}

test('its only node is stopped: when the lease is over it denies, and it goes on when the node does', async () => {
  const replica = open(second.url)
  await replica.ready()
  // On a busy machine a lease may have run out before the first answer: the next one comes at once.
  await expect.poll(() => replica.check(question).reason, { timeout: 20_000, interval: 5 }).toBe('allowed')
  second.child.kill('SIGSTOP')
  const stoppedAt = performance.now()
  let lookedAt = stoppedAt
  let asLateAs = 0
  const looked = () => {
    const { reason } = replica.check(question)
    asLateAs = Math.max(asLateAs, performance.now() - lookedAt)
    lookedAt = performance.now()
    return reason
  }
  await expect.poll(looked, { timeout: 20_000, interval: 5 }).toBe('stale')
  // Not a moment longer than the lease, as finely as this loop could look.
  expect(lookedAt - stoppedAt).toBeLessThan(leaseMs + asLateAs + 100)
  expect((await beck.ruth.send('POST', `/o/${beck.id}/partnerships/${partnershipId}/stop`, {})).status).toBe(200)
  expect((await replica.strong(question)).reason).toBe('stale')
  const heard: string[] = []
  replica.watch(question, ({ reason }) => heard.push(reason))
  second.child.kill('SIGCONT')
  await expect.poll(() => replica.check(question).reason, { timeout: 20_000 }).toBe('not_suspended_by_customer')
  expect(heard).not.toContain('allowed')
  expect((await beck.ruth.send('POST', `/o/${beck.id}/partnerships/${partnershipId}/resume`, {})).status).toBe(200)
  await expect.poll(() => replica.check(question).reason, { timeout: 20_000 }).toBe('allowed')
})

test('its node is killed: another one takes over', async () => {
  const replica = open(second.url, first.url)
  await replica.ready()
  second.child.kill('SIGKILL')
  await expect.poll(async () => (await replica.strong(question)).reason, { timeout: 20_000 }).toBe('allowed')
  expect((await beck.ruth.send('POST', `/o/${beck.id}/partnerships/${partnershipId}/stop`, {})).status).toBe(200)
  expect((await replica.strong(question)).reason).toBe('not_suspended_by_customer')
})

test('the database is away: nobody answers from memory when the lease is over', async () => {
  const replica = open(first.url)
  await replica.ready()
  await maintenance.query(`alter database ${address.database} allow_connections false`)
  await maintenance.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [address.database])
  await expect.poll(() => replica.check(question).reason, { timeout: 20_000, interval: 5 }).toBe('stale')
  expect((await replica.strong(question)).reason).toBe('stale')
  await maintenance.query(`alter database ${address.database} allow_connections true`)
  await expect.poll(() => replica.check(question).reason, { timeout: 20_000 }).toBe('not_suspended_by_customer')
})
