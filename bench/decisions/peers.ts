// The packages of the peers: a package of their own beside the bench, installed on demand, never with the product.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const home = path.join(import.meta.dirname, '../peers')
const require = createRequire(path.join(home, 'package.json'))

export function installPeers(): void {
  if (existsSync(path.join(home, 'node_modules/.package-lock.json'))) return
  console.log('Installing what decisions are measured against, once …')
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], {
    cwd: home,
    stdio: 'inherit',
  })
}

/** A package of a peer, which the types of this house do not know. */
export function peer<Wanted>(name: string): Wanted {
  return require(name) as Wanted
}

export function pathOfPeer(name: string): string {
  return require.resolve(name)
}
