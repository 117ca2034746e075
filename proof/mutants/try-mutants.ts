// A worker that tries one mutant after the other: runs the tests that touch it, shortest first, until one fails.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { collected, collectFrom } from './stand-in.ts'

export type ToTry = {
  readonly target: string
  readonly tests: readonly string[]
  readonly seed: number
  readonly active: string | undefined
}
export type Tried =
  | {
      readonly kind: 'ready'
      readonly covered: Readonly<Record<string, number>>
      readonly isStatic: readonly string[]
      readonly failed: string | undefined
    }
  | { readonly kind: 'tried'; readonly id: string; readonly killedBy: string | undefined }

type Namespace = {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number
  mutantCoverage?: { readonly static: Record<string, number>; readonly perTest: Record<string, Record<string, number>> }
}
const { target, tests, seed, active } = workerData as ToTry
const stryker: Namespace = {}
Object.assign(globalThis, { __stryker__: stryker })

/** Long enough for some hundred worlds: what is not found in them is not found in thousands either. */
const longestPropertyMs = 400

const say = (tried: Tried) => parentPort?.postMessage(tried)

stryker.activeMutant = active
stryker.hitLimit = 5_000_000
let broken: string | undefined
try {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ seed, endOnFailure: true, interruptAfterTimeLimit: longestPropertyMs })
  for (const file of tests) {
    collectFrom(file)
    await import(pathToFileURL(path.join(target, file)).href)
  }
} catch (failure) {
  broken = `on loading: ${String(failure)}`
}

if (active === undefined) await serve()
else say({ kind: 'tried', id: active, killedBy: broken ?? (await firstFailure(collected)) })

/** Runs everything once without a mutant, to learn what touches which, and then waits for numbers. */
async function serve(): Promise<void> {
  const isStatic = Object.keys(stryker.mutantCoverage?.static ?? {})
  const durations = new Map<string, number>()
  let failed = broken
  for (const one of collected) {
    stryker.currentTestId = idOf(one)
    const began = performance.now()
    try {
      await one.run()
    } catch (failure) {
      failed ??= `${idOf(one)}: ${String(failure)}`
    }
    durations.set(idOf(one), performance.now() - began)
  }
  stryker.currentTestId = undefined
  const touching = new Map<string, typeof collected>()
  const inOrder = collected.toSorted((one, other) => (durations.get(idOf(one)) ?? 0) - (durations.get(idOf(other)) ?? 0))
  for (const one of inOrder)
    for (const id of Object.keys(stryker.mutantCoverage?.perTest[idOf(one)] ?? {})) touching.set(id, [...(touching.get(id) ?? []), one])
  const attempt = async (id: string) => {
    stryker.activeMutant = id
    stryker.hitCount = 0
    say({ kind: 'tried', id, killedBy: await firstFailure(touching.get(id) ?? []) })
  }
  parentPort?.on('message', (id: string) => void attempt(id))
  const covered = Object.fromEntries([...touching].map(([id, by]) => [id, by.length]))
  say({ kind: 'ready', covered, isStatic, failed })
}

async function firstFailure(these: typeof collected): Promise<string | undefined> {
  for (const one of these) {
    try {
      await one.run()
    } catch {
      return idOf(one)
    }
  }
  return undefined
}

function idOf({ file, name }: (typeof collected)[number]): string {
  return `${file}: ${name}`
}
