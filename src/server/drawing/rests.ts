// Which pages the server does not ask itself for: for a while the one whose answers were late, and all of them when one after the other was, since then the server has enough to do.
export type Rests = {
  readonly rests: (page: string) => boolean
  readonly wasLate: (page: string) => void
  readonly wasInTime: () => void
}

const restMs = 10_000
/** One page may be slow by itself, as a long list; so many different ones, with none in time between, are not. */
const mostLate = 3

export function openRests(): Rests {
  const until = new Map<string, number>()
  let allUntil = 0
  const lateOnes = new Set<string>()
  return {
    rests: (page) => Date.now() < Math.max(allUntil, until.get(page) ?? 0),
    wasLate: (page) => {
      const now = Date.now()
      for (const [one, over] of until) if (over <= now) until.delete(one)
      until.set(page, now + restMs)
      if (lateOnes.size < mostLate) lateOnes.add(page)
      // Still as many after a rest: then the first late one is enough.
      if (lateOnes.size === mostLate) allUntil = now + restMs
    },
    wasInTime: () => lateOnes.clear(),
  }
}
