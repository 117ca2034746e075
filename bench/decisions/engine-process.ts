// One engine at one size, in a process of its own: loads, compares, measures, and sends what it found to the bench.
import { setTimeout as pause } from 'node:timers/promises'
import type { Load } from './engine.ts'
import { engines } from './engines.ts'
import { type Checks, Mismatch, measureChecks } from './measure-checks.ts'
import { type Listing, longestLists, measureList, measureUpdate, measureWho } from './measure-others.ts'
import { drawRequests } from './requests.ts'
import { drawWorld } from './world.ts'

export type Measured = {
  readonly ways: Readonly<Record<string, Checks>>
  /** Null when it holds no grants. */
  readonly held: { readonly bytes: number; readonly loadSeconds: number } | null
  readonly lists: { readonly leader: Listing; readonly colleague: Listing } | null
  /** Milliseconds, on average. */
  readonly who: number | null
  /** Milliseconds. */
  readonly update: number | null
}
export type Outcome =
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'cannot'; readonly reason: string }
  | { readonly kind: 'mismatch'; readonly detail: string }

const [engine = '', size = '', directory = ''] = process.argv.slice(2)
const requestCount = 200_000

process.send?.(await outcome())
process.disconnect()

async function outcome(): Promise<Outcome> {
  try {
    const load = await engines[engine]?.()
    if (load === undefined) return { kind: 'cannot', reason: `there is no engine ${engine}` }
    return { kind: 'measured', measured: await measure(load, Number(size)) }
  } catch (failure) {
    const detail = failure instanceof Error ? failure.message : String(failure)
    return failure instanceof Mismatch ? { kind: 'mismatch', detail } : { kind: 'cannot', reason: detail }
  }
}

async function measure(load: Load, grants: number): Promise<Measured> {
  const world = drawWorld(grants)
  const requests = drawRequests(world, requestCount)
  const before = await memory()
  const began = performance.now()
  const loaded = await load(world, requests, directory)
  const loadSeconds = (performance.now() - began) / 1000
  const bytes = (await memory()) - before + ((await loaded.heldElsewhere?.()) ?? 0)
  try {
    const ways: Record<string, Checks> = {}
    for (const [name, way] of Object.entries(loaded.ways))
      ways[name] = await measureChecks(world, { requests, way }, loaded.processes ?? [])
    const { list, who, regrant } = loaded
    const [way] = Object.values(loaded.ways)
    const { leader, colleague } = longestLists(world)
    return {
      ways,
      held: loaded.holdsGrants ? { bytes: bytes / grants, loadSeconds } : null,
      lists: list ? { leader: await measureList(world, list, leader), colleague: await measureList(world, list, colleague) } : null,
      who: who ? await measureWho(world, who) : null,
      update: regrant && way ? await measureUpdate(world, requests, { regrant, way }) : null,
    }
  } finally {
    await loaded.close?.()
  }
}

/** What is reachable, on the heap and in columns: these are given back some turns after nothing reaches them any more. */
async function memory(): Promise<number> {
  for (let time = 0; time < 5; time++) {
    global.gc?.()
    await pause(20)
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
