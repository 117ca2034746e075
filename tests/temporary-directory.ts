// A directory for one test file, gone at its end.
import { temporaryDirectory, throwAway } from '../scripts/temporary-directory.ts'

const made: string[] = []

export function givenTemporaryDirectory(): string {
  const directory = temporaryDirectory()
  made.push(directory)
  return directory
}

/** After each file: tests/setup-file.ts. */
export function throwAwayGiven(): void {
  for (const directory of made.splice(0)) throwAway(directory)
}
