// Every mutant of decide() and of what it is made of is killed by its unit tests, but for those that change nothing, which are listed with
// the reason.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { equivalent } from './mutants/equivalent.ts'
import { instrument, type Mutant } from './mutants/instrument.ts'
import type { ToTry, Tried } from './mutants/try-mutants.ts'
import type { Outcome } from './outcome.ts'

const root = path.join(import.meta.dirname, '..')
const target = path.join(root, '.cache/mutants')
const home = path.join(import.meta.dirname, 'mutants')
const mutated = ['decide', 'requirements', 'asked', 'held-rights'].map((name) => `src/domain/authorization/${name}.ts`)
const atATime = 2
const patienceMs = 60_000

export async function proveMutants(seed: number): Promise<readonly Outcome[]> {
  install()
  const mutants = await instrument(root, target, mutated)
  const { killed, alive, untouched, failed } = await tryAll(mutants, seed)
  const excused = new Map(equivalent.map((one) => [one.mutant, one]))
  const survivors = alive.filter((mutant) => !excused.has(nameOf(mutant)))
  const needless = equivalent.filter(({ mutant }) => !alive.some((one) => nameOf(one) === mutant))
  for (const mutant of survivors) console.log(`  alive  ${nameOf(mutant)}${untouched.has(mutant.id) ? '   (no test touches it)' : ''}`)
  for (const { mutant } of needless) console.log(`  listed as equivalent, but killed or gone: ${mutant}`)
  return [
    { claim: 'without a mutant every test passes', holds: failed === undefined, seen: failed ?? 'all pass' },
    {
      claim: 'the tests kill every mutant that changes something',
      holds: survivors.length === 0,
      seen: `${killed} of ${mutants.length} killed, ${alive.length - survivors.length} equivalent, ${survivors.length} alive`,
    },
    {
      claim: 'what is listed as equivalent is alive',
      holds: needless.length === 0,
      seen: `${needless.length} of ${equivalent.length} are not`,
    },
  ]
}

/** How a mutant is named in the list of equivalents: by where it stands and what it does. */
const nameOf = ({ file, line, column, was, is }: Mutant) => `${file}:${line}:${column} ${shown(was)} → ${shown(is)}`
const shown = (code: string) => (code.length > 90 ? `${code.slice(0, 87)}…` : code)

function install(): void {
  if (existsSync(path.join(home, 'node_modules/@stryker-mutator/instrumenter'))) return
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: home, stdio: 'inherit' })
  if (status !== 0) throw new Error(`npm ci failed in ${home}`)
}

type Results = {
  readonly killed: number
  readonly alive: readonly Mutant[]
  readonly untouched: ReadonlySet<string>
  readonly failed: string | undefined
}

async function tryAll(mutants: readonly Mutant[], seed: number): Promise<Results> {
  const tests = globSync('src/domain/authorization/*.test.ts', { cwd: root }).toSorted()
  const left = [...mutants]
  const alive: Mutant[] = []
  const untouched = new Set<string>()
  let failed: string | undefined
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      let worker = await Trier.open({ target, tests, seed, active: undefined })
      failed ??= worker.failed
      for (let mutant = left.shift(); mutant; mutant = left.shift()) {
        const isStatic = worker.isStatic.has(mutant.id)
        if (!isStatic && !worker.touched.has(mutant.id)) untouched.add(mutant.id)
        const killed = isStatic ? await tryAnew({ target, tests, seed, active: mutant.id }) : await worker.kills(mutant.id)
        if (killed === 'hangs') worker = await Trier.open({ target, tests, seed, active: undefined })
        if (killed === false) alive.push(mutant)
      }
      await worker.close()
    }),
  )
  return { killed: mutants.length - alive.length, alive: alive.toSorted(inOrder), untouched, failed }
}

const inOrder = (one: Mutant, other: Mutant) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column

/** Mutants of what is computed while a file loads need a process in which they were awake from the beginning. */
async function tryAnew(toTry: ToTry): Promise<boolean> {
  const worker = new Worker(path.join(home, 'try-mutants.ts'), { workerData: toTry, stdout: true, stderr: true })
  const tried = await answerOf(worker)
  await worker.terminate()
  return tried === undefined || (tried.kind === 'tried' && tried.killedBy !== undefined)
}

class Trier {
  readonly touched: ReadonlySet<string>
  readonly isStatic: ReadonlySet<string>
  readonly failed: string | undefined
  readonly #worker: Worker

  private constructor(worker: Worker, ready: Tried & { kind: 'ready' }) {
    this.#worker = worker
    this.touched = new Set(Object.keys(ready.covered))
    this.isStatic = new Set(ready.isStatic)
    this.failed = ready.failed
  }

  static async open(toTry: ToTry): Promise<Trier> {
    const worker = new Worker(path.join(home, 'try-mutants.ts'), { workerData: toTry, stdout: true, stderr: true })
    const ready = await answerOf(worker, 10 * patienceMs)
    if (ready?.kind !== 'ready') throw new Error('the tests did not run without a mutant')
    return new Trier(worker, ready)
  }

  /** A mutant that never comes back is as good as killed, but its worker is not. */
  async kills(id: string): Promise<boolean | 'hangs'> {
    this.#worker.postMessage(id)
    const tried = await answerOf(this.#worker)
    if (tried?.kind === 'tried') return tried.killedBy !== undefined
    await this.close()
    return 'hangs'
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}

function answerOf(worker: Worker, withinMs = patienceMs): Promise<Tried | undefined> {
  return new Promise((resolve) => {
    const settle = (tried?: Tried) => {
      clearTimeout(timer)
      worker.off('message', settle)
      worker.off('error', failed)
      resolve(tried)
    }
    const failed = () => settle()
    const timer = setTimeout(failed, withinMs)
    worker.on('message', settle)
    worker.on('error', failed)
  })
}
