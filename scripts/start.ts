// npm start: the database, the web application and the server, and then one line that says where.
import path from 'node:path'
import { type Config, readConfig } from '../src/server/config.ts'
import { isLoopbackName } from '../src/server/platform/from-where.ts'
import { OperatorError } from '../src/server/platform/operator-error.ts'
import { buildWeb } from './start/built-web.ts'
import { describeDemo } from './start/demo.ts'
import { withFreePort } from './start/free-port.ts'
import { readyDatabase } from './start/ready-database.ts'
import { untilStopped } from './start/until-stopped.ts'
import { startZoneConsole } from './start/zone-console.ts'

const say = (progress: string) => console.log(progress)

try {
  await start()
} catch (failure) {
  console.error(failure instanceof OperatorError ? failure.message : failure)
  process.exit(1)
}

async function start(): Promise<void> {
  const config = await withFreePort(readConfig())
  let stopConsole = async () => {}
  let stopServer = async () => {}
  let stopDatabase = async () => {}
  untilStopped(async () => {
    await stopConsole()
    await stopServer()
    await stopDatabase()
  }, say)

  const [database] = await Promise.all([readyDatabase(config, say), buildWeb(say)])
  stopDatabase = database.stop
  const { startServer } = await import('../src/server/main.ts')
  const server = await startServer(config, database.address)
  stopServer = server.stop
  const zoneConsole = config.demo && isOnThisMachine(config.publicUrl) ? await startZoneConsole(config, database.address, say) : undefined
  if (zoneConsole) stopConsole = zoneConsole.stop

  say(`\nProkura is ready: ${config.publicUrl}`)
  if (config.demo) for (const line of await describeDemo(config, database.address)) say(line)
  if (config.smtpUrl === undefined) say(`  Mailbox    ${mailboxOf(config)}`)
  if (zoneConsole) say(`  Console    ${zoneConsole.url}, in which domains open`)
}

/** Elsewhere a console needs an address of its own, with https. */
function isOnThisMachine(url: string): boolean {
  return new URL(url).protocol === 'http:' && isLoopbackName(new URL(url).hostname)
}

/** Where people come from outside, mail is sent to nobody and shown to nobody. */
function mailboxOf({ mailboxFor, publicUrl, dataDirectory }: Config): string {
  if (mailboxFor !== 'nobody') return `${publicUrl}/mailbox`
  return `not shown under a public address: set SMTP_URL (until then mails are kept as files in ${path.join(dataDirectory, 'mailbox')})`
}
