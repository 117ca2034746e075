// Runs one engine at one size in a process of its own, within a time limit.
import { fork } from 'node:child_process'
import path from 'node:path'
import type { Outcome } from './engine-process.ts'
import { engines } from './engines.ts'

export type Size = { readonly label: string; readonly grants: number; readonly patienceMs: number }

export const sizes: readonly Size[] = [
  { label: '10k', grants: 10_000, patienceMs: 60_000 },
  { label: '100k', grants: 100_000, patienceMs: 75_000 },
  { label: '1M', grants: 1_000_000, patienceMs: 240_000 },
]

const flags = ['--expose-gc', '--max-old-space-size=8192']

export function runEngine(engine: string, { grants, patienceMs }: Size): Promise<Outcome> {
  if (engines[engine] === undefined) throw new Error(`There is no engine ${engine}: ${Object.keys(engines).join(', ')}`)
  return new Promise((resolve) => {
    const child = fork(path.join(import.meta.dirname, 'engine-process.ts'), [engine, String(grants)], { execArgv: flags })
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, patienceMs)
    let sent: Outcome | undefined
    child.on('message', (outcome: Outcome) => {
      sent = outcome
    })
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      const reason = isLate ? `not loaded, compared and measured within ${patienceMs / 1000} s` : `ended with ${code ?? signal}`
      resolve(sent ?? { kind: 'cannot', reason })
    })
  })
}
