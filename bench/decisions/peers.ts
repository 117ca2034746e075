// The packages of the peers: a package of their own beside the bench, installed on demand, never with the product.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const home = path.join(import.meta.dirname, '../peers')
const require = createRequire(path.join(home, 'package.json'))

export function installPeers(): void {
  if (isComplete()) return
  console.log('Installing what decisions are measured against, once …')
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  execFileSync('npm', ['ci', ...quiet], { cwd: home, stdio: 'inherit' })
}

/** What the lock file names is there; what belongs to another platform may be missing. */
function isComplete(): boolean {
  const there = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(([name, { version, optional }]) => {
    return name === '' || there[name]?.version === version || (optional === true && there[name] === undefined)
  })
}

type Packages = Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>

function packagesOf(file: string): Packages {
  const place = path.join(home, file)
  return existsSync(place) ? (JSON.parse(readFileSync(place, 'utf8')) as { readonly packages: Packages }).packages : {}
}

/** A package of a peer, which the types of this house do not know. */
export function peer<Wanted>(name: string): Wanted {
  return require(name) as Wanted
}

export function pathOfPeer(name: string): string {
  return require.resolve(name)
}
