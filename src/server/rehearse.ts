// What a command would do, by doing it and taking it back: no rule is written twice. Nothing of it stays, and it counts for nothing.
import { attemptPart } from './attempt-part.ts'
import type { OwnWork } from './work.ts'

/** Refusals are those of the command itself. */
export async function rehearse<T>(work: OwnWork, command: (trying: OwnWork) => Promise<T>): Promise<T> {
  const uncounted = Object.assign(async () => {}, { forget: async () => {} })
  const trying: OwnWork = { ...work, limit: uncounted, events: [], receipts: [], decidedOn: new Set() }
  const attempted = await attemptPart(
    trying,
    async () => {
      throw new TakenBack(await command(trying))
    },
    (failure): failure is TakenBack<T> => failure instanceof TakenBack,
  )
  if (attempted.kind === 'done') throw new Error('a rehearsal is always taken back')
  return attempted.failure.outcome
}

class TakenBack<T> extends Error {
  readonly outcome: T

  constructor(outcome: T) {
    super('rehearsed and taken back')
    this.outcome = outcome
  }
}
