// The live index of this node, kept current: strong answers are as new as the question, bounded ones at most a lease old, and when neither
// can be had the answer is "stale", which denies. Time is the database's clock at the last look plus what has passed since, never the machine's.
import type pg from 'pg'
import type { Asked } from '../../live-index/asked.ts'
import type { LiveIndex } from '../../live-index/live-index.ts'
import { unknownOrOver } from '../../live-index/unknown-or-over.ts'
import { listen } from '../platform/listen.ts'
import type { DatabaseAddress } from '../platform/pool.ts'
import { within } from '../platform/within.ts'
import { connect, load, readNow, readTail, type Stand } from './fact-feed.ts'

/** `strong`: as new as a look at the head sent after this question. `bounded`: as old as the lease at most. `atLeast`: a journal position. */
export type Freshness = { readonly consistency: 'strong' | 'bounded'; readonly atLeast?: number | undefined }

/** To be asked at once and dropped: after the next turn of the event loop it is no longer what was promised. */
export type Fresh = {
  readonly index: LiveIndex
  readonly now: number
  readonly position: number
  readonly stand: Stand
}

export type Decisions = {
  /** `about`: visits and sessions that will be asked about, which must be known and when they were last seen current. */
  readonly fresh: (how: Freshness, about?: readonly Pick<Asked, 'visit' | 'session'>[]) => Promise<Fresh | 'stale'>
  /** Where this node stands, and until when (performance.now()) it may answer from memory. */
  readonly standing: () => Standing
  /** How long this node may answer from memory, as it promised to the others: only from looks sent since `from`, only before `until`. */
  readonly limit: (licence: Licence) => void
  /** Called after each look: live pages, replicas, receipts. Answers with how to stop. */
  readonly onLook: (hear: (look: Look) => void) => () => void
  readonly stop: () => Promise<void>
}
export type Look = { readonly position: number; readonly sentAt: number; readonly changes: readonly Change[] }
type Change = Parameters<LiveIndex['apply']>[0]
export type Standing = {
  readonly position: number
  readonly leaseUntil: number
  /** What the last look alone would allow, whatever was promised. */
  readonly lookedUntil: number
  readonly isLoaded: boolean
}
/** performance.now() of this node. */
export type Licence = { readonly from: number; readonly until: number }

export const leaseMs = 1_000
const lookEveryMs = 250
const patienceMs = 1_000

type Loaded = { readonly index: LiveIndex; stand: Stand; clock: number; sentAt: number }

export function openDecisions(address: DatabaseAddress, log: (failure: unknown, what: string) => void = () => {}): Decisions {
  let client: pg.Client | undefined
  let loaded: Loaded | undefined
  let running: Promise<boolean> | undefined
  let next: Promise<boolean> | undefined
  let stopped = false
  /** The last look failed: it is told once. */
  let isBlind = false
  let licence: Licence = { from: -Infinity, until: Infinity }
  const hearers = new Set<(look: Look) => void>()

  const lose = (lost = client) => {
    if (lost !== undefined && lost === client) client = undefined
    void lost?.end().catch(() => {})
  }

  /** One look at the head: true when memory is as new as this look. */
  const look = async (): Promise<boolean> => {
    try {
      client ??= await connect(address, lose, patienceMs)
      if (!loaded) await reload(client)
      const followed = await follow(client)
      isBlind = false
      return followed
    } catch (failure) {
      if (!stopped && !isBlind) log(failure, 'the live index cannot look at the journal: nothing current is to be had until it can')
      isBlind = true
      lose()
      return false
    }
  }

  const reload = async (from: pg.Client) => {
    const { index, stand } = await load(from)
    loaded = { index, stand, clock: 0, sentAt: -Infinity }
  }

  const follow = async (from: pg.Client): Promise<boolean> => {
    if (!loaded) return false
    const memory = loaded
    const sentAt = performance.now()
    const tail = await within(readTail(from, memory.stand), patienceMs)
    if (tail.kind === 'other_history') {
      loaded = undefined
      log(undefined, 'the journal has another history: the live index is loaded anew')
      await reload(from)
      return follow(from)
    }
    for (const change of tail.changes) memory.index.apply(change)
    memory.stand = tail.stand
    memory.clock = tail.clock
    memory.sentAt = sentAt
    for (const hear of hearers) hear({ position: tail.stand.position, sentAt, changes: tail.changes })
    return true
  }

  /** A look that is sent from now on; whoever asks while one is under way shares the one after it. Bounded: false when it takes too long. */
  const nextLook = (): Promise<boolean> => {
    if (stopped) return Promise.resolve(false)
    if (!running) {
      running = look().finally(() => {
        running = undefined
      })
      return orFalse(running)
    }
    if (!next) {
      const waiting = orFalse(
        running.then(() => {
          if (next === waiting) next = undefined
          return nextLook()
        }),
      )
      next = waiting
      // Whoever comes after those who waited in vain waits anew.
      void waiting.then(() => {
        if (next === waiting) next = undefined
      })
    }
    return next
  }

  const answer = ({ index, stand, clock, sentAt }: Loaded): Fresh => ({
    index,
    now: clock + (performance.now() - sentAt),
    position: stand.position,
    stand,
  })

  const standing = (): Standing => {
    const sentAt = loaded?.sentAt ?? -Infinity
    const lookedUntil = sentAt + leaseMs
    const leaseUntil = sentAt < licence.from ? -Infinity : Math.min(lookedUntil, licence.until)
    return { position: loaded?.stand.position ?? -1, leaseUntil, lookedUntil, isLoaded: loaded !== undefined }
  }

  const fresh: Decisions['fresh'] = async ({ consistency, atLeast = 0 }, about = []) => {
    const isLeased = loaded !== undefined && performance.now() < standing().leaseUntil && loaded.stand.position >= atLeast
    if ((consistency === 'strong' || !isLeased) && !(await nextLook())) return 'stale'
    if (!loaded || loaded.stand.position < atLeast) return 'stale'
    const unknown = unknownOrOver(loaded.index, about, answer(loaded).now)
    if (unknown.visits.length + unknown.sessions.length === 0) return answer(loaded)
    if (!(await refresh(loaded, unknown))) return 'stale'
    return loaded ? answer(loaded) : 'stale'
  }

  const refresh = async (memory: Loaded, { visits, sessions }: ReturnType<typeof unknownOrOver>): Promise<boolean> => {
    try {
      if (!client) return false
      for (const change of await within(readNow(client, 'visit', visits), patienceMs)) memory.index.apply(change)
      for (const change of await within(readNow(client, 'session', sessions), patienceMs)) memory.index.apply(change)
      return memory === loaded
    } catch (failure) {
      log(failure, 'a session could not be looked up')
      return false
    }
  }

  const timer = setInterval(() => void nextLook(), lookEveryMs)
  const forgetting = setInterval(() => loaded?.index.forgetBefore(answer(loaded).now), 60_000)
  const silence = listen(address, 'journal', () => void nextLook())
  return {
    fresh,
    standing,
    limit(given) {
      licence = given
    },
    onLook(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      clearInterval(forgetting)
      await silence()
      await running
      lose()
    },
  }
}

const orFalse = (promise: Promise<boolean>): Promise<boolean> => within(promise, 2 * patienceMs).catch(() => false)
