// Seconds from the command to "ready": in a fresh clone with nothing installed (the packages come from npm's cache or the network), and again.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { temporaryDirectory, throwAway } from '../scripts/temporary-directory.ts'
import { type Bench, median, rounded } from './figure.ts'

const warmRounds = 3
const patienceMs = 180_000

export const benchStart: Bench = async () => {
  const directory = temporaryDirectory()
  try {
    const clone = path.join(directory, 'prokura')
    execFileSync('git', ['clone', '--quiet', path.resolve(import.meta.dirname, '..'), clone])
    const cold = await secondsToReady(clone)
    const warm: number[] = []
    for (let round = 0; round < warmRounds; round++) warm.push(await secondsToReady(clone))
    return [
      { figure: 'start.cold', value: rounded(cold), unit: 's', against: 'aim 90 s', ratio: rounded(cold / 90) },
      { figure: 'start.warm', value: rounded(median(warm)), unit: 's', against: 'aim 5 s', ratio: rounded(median(warm) / 5) },
    ]
  } finally {
    throwAway(directory)
  }
}

async function secondsToReady(clone: string): Promise<number> {
  const began = performance.now()
  const server = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  try {
    await said(server, 'Prokura is ready')
    return (performance.now() - began) / 1000
  } finally {
    const gone = once(server, 'exit')
    if (server.exitCode === null && server.pid !== undefined) {
      process.kill(-server.pid, 'SIGINT')
      await gone
    }
  }
}

async function said(server: ChildProcess, words: string): Promise<void> {
  let output = ''
  const timer = setTimeout(() => server.kill('SIGINT'), patienceMs)
  try {
    for await (const chunk of server.stdout ?? []) {
      output += String(chunk)
      if (output.includes(words)) return
    }
    throw new Error(`npm start ended early: ${output.slice(-500)}`)
  } finally {
    clearTimeout(timer)
  }
}
