// The database to serve from: ours or the operator's, migrated, and with the demo story when there is nothing in it yet.
import path from 'node:path'
import pg from 'pg'
import { type Config, ConfigError } from '../../src/server/config.ts'
import { startEmbedded } from '../../src/server/platform/embedded-postgres.ts'
import { migrate } from '../../src/server/platform/migrate.ts'
import { asRole, type DatabaseAddress } from '../../src/server/platform/pool.ts'
import { seedDemo } from './demo.ts'

export type ReadyDatabase = { readonly address: DatabaseAddress; readonly stop: () => Promise<void> }

const database = 'prokura'
const unfinished = 'prokura_unfinished'

export async function readyDatabase(config: Config, say: (progress: string) => void): Promise<ReadyDatabase> {
  if (config.databaseUrl !== undefined) return { address: await external(config, config.databaseUrl, say), stop: async () => {} }
  const server = await startEmbedded(path.join(config.dataDirectory, 'database'))
  try {
    return { address: await embedded(config, server.address, say), stop: server.stop }
  } catch (failure) {
    await server.stop()
    throw failure
  }
}

/** The first time everything is made in a database that takes its name when it is complete: an interrupted start leaves nothing half told. */
async function embedded(config: Config, server: DatabaseAddress, say: (progress: string) => void): Promise<DatabaseAddress> {
  const known = await query(server, 'select from pg_database where datname = $1', [database])
  if (known === 0) {
    say('Preparing the database …')
    await query(server, `drop database if exists ${unfinished} with (force)`)
    await query(server, `create database ${unfinished}`)
    await migrate({ ...server, database: unfinished } as DatabaseAddress)
    if (config.demo) await seedDemo(config, { ...server, database: unfinished } as DatabaseAddress)
    await query(server, `alter database ${unfinished} rename to ${database}`)
  }
  const address = { ...server, database } as DatabaseAddress
  if (known > 0) await migrateAndSay(address, say)
  return address
}

async function external(config: Config, url: string, say: (progress: string) => void): Promise<DatabaseAddress> {
  const address: DatabaseAddress = { kind: 'url', url }
  try {
    await query(address, 'select 1')
  } catch (cause) {
    throw new ConfigError(
      `DATABASE_URL leads to no database: ${(cause as Error).message}. Is the server running, and are the name and password right?`,
      { cause },
    )
  }
  await migrateAndSay(address, say)
  if (config.demo && (await query(address, 'select from person limit 1')) === 0) {
    say('Telling the demo story …')
    await seedDemo(config, address)
  }
  return address
}

async function migrateAndSay(address: DatabaseAddress, say: (progress: string) => void): Promise<void> {
  const applied = await migrate(address)
  if (applied.length > 0) say(`Database brought up to date (${applied.length} ${applied.length === 1 ? 'migration' : 'migrations'})`)
}

/** Answers with the number of rows. */
async function query(address: DatabaseAddress, sql: string, values: readonly unknown[] = []): Promise<number> {
  const client = new pg.Client(asRole(address, 'owner'))
  client.on('error', () => {}) // the query under way rejects
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rowCount ?? 0
  } finally {
    await client.end()
  }
}
