// How much a busy machine made everybody wait: what is promised "within a second" is promised of the product, not of a machine that does something else.
import { readFileSync } from 'node:fs'

const tickMs = 10

/** From now on. What it answers with says how many ms since then went into waiting for a processor; asked once, it counts no further. */
export function machineWaits(): () => number {
  const before = stalledMs()
  let late = 0
  let tickedAt = performance.now()
  let workedMs = ownWorkMs()
  // What this thread itself works, and the server with it, is the product’s time.
  const tick = () => {
    const worked = ownWorkMs()
    late += Math.max(0, performance.now() - tickedAt - (worked - workedMs) - 2 * tickMs)
    tickedAt = performance.now()
    workedMs = worked
  }
  const timer = setInterval(tick, tickMs)
  return () => {
    clearInterval(timer)
    tick()
    return Math.max(late, stalledMs() - before)
  }
}

function ownWorkMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** What Linux tells, where it does: for how long anything on this machine has been waiting for a processor. */
function stalledMs(): number {
  try {
    return Number(/^some .*total=(\d+)$/m.exec(readFileSync('/proc/pressure/cpu', 'utf8'))?.[1] ?? 0) / 1000
  } catch {
    return 0
  }
}
