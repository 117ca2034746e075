// Notes that visits are in use, at most every twenty seconds each, in one statement for all of a moment, and never in the way of an answer.

const betweenMarksMs = 20_000
const gatheredForMs = 100
const most = 10_000

export type SeenVisits = {
  readonly seen: (visitId: string) => void
  /** Writes down what waits. */
  readonly stop: () => Promise<void>
}

/** `mark` writes; what fails is noted again with the next question. */
export function openSeenVisits(mark: (visitIds: readonly string[]) => Promise<void>): SeenVisits {
  const marked = new Map<string, number>()
  let waiting: string[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const write = () => {
    timer = undefined
    const visits = waiting
    waiting = []
    if (visits.length === 0) return
    writing = mark(visits).catch(() => {
      for (const visit of visits) marked.delete(visit)
    })
  }
  return {
    seen(visitId) {
      const now = performance.now()
      if (now - (marked.get(visitId) ?? -Infinity) < betweenMarksMs) return
      if (marked.size >= most) marked.clear()
      marked.set(visitId, now)
      waiting.push(visitId)
      timer ??= setTimeout(write, gatheredForMs)
    },
    async stop() {
      clearTimeout(timer)
      write()
      await writing
    },
  }
}
