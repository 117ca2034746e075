// Runs something against a server in a process of its own, whose memory can be watched.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseAddress } from '../src/server/platform/pool.ts'

export type BenchServer = {
  readonly url: string
  /** What it has resident now, in MB. */
  readonly memory: () => number
  /** How long it has computed so far. */
  readonly cpuSeconds: () => number
  /** From here on the highest memory is noted anew. */
  readonly forgetMemory: () => void
  /** The most memory it had resident since, in MB. */
  readonly peakMemory: () => number
}

export async function withServer<T>(address: DatabaseAddress, work: (server: BenchServer) => Promise<T>): Promise<T> {
  const child = fork(path.join(import.meta.dirname, 'server-process.ts'), [JSON.stringify(address)], {
    execArgv: flagsOfStart(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  try {
    const [url] = (await once(child, 'message')) as [string]
    return await work({
      url,
      forgetMemory: () => writeFileSync(`/proc/${child.pid}/clear_refs`, '5'),
      cpuSeconds: () => cpuSeconds(child.pid),
      memory: () => megabytes(child.pid, 'VmRSS'),
      peakMemory: () => megabytes(child.pid, 'VmHWM'),
    })
  } finally {
    const gone = once(child, 'exit')
    child.disconnect()
    await gone
  }
}

/** In ticks of a hundredth of a second, behind the name of the command, which may hold anything. */
function cpuSeconds(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function megabytes(pid: number | undefined, line: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
}

/** The flags that `npm start` gives Node: what is measured runs as the product does. */
function flagsOfStart(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}
