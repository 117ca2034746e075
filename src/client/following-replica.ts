// A replica at work: it loads, follows, and answers for as long as its lease runs.
import type { Connection, Decisions } from './decisions.ts'
import { pause } from './http.ts'
import { openLooks } from './looks.ts'
import { ProkuraError } from './prokura-error.ts'
import { type Decision, type Question, stale } from './question.ts'
import { type Feed, type Following, openFeed } from './replica-feed.ts'
import type { ReplicaMemory, Said } from './replica-memory.ts'
import { Unsure } from './unsure.ts'
import { openWatches } from './watches.ts'

const forgetEveryMs = 60_000
const shortestPauseMs = 20
const longestPauseMs = 1_000

export class FollowingReplica {
  readonly ready: Promise<void>
  readonly #decisions: Decisions
  readonly #failed: (failure: unknown) => void
  readonly #closing = new AbortController()
  readonly #feed: Feed
  readonly #watches = openWatches()
  readonly #listeners = new Set<(happened: { readonly position: number }) => void>()
  readonly #unsure = new Unsure()
  readonly #forgetting: ReturnType<typeof setInterval>
  #memory: ReplicaMemory | undefined
  #leaseEnd: ReturnType<typeof setTimeout> | undefined
  #settle: { readonly resolve: () => void; readonly reject: (failure: unknown) => void } | undefined
  readonly #look = openLooks(async (about) => this.#memory !== undefined && this.#follow(this.#memory, { look: true, ...about }))

  constructor(connection: Connection, decisions: Decisions, failed: (failure: unknown) => void) {
    this.#decisions = decisions
    this.#failed = failed
    this.#feed = openFeed(connection, this.#closing.signal)
    this.ready = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
    this.ready.catch(() => {})
    this.#forgetting = setInterval(() => this.#memory?.forget(), forgetEveryMs)
    void this.#run()
  }

  check(question: Question, explain: boolean): Decision {
    const said = this.#say(question, explain)
    return said?.kind === 'said' ? said.decision : stale
  }

  async answer(question: Question, explain: boolean): Promise<Decision> {
    const said = this.#say(question, explain)
    return said?.kind === 'said' ? said.decision : this.#remotely(question, explain)
  }

  async strong(question: Question, explain: boolean): Promise<Decision> {
    let about = this.#memory?.doubts(question)
    for (let attempt = 0; attempt < 2; attempt++) {
      if (!(await this.#look(about, question.visit))) break
      const said = this.#say(question, explain)
      if (said?.kind === 'said') return said.decision
      about = said?.about
    }
    return this.#remotely(question, explain)
  }

  watch(question: Question, heard: (decision: Decision) => void): () => void {
    const stop = this.#watches.add(question, heard)
    this.#askAgain()
    return stop
  }

  onChange(heard: (happened: { readonly position: number }) => void): () => void {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  standing(): { readonly position: number; readonly leaseMs: number; readonly bytes: number } {
    const memory = this.#memory
    if (memory === undefined) return { position: -1, leaseMs: 0, bytes: 0 }
    return { position: memory.stand.position, leaseMs: Math.max(0, memory.leaseUntil - performance.now()), bytes: memory.index.bytes }
  }

  close(): void {
    this.#closing.abort()
    clearInterval(this.#forgetting)
    clearTimeout(this.#leaseEnd)
    this.#settle?.reject(new ProkuraError('closed', 'the replica was closed'))
    this.#askAgain()
  }

  /** Undefined when memory is too old to say anything. */
  #say(question: Question, explain = false): Said | undefined {
    if (this.#memory === undefined || !this.#memory.isLeased() || this.#closing.signal.aborted) return undefined
    const said = this.#memory.say(question, explain)
    if (said.kind === 'unsure') this.#unsure.add(said.about)
    return said
  }

  #askAgain(): void {
    this.#watches.askAgain((question) => this.#say(question))
  }

  /** Prokura itself says, when it can be asked. */
  async #remotely(question: Question, explain: boolean): Promise<Decision> {
    return this.#closing.signal.aborted ? stale : this.#decisions.check(question, { explain }).catch(() => stale)
  }

  /** True when memory is as new as this request. */
  async #follow(memory: ReplicaMemory, more: Following): Promise<boolean> {
    const before = memory.stand.position
    const isLost = (await this.#feed.follow(memory, more)) === 'lost'
    if (this.#memory !== memory) return false
    if (isLost) this.#memory = undefined
    clearTimeout(this.#leaseEnd)
    if (!this.#closing.signal.aborted)
      this.#leaseEnd = setTimeout(() => this.#askAgain(), Math.max(0, memory.leaseUntil - performance.now()) + 1)
    this.#askAgain()
    if (memory.stand.position !== before) for (const heard of this.#listeners) heard({ position: memory.stand.position })
    return !isLost
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#closing.signal.aborted; ) {
      try {
        this.#memory ??= await this.#feed.load()
        const memory: ReplicaMemory = this.#memory
        // After a failure, and after the load, the answer is wanted at once: the lease is waiting for it.
        const isUrgent = failures > 0 || !memory.isLeased()
        if (await this.#follow(memory, { ...this.#unsure.take(), ...(isUrgent ? { look: true } : {}) })) this.#settle?.resolve()
        failures = 0
      } catch (failure) {
        if (this.#closing.signal.aborted) return
        this.#failed(failure)
        await pause(Math.min(longestPauseMs, shortestPauseMs * 2 ** failures++))
      }
    }
  }
}
