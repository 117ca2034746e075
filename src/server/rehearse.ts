// What a command would do, by doing it and taking it back: no rule is written twice. Nothing of it stays, and it counts for nothing.
import { takeBack } from './attempt-part.ts'
import type { OwnWork } from './work.ts'

/** Refusals are those of the command itself. */
export async function rehearse<T>(work: OwnWork, command: (trying: OwnWork) => Promise<T>): Promise<T> {
  const uncounted = Object.assign(async () => {}, { forget: async () => {} })
  const trying: OwnWork = { ...work, limit: uncounted, events: [], receipts: [], decidedOn: new Set() }
  return takeBack(trying, () => command(trying))
}
