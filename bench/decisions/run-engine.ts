// Runs one engine at one size in a process of its own, within a time limit.
import { fork } from 'node:child_process'
import path from 'node:path'
import { temporaryDirectory, throwAway } from '../../scripts/temporary-directory.ts'
import { cpuOfProcess } from './cpu.ts'
import type { Outcome } from './engine-process.ts'
import { engines } from './engines.ts'

export type Size = { readonly label: string; readonly grants: number; readonly patienceMs: number }

export const sizes: readonly Size[] = [
  { label: '10k', grants: 10_000, patienceMs: 60_000 },
  { label: '100k', grants: 100_000, patienceMs: 75_000 },
  { label: '1M', grants: 1_000_000, patienceMs: 300_000 },
]

/** On a machine that is busy with other things an engine may take so many times longer, as long as it does not compute longer. */
const mostWaits = 4
const flags = ['--expose-gc', '--max-old-space-size=8192']

export function runEngine(engine: string, { grants, patienceMs }: Size): Promise<Outcome> {
  if (engines[engine] === undefined) throw new Error(`There is no engine ${engine}: ${Object.keys(engines).join(', ')}`)
  return new Promise((resolve) => {
    const directory = temporaryDirectory()
    const child = fork(path.join(import.meta.dirname, 'engine-process.ts'), [engine, String(grants), directory], { execArgv: flags })
    const began = performance.now()
    let isLate = false
    const timer = setInterval(() => {
      const waited = performance.now() - began
      if (waited < patienceMs || (waited < mostWaits * patienceMs && cpuOfProcess(child.pid) * 1000 < patienceMs)) return
      isLate = true
      child.kill('SIGKILL')
    }, 500)
    let sent: Outcome | undefined
    child.on('message', (outcome: Outcome) => {
      sent = outcome
    })
    child.on('exit', (code, signal) => {
      clearInterval(timer)
      throwAway(directory)
      const reason = isLate ? `not loaded, compared and measured within ${patienceMs / 1000} s` : `ended with ${code ?? signal}`
      resolve(sent ?? { kind: 'cannot', reason })
    })
  })
}
