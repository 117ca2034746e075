// A database for one proof: embedded, durable like the real one, gone afterwards.
import path from 'node:path'
import type pg from 'pg'
import { temporaryDirectory, throwAway } from '../scripts/temporary-directory.ts'
import { startEmbedded } from '../src/server/platform/embedded-postgres.ts'
import { migrate } from '../src/server/platform/migrate.ts'
import { type DatabaseAddress, openPool } from '../src/server/platform/pool.ts'

export type ProofDatabase = {
  readonly address: DatabaseAddress
  readonly directory: string
  readonly owner: pg.Pool
  readonly app: pg.Pool
  readonly system: pg.Pool
}

export async function withDatabase<T>(work: (database: ProofDatabase) => Promise<T>, { durable = true } = {}): Promise<T> {
  const directory = temporaryDirectory()
  const server = await startEmbedded(path.join(directory, 'database'), { durable })
  try {
    await migrate(server.address)
    const pools = {
      owner: openPool(server.address, 'owner'),
      app: openPool(server.address, 'prokura_app', { max: 16 }),
      system: openPool(server.address, 'prokura_system'),
    }
    try {
      return await work({ address: server.address, directory, ...pools })
    } finally {
      await Promise.all(Object.values(pools).map((pool) => pool.end()))
    }
  } finally {
    await server.stop()
    throwAway(directory)
  }
}
