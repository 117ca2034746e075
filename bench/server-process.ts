// A server of its own for what is measured at the HTTP interface: started with the database's address, ends with its parent.

import { withFreePort } from '../scripts/start/free-port.ts'
import { temporaryDirectory, throwAway } from '../scripts/temporary-directory.ts'
import { readConfig } from '../src/server/config.ts'
import { startServer } from '../src/server/main.ts'
import type { DatabaseAddress } from '../src/server/platform/pool.ts'

const address = JSON.parse(process.argv[2] ?? '') as DatabaseAddress
const directory = temporaryDirectory()
const config = await withFreePort(readConfig({ PORT: '0', DATA_DIR: directory, LOG_LEVEL: 'error' }))
const server = await startServer(config, address)
process.send?.(server.url)
process.once('disconnect', () => {
  void server.stop().then(() => {
    throwAway(directory)
    process.exit(0)
  })
})
