// A part of a command that may fail without the rest, or is taken back in any case: nothing of it stays then, neither what it wrote nor what it recorded.
import { type Attempted, attempt } from './platform/savepoint.ts'
import type { AnyWork } from './work.ts'

type Part = Pick<AnyWork, 'tx' | 'events' | 'receipts'>

/** Failures that `isExpected` does not name end the command as ever. */
export async function attemptPart<T, F>(
  { tx, events, receipts }: Part,
  part: () => Promise<T>,
  isExpected: (failure: unknown) => failure is F,
): Promise<Attempted<T, F>> {
  const [recorded, opened] = [events.length, receipts.length]
  const attempted = await attempt(tx, part, isExpected)
  if (attempted.kind === 'failed') {
    events.length = recorded
    receipts.length = opened
  }
  return attempted
}

/** What `part` finds out by doing it. What it counted elsewhere, as attempts are, stays. */
export async function takeBack<T>(work: Part, part: () => Promise<T>): Promise<T> {
  const attempted = await attemptPart(
    work,
    async () => {
      throw new TakenBack(await part())
    },
    (failure): failure is TakenBack<T> => failure instanceof TakenBack,
  )
  if (attempted.kind === 'done') throw new Error('what is taken back is never done')
  return attempted.failure.outcome
}

class TakenBack<T> extends Error {
  readonly outcome: T

  constructor(outcome: T) {
    super('done and taken back')
    this.outcome = outcome
  }
}
