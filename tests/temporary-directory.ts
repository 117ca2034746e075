// A directory for one test file, gone at its end.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { afterAll } from 'vitest'

const made: string[] = []

/** Short, for sockets, and open to the database's user, who is not root. */
export function givenTemporaryDirectory(): string {
  const directory = mkdtempSync('/tmp/prokura-')
  chmodSync(directory, 0o755)
  made.push(directory)
  return directory
}

afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true })
})
