// A house with a database of its own whose clock is set by hand: everything of a node but HTTP, the timers of chores and the wall clock.
import path from 'node:path'
import { temporaryDirectory, throwAway } from '../../scripts/temporary-directory.ts'
import { readConfig } from '../../src/server/config.ts'
import { openHouse } from '../../src/server/main.ts'
import { startEmbedded } from '../../src/server/platform/embedded-postgres.ts'
import { migrate } from '../../src/server/platform/migrate.ts'
import { openPool } from '../../src/server/platform/pool.ts'
import { givenClock } from '../../tests/given-clock.ts'
import type { Simulation } from './simulate.ts'

export async function startSimulation(): Promise<{ readonly simulation: Simulation; readonly stop: () => Promise<void> }> {
  const directory = temporaryDirectory()
  const server = await startEmbedded(path.join(directory, 'database'), { durable: false })
  await migrate(server.address)
  const owner = openPool(server.address, 'owner', { max: 2 })
  const clock = await givenClock(owner, '2026-09-01T00:00:00Z')
  const config = readConfig({ PORT: '0', DATA_DIR: directory, LOG_LEVEL: 'error' })
  const opened = await openHouse(config, server.address, { smtpUrl: 'smtp://127.0.0.1:1', webDirectory: directory })
  return {
    simulation: { house: opened.house, owner, clock },
    async stop() {
      await opened.close()
      await owner.end()
      await server.stop()
      throwAway(directory)
    },
  }
}
