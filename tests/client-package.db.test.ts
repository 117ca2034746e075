// The package that consoles install: built, packed, unpacked elsewhere, understood by a compiler, and run by the oldest Node that is here.
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { givenConsole } from './given-console.ts'
import { givenProducts } from './given-products.ts'
import { givenServer } from './server.ts'
import { givenTemporaryDirectory } from './temporary-directory.ts'

const server = await givenServer()
const { partners, products, partnershipId } = await givenProducts(server)
const zones = await givenConsole(server)
const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '..')
const elsewhere = givenTemporaryDirectory()

/** What a console that was written elsewhere would do. */
const consumer = `
import { openProkura, type Decision } from '@prokura/client'
import { ProkuraError } from '@prokura/client/error'
import { openProvider } from '@prokura/client/provider'
import { openReplica } from '@prokura/client/replica'

const [issuer = '', clientId = '', clientSecret = '', resource = '', accessToken = '', visit = '', product = ''] = process.argv.slice(2)
const prokura = openProkura({ issuer, clientId, clientSecret, resource })
const replica = openReplica(prokura)
await replica.ready()
const held = await prokura.tokens.exchange(accessToken, { visit })
const question = { person: held.acting.person, action: 'manage', resource: { family: 'domain', product }, visit }
const strong: Decision = await replica.strong(question)
const { records } = await prokura.zones.read(held, product)
const failure = await openProvider({ issuer, key: 'pk_none' }).cancelProduct('1', 'none').catch((thrown: unknown) => thrown)
replica.close()
console.log(JSON.stringify({
  node: process.version,
  strong: strong.reason,
  bounded: replica.check(question).reason,
  records: records.length,
  failure: failure instanceof ProkuraError ? failure.code : null,
}))
`

test('it installs, compiles and works', async () => {
  const { stdout: packed } = await run(process.execPath, ['scripts/client.ts', path.join(elsewhere, 'built')], { cwd: root })
  const installed = path.join(elsewhere, 'node_modules/@prokura/client')
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', packed.trim(), '-C', installed, '--strip-components=1'])
  writeFileSync(path.join(elsewhere, 'package.json'), '{ "type": "module" }')
  writeFileSync(path.join(elsewhere, 'consumer.ts'), consumer)
  const compiler = path.join(root, 'node_modules/@typescript/native/bin/tsc')
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom', '--skipLibCheck', 'false']
  const types = ['--types', 'node', '--typeRoots', path.join(root, 'node_modules/@types')]
  await run(process.execPath, [compiler, ...options, ...types, 'consumer.ts'], { cwd: elsewhere })

  const { access_token: accessToken } = await zones.signIn(partners.petra.token)
  const visit = String((await partners.petra.send('POST', `/c/${partnershipId}/visit`, {})).body['id'])
  const { clientId, secret, resource } = zones
  const given = [server.config.publicUrl, clientId, secret, resource, accessToken, visit, products.domain]
  const oldest = oldestNode()
  const { stdout } = await run(oldest.program, ['consumer.js', ...given], { cwd: elsewhere })
  expect(JSON.parse(stdout)).toEqual({ node: oldest.version, strong: 'allowed', bounded: 'stale', records: 3, failure: 'unauthenticated' })
}, 120_000)

/** Of those in the path and the one that runs this, from 20 up. */
function oldestNode(): { readonly program: string; readonly version: string } {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const programs = [process.execPath, ...folders.map((folder) => path.join(folder, 'node'))]
  const found = programs.flatMap((program) => {
    try {
      const version = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
      return major(version) >= 20 ? [{ program, version }] : []
    } catch {
      return []
    }
  })
  const [first] = found.toSorted((one, other) => major(one.version) - major(other.version))
  if (!first) throw new Error('this test is run by a Node')
  return first
}

function major(version: string): number {
  return Number(/^v(\d+)/.exec(version)?.[1])
}
