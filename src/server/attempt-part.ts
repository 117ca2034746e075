// A part of a command that may fail without the rest: nothing of it stays then, neither what it wrote nor what it recorded.
import { type Attempted, attempt } from './platform/savepoint.ts'
import type { AnyWork } from './work.ts'

/** Failures that `isExpected` does not name end the command as ever. */
export async function attemptPart<T, F>(
  { tx, events, receipts }: Pick<AnyWork, 'tx' | 'events' | 'receipts'>,
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
