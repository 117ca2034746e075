// A server of its own for looking at: an embedded database that is thrown away, the demo story, a free port, and nothing of what is outside.
import path from 'node:path'
import { buildWeb } from '../../scripts/start/built-web.ts'
import { seedDemo } from '../../scripts/start/demo.ts'
import { withFreePort } from '../../scripts/start/free-port.ts'
import { temporaryDirectory, throwAway } from '../../scripts/temporary-directory.ts'
import { readConfig } from '../../src/server/config.ts'
import { startServer } from '../../src/server/main.ts'
import { startEmbedded } from '../../src/server/platform/embedded-postgres.ts'
import { migrate } from '../../src/server/platform/migrate.ts'
import { type DatabaseAddress, openPool } from '../../src/server/platform/pool.ts'
import type { Place } from './told.ts'

export async function ownPlace(say: (progress: string) => void): Promise<Place & { readonly stop: () => Promise<void> }> {
  const home = temporaryDirectory()
  const webDirectory = await buildWeb(say, 'gallery')
  say('Telling the story …')
  const postgres = await startEmbedded(path.join(home, 'database'), { durable: false, settings: { max_connections: '200' } })
  const maintenance = openPool(postgres.address, 'owner', { max: 1 })
  await maintenance.query('create database prokura')
  await maintenance.end()
  const address = { ...postgres.address, database: 'prokura' } as DatabaseAddress
  await migrate(address)
  const config = await withFreePort(readConfig({ PORT: '0', DATA_DIR: home, LOG_LEVEL: 'error', MAIL_RATE: '1000' }))
  await seedDemo(config, address)
  const published = { txt: async () => [], file: async () => undefined }
  const server = await startServer(config, address, { webDirectory, published })
  const owner = openPool(address, 'owner', { max: 4 })
  return {
    url: server.url,
    server,
    database: { owner },
    async stop() {
      await server.stop()
      await owner.end()
      await postgres.stop()
      throwAway(home)
    },
  }
}
