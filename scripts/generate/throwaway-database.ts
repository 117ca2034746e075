// A PostgreSQL that holds nothing but the migrated schema, for as long as the generated files are written from it.
import { startEmbedded } from '../../src/server/platform/embedded-postgres.ts'
import { migrate } from '../../src/server/platform/migrate.ts'
import type { DatabaseAddress } from '../../src/server/platform/pool.ts'
import { temporaryDirectory, throwAway } from '../temporary-directory.ts'

export async function withThrowawayDatabase<T>(use: (address: DatabaseAddress) => Promise<T>): Promise<T> {
  const home = temporaryDirectory()
  const server = await startEmbedded(home, { durable: false })
  try {
    await migrate(server.address)
    return await use(server.address)
  } finally {
    await server.stop()
    throwAway(home)
  }
}
