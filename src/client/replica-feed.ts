// How a replica is fed: its first load page by page, then one request after the other, to another node as soon as one does not answer.
import { learnFamilies } from '../live-index/family-definitions.ts'
import { inSlices } from '../live-index/in-slices.ts'
import { type WireAnswer, type WirePage, type WireRequest, wireVersion } from '../live-index/replica-wire.ts'
import type { Connection } from './decisions.ts'
import { about, pause, readJson } from './http.ts'
import { sendAsConsole } from './own-token.ts'
import { ProkuraError } from './prokura-error.ts'
import { ReplicaMemory } from './replica-memory.ts'

/** Long enough for a node that holds the request until its next look, and short enough to ask another one before the lease is over. */
const patienceMs = 450
const loadingMs = 10_000

export type Feed = {
  readonly load: () => Promise<ReplicaMemory>
  /** Asks for what is new, and takes it in. Throws when there is no answer; `lost` when what is remembered is worth nothing any more. */
  readonly follow: (memory: ReplicaMemory, more: Following) => Promise<'followed' | 'lost'>
}
export type Following = Pick<WireRequest, 'look' | 'visits' | 'sessions' | 'seen'>

export function openFeed({ transport, own }: Connection, signal: AbortSignal): Feed {
  const replica = crypto.randomUUID()
  let preferred = 0
  const ask = async (request: Omit<WireRequest, 'version' | 'replica'>, timeoutMs: number): Promise<WireAnswer> => {
    const { origins } = transport
    const origin = origins[preferred % origins.length] ?? transport.issuer
    const json: WireRequest = { version: wireVersion, replica, ...request }
    const to = '/access/v1/replica'
    const how = { method: 'POST', to, json, repeatable: false, timeoutMs, signal } as const
    try {
      const answer = await sendAsConsole({ ...transport, origins: [origin] }, own, how)
      if (answer.status === 200) return readJson(answer) as WireAnswer
      throw new ProkuraError(answer.status === 401 ? 'unauthenticated' : 'unexpected_answer', 'a replica is not fed here', about(answer))
    } catch (failure) {
      preferred++
      throw failure
    }
  }
  return {
    async load() {
      let memory: ReplicaMemory | undefined
      for (let page: WirePage | null | undefined; page !== null; ) {
        const answer = await ask(page === undefined ? {} : { page }, loadingMs)
        if (answer.kind === 'other_version') throw otherVersion(answer.version)
        if (answer.kind !== 'page') throw new ProkuraError('unexpected_answer', 'this is no first load of a replica')
        if (!learnFamilies(answer.definitions)) throw otherVersion(wireVersion)
        memory ??= answer.stand && new ReplicaMemory(answer.families, answer.stand)
        if (memory === undefined) throw new ProkuraError('unexpected_answer', 'a first load says where it begins')
        memory.load(answer.changes)
        page = answer.next
      }
      if (memory === undefined) throw new ProkuraError('unexpected_answer', 'a first load has a first page')
      await inSlices(memory.index.settle(), () => pause(0))
      return memory
    },
    async follow(memory, more) {
      const sentAt = performance.now()
      const answer = await ask({ since: memory.stand, ...more }, patienceMs)
      if (answer.kind === 'other_version') throw otherVersion(answer.version)
      if (answer.kind !== 'continued') return 'lost'
      memory.follow(answer, sentAt)
      memory.lookedUp([...(more.visits ?? []), ...(more.sessions ?? [])], sentAt)
      return 'followed'
    },
  }
}

function otherVersion(version: number): ProkuraError {
  return new ProkuraError(
    'unexpected_answer',
    version === wireVersion
      ? 'Prokura knows other rights of these families than this process: start it anew; until then it is asked each question'
      : `Prokura speaks version ${version} to replicas, this package ${wireVersion}: install the package that belongs to your Prokura; until then it is asked each question`,
  )
}
