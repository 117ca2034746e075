// The zone console beside a demo: registered on its first start with a secret made then, started as a process of its own, and stopped with Prokura.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../../src/server/config.ts'
import { listConsoles, removeConsole } from '../../src/server/consoles/console-store.ts'
import { registerConsole } from '../../src/server/consoles/register-console.ts'
import { type DatabaseAddress, openPool } from '../../src/server/platform/pool.ts'
import { buildClient, builtClient } from '../client/build-client.ts'
import { freePort } from './free-port.ts'

const directory = path.resolve(import.meta.dirname, '../../examples/zone-console')

export type RunningConsole = { readonly url: string; readonly stop: () => Promise<void> }
type Known = { readonly clientId: string; readonly secret: string; readonly port: number; readonly prokuraUrl: string }

/** Answers once it listens. When it cannot, that is said, and Prokura goes on without it. */
export async function startZoneConsole(
  config: Config,
  address: DatabaseAddress,
  say: (line: string) => void,
): Promise<RunningConsole | undefined> {
  const [known] = await Promise.all([register(config, address), buildClient()])
  installClient()
  const { port, prokuraUrl, clientId, secret } = known
  const child = spawn(process.execPath, [path.join(directory, 'main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PORT: String(port), PROKURA_URL: prokuraUrl, CLIENT_ID: clientId, CLIENT_SECRET: secret },
  })
  child.stderr?.on('data', (text: Buffer) => say(`Zone console: ${text.toString().trim()}`))
  const gone = new Promise<'gone'>((resolve) => child.once('exit', () => resolve('gone')))
  const ready = new Promise<'ready'>((resolve) => child.stdout?.once('data', () => resolve('ready')))
  if ((await Promise.race([gone, ready])) === 'gone') return undefined
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
  }
  return { url: `http://localhost:${port}`, stop }
}

/** Where the console, as a program of its own, finds the package: in its own folder. */
function installClient(): void {
  const packages = path.join(directory, 'node_modules/@prokura')
  mkdirSync(packages, { recursive: true })
  rmSync(path.join(packages, 'client'), { force: true, recursive: true })
  symlinkSync(builtClient, path.join(packages, 'client'), 'dir')
}

/** The same as last time, unless it is no longer registered so, or its port was taken meanwhile. */
async function register(config: Config, address: DatabaseAddress): Promise<Known> {
  const file = path.join(config.dataDirectory, 'zone-console.json')
  const before = read(file)
  const port = await freePort(config.host, before?.port ?? (config.portIsDefault ? config.port + 1 : 0))
  const pool = openPool(address, 'prokura_system', { max: 1 })
  try {
    const isRegistered = before !== undefined && (await listConsoles(pool)).some(({ clientId }) => clientId === before.clientId)
    if (isRegistered && before.port === port && before.prokuraUrl === config.publicUrl) return before
    if (isRegistered) await removeConsole(pool, before.clientId)
    const known = { ...(await registerConsole(pool, config.publicUrl, registration(port))), port, prokuraUrl: config.publicUrl }
    writeFileSync(file, JSON.stringify(known), { mode: 0o600 })
    return known
  } finally {
    await pool.end()
  }
}

function registration(port: number): Parameters<typeof registerConsole>[2] {
  const url = `http://localhost:${port}`
  return {
    name: 'Zone console',
    families: ['domain'],
    resource: `${url}/`,
    redirectUris: [`${url}/callback`],
    postLogoutRedirectUris: [`${url}/goodbye`],
    initiateLoginUri: `${url}/sign-in`,
    backChannelLogoutUri: `${url}/logout`,
  }
}

function read(file: string): Known | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Known
  } catch {
    return undefined
  }
}
