// Hints for whoever keeps a page open: what happened is gathered for a moment, and whether they may still listen is asked again.
import type { Live } from '../endpoint.ts'
import type { Followed } from './follow.ts'

const gatherMs = 100
const recheckEveryMs = 15_000

/** Sends `changed` for what concerns the reader since that position, gathered for a moment; closes when the reader may no longer listen. */
export function hints(
  live: Live,
  concerns: (event: Followed) => boolean,
  since: number | undefined,
  refused: (trigger: Followed | undefined) => void | Promise<void> = () => {},
): () => void {
  let kinds = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let trigger: Followed | undefined
  /** It cannot be told what happened: no kinds are said, and whoever reads that fetches everything again. */
  let isAnything = false
  const check = async () => {
    const refusal = await live.recheck().catch(() => undefined) // the database is away: the next look decides
    if (!refusal) return true
    await refused(trigger)
    live.close()
    return false
  }
  const tell = async () => {
    timer = undefined
    const said = isAnything ? [] : [...kinds]
    kinds = new Set()
    isAnything = false
    if (await check()) live.send('changed', { kinds: said })
  }
  const anything = () => {
    isAnything = true
    timer ??= setTimeout(() => void tell(), gatherMs)
  }
  const stopFollowing = live.follower.subscribe(
    (event) => {
      if (!concerns(event)) return
      kinds.add(event.kind)
      trigger = event
      timer ??= setTimeout(() => void tell(), gatherMs)
    },
    since,
    anything,
  )
  const clock = setInterval(() => void check(), recheckEveryMs)
  return () => {
    stopFollowing()
    clearTimeout(timer)
    clearInterval(clock)
  }
}
