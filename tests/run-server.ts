// A node as a process of its own, for tests that stop it: its settings and its database come as arguments. Says when it listens.
import type { Config } from '../src/server/config.ts'
import { startServer } from '../src/server/main.ts'
import type { DatabaseAddress } from '../src/server/platform/pool.ts'

const [config = '', address = ''] = process.argv.slice(2)
const server = await startServer(JSON.parse(config) as Config, JSON.parse(address) as DatabaseAddress)
process.stdout.write('ready\n')
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
