// How much a busy machine made everybody wait: what is promised "within a second" is promised of the product, not of a machine that does something else.
import { readFileSync } from 'node:fs'

const tickMs = 10

/** From now on. What it answers with says how many ms since then went into waiting for a processor; asked once, it counts no further. */
export function machineWaits(): () => number {
  const before = stalledMs()
  let late = 0
  let tickedAt = performance.now()
  const tick = () => {
    late += Math.max(0, performance.now() - tickedAt - 2 * tickMs)
    tickedAt = performance.now()
  }
  const timer = setInterval(tick, tickMs)
  return () => {
    clearInterval(timer)
    tick()
    return Math.max(late, stalledMs() - before)
  }
}

/** What Linux tells, where it does: for how long anything on this machine has been waiting for a processor. */
function stalledMs(): number {
  try {
    return Number(/^some .*total=(\d+)$/m.exec(readFileSync('/proc/pressure/cpu', 'utf8'))?.[1] ?? 0) / 1000
  } catch {
    return 0
  }
}
