// CPU seconds of this process and of others that work for it.
import { readFileSync } from 'node:fs'

const ticksPerSecond = 100

export function cpuSeconds(others: readonly number[]): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + others.reduce((sum, pid) => sum + ofProcess(pid), 0)
}

/** All threads of a process; the kernel counts in hundredths of a second. */
function ofProcess(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) / ticksPerSecond
}
