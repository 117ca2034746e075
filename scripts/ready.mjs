// Runs before everything else, on whatever Node the machine has (20 or later): installs what the lock file names, when that is not there yet.
// Not a pre-script: npm skips those where ignore-scripts is set.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, readFileSync, rmSync, statfsSync, statSync, symlinkSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

/** MB, measured with an empty cache. */
const needed = { packages: 780, cache: 360 }
const ownNode = 'node_modules/.bin/node'
const major = Number(process.versions.node.split('.')[0])
const platform = `${process.platform}-${process.arch}`

if (major < 20) stop(`Prokura starts with Node 20 or later; this is Node ${process.versions.node}.`)
if (!complete()) install()
if (!usable(ownNode, constants.X_OK)) takeThisNode()

/** What the lock file asks for is there, without what belongs to another platform. */
function complete() {
  const wanted = packagesOf('package-lock.json') ?? stop('package-lock.json is missing: get it back with git checkout package-lock.json')
  const there = packagesOf('node_modules/.package-lock.json')
  return there !== undefined && Object.entries(wanted).every(([name, want]) => name === '' || want.link || isThere(want, there[name]))
}

function isThere(want, has) {
  if (has === undefined) return Boolean(want.optional || want.devOptional || want.peer)
  return has.version === want.version && has.integrity === want.integrity
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

function install() {
  console.log('Installing the packages, once (about half a minute) …')
  const env = { ...process.env, NODE_ENV: '' }
  const cache = env.npm_config_cache ?? path.join(homedir(), '.npm')
  if (!writable(cache)) env.npm_config_cache = path.resolve('.npm-cache') // no home of one's own
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--no-progress', '--loglevel=error']
  const npm = spawnSync('npm', ['ci', '--include=dev', '--include=optional', ...quiet], { stdio: ['ignore', 'ignore', 'inherit'], env })
  const full = npm.status === 0 ? undefined : lackOfRoom(env.npm_config_cache ?? cache)
  rmSync('.npm-cache', { recursive: true, force: true })
  if (npm.status !== 0) {
    const reason = full ?? 'Is the package registry reachable, and is this directory writable?'
    stop(`The packages could not be installed (npm ci failed, see above). ${reason}`)
  }
}

/** The packages and npm's cache of them may be on one disk or on two. */
function lackOfRoom(cache) {
  const here = path.resolve('.')
  const isOneDisk = statSync(cache).dev === statSync(here).dev
  const needs = isOneDisk
    ? [[here, needed.packages + needed.cache]]
    : [
        [here, needed.packages],
        [cache, needed.cache],
      ]
  const short = needs.filter(([directory, need]) => freeMegabytes(directory) < need)
  if (short.length === 0) return undefined
  return short
    .map(([directory, need]) => `Only ${freeMegabytes(directory)} MB are free in ${directory}; the packages need about ${need} MB there.`)
    .join(' ')
}

function freeMegabytes(directory) {
  const { bavail, bsize } = statfsSync(directory)
  return Math.floor((bavail * bsize) / 1e6)
}

function writable(directory) {
  try {
    mkdirSync(directory, { recursive: true })
  } catch {
    return false
  }
  return usable(directory, constants.W_OK)
}

function usable(file, mode) {
  try {
    accessSync(file, mode)
    return true
  } catch {
    return false
  }
}

/** Node 24 comes with the packages for Linux (x64 and arm64). Elsewhere the machine's own serves, when it is new enough. */
function takeThisNode() {
  if (major < 24) {
    stop(
      `No Node 24 comes with the packages for ${platform}. Install Node 24 or later, and set DATABASE_URL to a PostgreSQL 15 or later; then start again.`,
    )
  }
  symlinkSync(process.execPath, ownNode)
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
