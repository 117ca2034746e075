// At most so many a second: what was not used is saved up for one second, no longer.

export type Pace = {
  /** How many may begin now. */
  readonly allowed: () => number
  readonly used: (count: number) => void
  /** How long until the next one may begin. */
  readonly pauseMs: () => number
}

/** Without `perSecond` there is no limit. */
export function newPace(perSecond: number | undefined, clock: () => number = () => performance.now()): Pace {
  if (perSecond === undefined) return { allowed: () => Number.POSITIVE_INFINITY, used: () => {}, pauseMs: () => Number.POSITIVE_INFINITY }
  const most = Math.max(1, perSecond)
  let saved = most
  let at = clock()
  const save = () => {
    const now = clock()
    saved = Math.min(most, saved + ((now - at) / 1000) * perSecond)
    at = now
  }
  return {
    allowed() {
      save()
      return Math.floor(saved)
    },
    used(count) {
      saved -= count
    },
    pauseMs() {
      save()
      return saved >= 1 ? Number.POSITIVE_INFINITY : ((1 - saved) / perSecond) * 1000 + 1
    },
  }
}
