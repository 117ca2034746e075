// Real PostgreSQL 18 from an npm package, on a private Unix socket: for development, demonstration, tests and single machines.
// It ends with the process that started it, even after `kill -9`; a second process attaches to the server that runs already.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { binaries, cleanEnvironment, initialise, place, type SystemUser } from './embedded-postgres-files.ts'
import { lackOfRoom } from './lack-of-room.ts'
import { OperatorError } from './operator-error.ts'
import { asRole, type EmbeddedAddress } from './pool.ts'

export type EmbeddedOptions = {
  /** false for tests: nothing is flushed to the disk. */
  readonly durable?: boolean
  /** Further settings of the server, such as `{ max_connections: '200' }`. */
  readonly settings?: Readonly<Record<string, string>>
}

export type EmbeddedPostgres = {
  readonly address: EmbeddedAddress
  /** True when another process had started the server; then it also ends with that process. */
  readonly attached: boolean
  readonly pid: number | undefined
  stop(): Promise<void>
}

type Site = { readonly native: string; readonly directory: string; readonly data: string; readonly user: SystemUser | undefined }

const socketPathMax = 107
const patienceMs = 30_000

export async function startEmbedded(directory: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const native = binaries()
  const { directory: home, user } = place(path.resolve(directory))
  const site: Site = { native, directory: home, data: path.join(home, 'postgres'), user }
  if (Buffer.byteLength(path.join(home, '.s.PGSQL.5432')) > socketPathMax) {
    throw new OperatorError(`${home} is too long a path for a socket (${socketPathMax} bytes): set DATA_DIR to a shorter one`)
  }
  if (!existsSync(path.join(site.data, 'PG_VERSION'))) initialise(site.native, site.data, { durable: options.durable ?? true, user })
  const address: EmbeddedAddress = { kind: 'embedded', socketDirectory: home, database: 'postgres' }
  const launched = (isWanted: () => boolean) => launchUntilReady(site, address, serverArguments(site, options), isWanted)
  const server = await launched(() => true)
  const guarded = server && guard(server, launched)
  return { address, attached: server === undefined, pid: server?.pid, stop: async () => guarded?.stop() }
}

/**
 * A server that ends without being asked to, is launched again: what was committed is there, and connections are made anew.
 * Who stops it waits for a launch that is under way, since that server may answer already.
 */
function guard(
  first: ChildProcess,
  launched: (isWanted: () => boolean) => Promise<ChildProcess | undefined>,
): { readonly stop: () => Promise<void> } {
  let current: Promise<ChildProcess | undefined> = Promise.resolve(first)
  let stopping = false
  const watch = (watched: ChildProcess) => {
    watched.once('exit', () => {
      if (stopping) return
      current = launched(() => !stopping).catch(() => undefined) // whoever asks the database hears of it
      void current.then((next) => next && watch(next))
    })
  }
  watch(first)
  return {
    async stop() {
      stopping = true
      await stop(await current)
    },
  }
}

/** A server killed a moment ago may still hold its shared memory, so a launch that dies is repeated, for as long as it is wanted. */
async function launchUntilReady(
  site: Site,
  address: EmbeddedAddress,
  args: readonly string[],
  isWanted: () => boolean,
): Promise<ChildProcess | undefined> {
  const pidFile = path.join(site.data, 'postmaster.pid')
  const patience = performance.now() + patienceMs
  let server: ChildProcess | undefined
  for (;;) {
    const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0
    const served = serves(pid, site.data)
    if (pid !== 0 && !served) rmSync(pidFile, { force: true })
    if (!served && !running(server)) server = launch(site, args)
    const failure = await refusal(address)
    if (failure === undefined || !isWanted()) return running(server) ? server : undefined
    if (performance.now() > patience) {
      const said = `PostgreSQL did not start, see ${path.join(site.directory, 'postgres.log')}. ${lackOfRoom(site.directory)}`
      throw new OperatorError(said.trim(), { cause: failure })
    }
    await pause(running(server) ? 25 : 250)
  }
}

/**
 * --pdeathsig: the server ends with us, even after kill -9. detached: Ctrl-C in the terminal reaches us alone,
 * so that we can finish what is under way before the server goes.
 */
function launch({ native, directory, user }: Site, args: readonly string[]): ChildProcess {
  const log = openSync(path.join(directory, 'postgres.log'), 'a')
  const as = user === undefined ? [] : [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  const command = ['--pdeathsig', 'INT', ...as, path.join(native, 'bin/postgres'), ...args]
  const server = spawn('setpriv', command, { env: cleanEnvironment, cwd: '/', stdio: ['ignore', log, log], detached: true })
  server.on('error', () => {}) // told by the patience above, with the log's path
  return server
}

function serverArguments({ data, directory }: Site, { durable = true, settings = {} }: EmbeddedOptions): readonly string[] {
  const all = {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
    ...settings,
  }
  return ['-D', data, '-k', directory, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

const running = (server: ChildProcess | undefined) => server !== undefined && server.exitCode === null && server.signalCode === null

/** A stale pid file may name somebody else's process by now: the server is the one that works in our data directory. A zombie has none. */
function serves(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data
  } catch {
    return false
  }
}

async function refusal(address: EmbeddedAddress): Promise<unknown> {
  const probe = new pg.Client(asRole(address, 'owner'))
  probe.on('error', () => {}) // a server that starts may drop the probe
  try {
    await probe.connect()
    await probe.end()
    return undefined
  } catch (failure) {
    return failure
  }
}

async function stop(server: ChildProcess | undefined): Promise<void> {
  if (server === undefined || !running(server)) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await gone
}
