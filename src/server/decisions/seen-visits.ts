// Notes that visits are in use in a console, at most every twenty seconds each, in one statement for all of a moment, and never in the way of an answer.
import type { Seen } from '../authorization/mark-visits-seen.ts'

const betweenMarksMs = 20_000
const gatheredForMs = 100
const most = 10_000

export type SeenVisits = {
  readonly seen: (visitId: string, consoleId: string) => void
  /** Writes down what waits. */
  readonly stop: () => Promise<void>
}

/** `mark` writes; what fails is noted again with the next question. */
export function openSeenVisits(mark: (seen: readonly Seen[]) => Promise<void>): SeenVisits {
  const marked = new Map<string, number>()
  let waiting: Seen[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const write = () => {
    timer = undefined
    const seen = waiting
    waiting = []
    if (seen.length === 0) return
    writing = mark(seen).catch(() => {
      for (const one of seen) marked.delete(keyOf(one))
    })
  }
  return {
    seen(visitId, consoleId) {
      const now = performance.now()
      const seen = { visitId, consoleId }
      if (now - (marked.get(keyOf(seen)) ?? -Infinity) < betweenMarksMs) return
      if (marked.size >= most) marked.clear()
      marked.set(keyOf(seen), now)
      waiting.push(seen)
      timer ??= setTimeout(write, gatheredForMs)
    },
    async stop() {
      clearTimeout(timer)
      write()
      await writing
    },
  }
}

const keyOf = ({ visitId, consoleId }: Seen): string => `${visitId} ${consoleId}`
