// CPU seconds of this process and of others that work for it.
import { readFileSync } from 'node:fs'

const ticksPerSecond = 100

export function cpuSeconds(others: readonly number[]): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + others.reduce((sum, pid) => sum + cpuOfProcess(pid), 0)
}

/** Of all threads of a process; 0 when there is none. The kernel counts in hundredths of a second. */
export function cpuOfProcess(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`
  const stat = pid === undefined ? '' : readIfThere(file)
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) / ticksPerSecond
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // it has ended
  }
}
