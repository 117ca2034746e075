// Gives a test file a whole running server: a database of its own, a mailbox, a free port.
import { afterAll } from 'vitest'
import { withFreePort } from '../scripts/start/free-port.ts'
import { type Config, readConfig } from '../src/server/config.ts'
import { type Server, startServer } from '../src/server/main.ts'
import type { Mailbox } from '../src/server/platform/mailbox.ts'
import type { Published } from '../src/server/platform/published.ts'
import { givenDatabase, type TestDatabase } from './database.ts'
import { type GivenClock, givenClock } from './given-clock.ts'
import { givenTemporaryDirectory } from './temporary-directory.ts'

export type TestServer = {
  readonly url: string
  readonly config: Config
  readonly server: Server
  readonly mailbox: Mailbox
  readonly database: TestDatabase
  readonly clock?: GivenClock
}
export type TestServerOptions = {
  /** With the demo story in it. */
  readonly demo?: boolean
  readonly set?: Readonly<Record<string, string>>
  /** The moment at which the database's clock stands until `clock.set` says another one. */
  readonly at?: string
  /** Name servers and websites of others, as the test has them. */
  readonly published?: Published
}

/** To be awaited at the top of a test file. */
export async function givenServer({ demo = false, set = {}, at, published }: TestServerOptions = {}): Promise<TestServer> {
  const database = await givenDatabase()
  const clock = at === undefined ? undefined : await givenClock(database.owner, at)
  const config = await withFreePort(
    readConfig({ PORT: '0', DATA_DIR: givenTemporaryDirectory(), LOG_LEVEL: 'error', MAIL_RATE: '1000', ...set }),
  )
  if (demo) {
    const { seedDemo } = await import('../scripts/start/demo.ts')
    await seedDemo(config, database.address)
  }
  const server = await startServer(config, database.address, published ? { published } : {})
  afterAll(server.stop)
  if (server.mailbox === undefined) throw new Error('a test server has the built-in mailbox')
  return { url: server.url, config, server, mailbox: server.mailbox, database, ...(clock ? { clock } : {}) }
}
