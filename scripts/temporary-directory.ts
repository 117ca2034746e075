// Directories that are thrown away, for tests, proofs and benches: short, since a socket's path is, open to the database's user, who is not root,
// and named after the process that made them, so that the next run removes what a killed one left.
import { chmodSync, existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { removeDatabase } from '../src/server/platform/embedded-postgres-files.ts'

const room = '/tmp'
const named = 'prokura-temporary-'
/** Where runs of ours have a database in a directory of theirs; the last is that of a clone that was started. */
const databases = ['', 'database', 'prokura/.data/database']
let isSwept = false

export function temporaryDirectory(): string {
  if (!isSwept) removeLeftovers()
  isSwept = true
  const directory = mkdtempSync(path.join(room, `${named}${process.pid}-`))
  chmodSync(directory, 0o755)
  return directory
}

/** With everything in it, and with what its databases have elsewhere. Their servers were stopped before. */
export function throwAway(directory: string): void {
  for (const database of databases.toReversed()) removeDatabase(path.join(directory, database))
}

/** What a killed run left: its servers went with it. Only what is named after a process that is gone, and belongs to us. */
export function removeLeftovers(): void {
  for (const name of readdirSync(room)) {
    const [, pid] = /^prokura-temporary-(\d+)-\w{6}$/.exec(name) ?? []
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue
    const owner = statSync(path.join(room, name), { throwIfNoEntry: false })
    if (owner?.uid === process.getuid?.()) throwAway(path.join(room, name))
  }
}
