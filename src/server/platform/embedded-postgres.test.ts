import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { givenTemporaryDirectory } from '../../../tests/temporary-directory.ts'
import { startEmbedded } from './embedded-postgres.ts'
import { asRole, type DatabaseAddress } from './pool.ts'

const module = path.join(import.meta.dirname, 'embedded-postgres.ts')
const starters: ChildProcess[] = []

afterAll(() => {
  for (const starter of starters) starter.kill('SIGKILL')
})

const givenDirectory = () => path.join(givenTemporaryDirectory(), 'database')

/** Another process that starts the server and stays. */
async function givenStarter(directory: string): Promise<ChildProcess> {
  const program = `import { startEmbedded } from ${JSON.stringify(module)}; await startEmbedded(${JSON.stringify(directory)}); console.log('ready'); setInterval(() => {}, 1e6)`
  const starter = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  starters.push(starter)
  if (starter.stdout) await once(starter.stdout, 'data')
  return starter
}

async function ask(address: DatabaseAddress, sql: string): Promise<unknown[]> {
  const client = new pg.Client(asRole(address, 'owner'))
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('nothing that was committed is lost when everything is killed, and the next start works at once', async () => {
  const directory = givenDirectory()
  const starter = await givenStarter(directory)
  const attached = await startEmbedded(directory)
  await ask(attached.address, 'create table kept as select 7 as number')
  const [server] = (await ask(attached.address, 'select pg_backend_pid()')) as { pg_backend_pid: number }[]
  expect(attached.attached).toBe(true)
  expect(server).toBeDefined()

  starter.kill('SIGKILL')
  await once(starter, 'exit')
  const again = await startEmbedded(directory)
  expect(again.attached).toBe(false)
  expect(await ask(again.address, 'select number from kept')).toEqual([{ number: 7 }])
  await again.stop()
  expect(readdirSync(path.join(directory, 'postgres'))).not.toContain('postmaster.pid')
}, 60_000)

test('a directory that cannot be made is named with its mend', async () => {
  const file = path.join(givenTemporaryDirectory(), 'a file')
  writeFileSync(file, '')
  await expect(startEmbedded(path.join(file, 'database'))).rejects.toThrow(/set DATA_DIR to a directory that you may write to/)
})

test('a server that is killed comes back by itself, with what was committed', async () => {
  const server = await startEmbedded(givenDirectory())
  await ask(server.address, 'create table kept as select 7 as number')
  process.kill(server.pid ?? 0, 'SIGKILL')
  await expect.poll(() => ask(server.address, 'select number from kept').catch(() => 'away'), { timeout: 30_000 }).toEqual([{ number: 7 }])
  await server.stop()
  await expect(ask(server.address, 'select 1')).rejects.toThrow()
}, 60_000)

test('a server stopped while it comes back is gone when the stop ends', async () => {
  const directory = givenDirectory()
  const server = await startEmbedded(directory)
  const first = server.pid ?? 0
  process.kill(first, 'SIGKILL')
  const launched = () => Number(readFileSync(path.join(directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  await expect.poll(() => launched(), { interval: 1, timeout: 30_000 }).not.toBe(first)
  await server.stop()
  expect(readdirSync(path.join(directory, 'postgres'))).not.toContain('postmaster.pid')
}, 60_000)

test('two first starts at the same moment end in one server', async () => {
  const directory = givenDirectory()
  const [one, other] = await Promise.all([givenStarter(directory), startEmbedded(directory)])
  expect(await ask(other.address, 'select 1 as one')).toEqual([{ one: 1 }])
  one.kill('SIGKILL')
  await other.stop()
}, 60_000)

test('a path that is too long for a socket is refused with what to do', async () => {
  const directory = path.join(givenDirectory(), 'x'.repeat(100))
  await expect(startEmbedded(directory)).rejects.toThrow('set DATA_DIR to a shorter one')
})
