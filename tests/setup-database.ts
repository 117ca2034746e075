// Starts one PostgreSQL for a whole test run and migrates the database that each test file clones.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/server/platform/embedded-postgres.ts'
import { migrate } from '../src/server/platform/migrate.ts'
import { openPool } from '../src/server/platform/pool.ts'

declare module 'vitest' {
  interface ProvidedContext {
    socketDirectory: string
  }
}

const prefix = 'prokura-test-'
const temporary = '/tmp' // a socket's path must be short

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeLeftovers()
  const home = path.join(temporary, `${prefix}${process.pid}-${project.name}`)
  const server = await startEmbedded(home, { durable: false, settings: { max_connections: '300' } })
  const teardown = async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
  try {
    await makeTemplate(home)
  } catch (failure) {
    await teardown()
    throw failure
  }
  project.provide('socketDirectory', home)
  return teardown
}

async function makeTemplate(socketDirectory: string): Promise<void> {
  const maintenance = openPool({ kind: 'embedded', socketDirectory, database: 'postgres' }, 'owner', { max: 1 })
  await maintenance.query('create database template_prokura')
  await maintenance.end()
  await migrate({ kind: 'embedded', socketDirectory, database: 'template_prokura' })
}

/** A run that was killed leaves its directory; its server went with it. */
function removeLeftovers(): void {
  for (const name of readdirSync(temporary)) {
    const pid = /^prokura-test-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) rmSync(path.join(temporary, name), { recursive: true, force: true })
  }
}
