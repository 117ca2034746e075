// Cerbos (the binary that its npm package starts): its real decision point as a process, asked over HTTP on the loopback, one at a time and
// eight at once. One policy for products; the same slice as Cedar gets, as attributes of the person and the product.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Load, Way } from './engine.ts'
import { pathOfPeer } from './peers.ts'
import type { Request } from './requests.ts'
import { callerOf, rightsInUse, type Slice } from './slice.ts'

const conditions = [
  'P.attr.partner == R.attr.partnership.partner',
  'R.attr.customer == R.attr.partnership.customer && R.attr.owner == R.attr.customer',
  'R.attr.partnership.open && R.attr.partnership.notBefore <= R.attr.now && R.attr.partnership.notAfter > R.attr.now',
  '!R.attr.sensitive || R.attr.partnership.securedAt <= R.attr.now',
  '!R.attr.partnership.namedPeopleOnly || P.attr.admitted',
  'R.attr.family == "" || R.attr.family == R.attr.productFamily',
  'R.attr.right in R.attr.inUse && R.attr.needed in R.attr.inUse',
  'P.attr.everything || (R.attr.right in P.attr.assigned && R.attr.needed in P.attr.assigned)',
]
const policy = {
  apiVersion: 'api.cerbos.dev/v1',
  resourcePolicy: {
    version: 'default',
    resource: 'product',
    rules: [
      { actions: ['*'], effect: 'EFFECT_ALLOW', roles: ['*'], condition: { match: { all: { of: conditions.map((expr) => ({ expr })) } } } },
    ],
  },
}

export const loadCerbos: Load = async (world, _requests, directory) => {
  const find = callerOf(world)
  const server = await startCerbos(directory)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })
  const way = (inFlight: number): Way => ({
    kind: 'remote',
    inFlight,
    async check(request) {
      const slice = find(request)
      if (slice === undefined) return false
      const answer = await post(server.port, agent, bodyOf(slice, request, world.now))
      const effect = Object.values(answer.results?.[0]?.actions ?? {})[0]
      if (effect === undefined) throw new Error(JSON.stringify(answer))
      return effect === 'EFFECT_ALLOW'
    },
  })
  return {
    holdsGrants: false,
    ways: { cerbos: way(1), cerbos_8_at_once: way(8) },
    processes: [server.pid],
    async close() {
      agent.destroy()
      await server.stop()
    },
  }
}

function bodyOf(slice: Slice, asked: Request, now: number): string {
  const { partnership, right, needed, sensitive, family, product } = slice
  const attr = {
    now,
    right,
    needed,
    sensitive,
    family: family ?? '',
    customer: asked.customer,
    owner: product.owner,
    productFamily: product.family,
    partnership,
    inUse: rightsInUse(slice, now),
  }
  return JSON.stringify({
    principal: { id: asked.person, roles: ['member'], attr: slice.person },
    resources: [{ actions: [right], resource: { kind: 'product', id: asked.product, attr } }],
  })
}

type Answer = { readonly results?: readonly { readonly actions: Readonly<Record<string, string>> }[] }

function post(port: number, agent: http.Agent, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const request = http.request({ host: '127.0.0.1', port, path: '/api/check/resources', method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve(JSON.parse(text) as Answer))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function startCerbos(directory: string) {
  const policies = path.join(directory, 'policies')
  mkdirSync(policies)
  writeFileSync(path.join(policies, 'product.yaml'), JSON.stringify(policy))
  const [port, grpc] = [await freePort(), await freePort()]
  const config = {
    server: { httpListenAddr: `127.0.0.1:${port}`, grpcListenAddr: `127.0.0.1:${grpc}`, requestLimits: { maxResourcesPerRequest: 50 } },
    storage: { driver: 'disk', disk: { directory: policies, watchForChanges: false } },
    telemetry: { disabled: true },
    audit: { enabled: false },
  }
  const file = path.join(directory, 'config.yaml')
  writeFileSync(file, JSON.stringify(config))
  const binary = pathOfPeer(`@cerbos/cerbos-${process.platform}-${process.arch}`)
  // It ends with us, even after kill -9.
  const server = spawn('setpriv', ['--pdeathsig', 'KILL', binary, 'server', `--config=${file}`, '--log-level=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await ready(port)
  return {
    port,
    pid: server.pid ?? 0,
    async stop() {
      const gone = once(server, 'exit')
      server.kill('SIGTERM')
      await gone
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function ready(port: number): Promise<void> {
  const patience = performance.now() + patienceMs
  while (performance.now() < patience) {
    const answer = await fetch(`http://127.0.0.1:${port}/_cerbos/health`).catch(() => undefined)
    if (answer?.ok) return
    await pause(50)
  }
  throw new Error('Cerbos did not start')
}

const patienceMs = 30_000
