// A writing node as its parent sees it: started, told to stop, or killed.
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Committed, Orders, Said } from './writing-node.ts'

/** The clock of the machine that nobody sets, in milliseconds, the same in every process. */
export const monotonic = () => Number(process.hrtime.bigint() / 1_000n) / 1_000

export type Node = {
  readonly child: ChildProcess
  readonly committed: () => readonly Committed[]
  /** Since when it tells of commits; undefined while it still starts. */
  readonly writingSince: () => number | undefined
  readonly kill: (committed: Committed[], followed: (readonly number[])[]) => Promise<void>
  readonly stop: Node['kill']
}

export function startNode(orders: Orders): Node {
  const child = fork(path.join(import.meta.dirname, 'writing-node.ts'), [JSON.stringify(orders)])
  const done: Committed[] = []
  const positions: number[] = []
  let since: number | undefined
  child.on('message', (said: Said) => {
    done.push(...said.committed)
    positions.push(...said.followed)
    if (done.length > 0) since ??= monotonic()
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end =
    (how: () => void): Node['kill'] =>
    async (committed, followed) => {
      how()
      await gone
      committed.push(...done)
      if (positions.length > 0) followed.push(positions)
    }
  const [kill, stop] = [end(() => child.kill('SIGKILL')), end(() => child.disconnect())]
  return { child, committed: () => done, writingSince: () => since, kill, stop }
}
