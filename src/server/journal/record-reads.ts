// What a partner reads during a visit is on the journal before it is shown: many reads of one node share one seal.
import type pg from 'pg'
import { transact } from '../platform/transact.ts'
import { decidedOnNothing, type Entry, sealing } from './seal.ts'

export type ReadRecorder = {
  /** Resolves when the entry is committed; rejects when it is not, and then nothing may be shown. */
  readonly record: (entry: Entry) => Promise<void>
}

const longestWaitMs = 20
const largestBatch = 500

export function openReadRecorder(pool: pg.Pool): ReadRecorder {
  let waiting: { entry: Entry; done: () => void; failed: (failure: unknown) => void }[] = []
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting
    waiting = []
    transact(pool, {}, async () => ({
      result: undefined,
      closing: sealing(
        batch.map(({ entry }) => entry),
        decidedOnNothing,
      ),
    })).then(
      () => {
        for (const { done } of batch) done()
      },
      (failure: unknown) => {
        for (const { failed } of batch) failed(failure)
      },
    )
  }
  return {
    record: (entry) =>
      new Promise((done, failed) => {
        waiting.push({ entry, done, failed })
        if (waiting.length >= largestBatch) flush()
        else timer ??= setTimeout(flush, longestWaitMs)
      }),
  }
}
