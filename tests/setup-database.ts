// Starts one PostgreSQL for a whole test run and migrates the database that each test file clones.
import type { TestProject } from 'vitest/node'
import { temporaryDirectory, throwAway } from '../scripts/temporary-directory.ts'
import { startEmbedded } from '../src/server/platform/embedded-postgres.ts'
import { migrate } from '../src/server/platform/migrate.ts'
import { type EmbeddedAddress, openPool } from '../src/server/platform/pool.ts'

declare module 'vitest' {
  interface ProvidedContext {
    socketDirectory: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = temporaryDirectory()
  const server = await startEmbedded(home, { durable: false, settings: { max_connections: '300' } })
  const teardown = async () => {
    await server.stop()
    throwAway(home)
  }
  try {
    await makeTemplate(server.address)
  } catch (failure) {
    await teardown()
    throw failure
  }
  project.provide('socketDirectory', server.address.socketDirectory)
  return teardown
}

async function makeTemplate(address: EmbeddedAddress): Promise<void> {
  const maintenance = openPool(address, 'owner', { max: 1 })
  await maintenance.query('create database template_prokura')
  await maintenance.end()
  await migrate({ ...address, database: 'template_prokura' })
}
