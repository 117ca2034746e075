// Keeps a visible page current: the server hints that something changed, and what is on screen is fetched again.
import { useEffect } from 'react'
import { positionAtFirst } from './api.ts'
import { refresh } from './query-client.ts'
import { useSameFunction } from './unchanged.ts'

/** What only records that somebody looked: of an own page only what tells of visits is fetched again; in a visit nothing, as that would record again, without end. */
const silent = new Set(['visit.read'])
const isOfLists = (kind: unknown): boolean => /^(bulk|campaign)\./.test(String(kind))
const gatherMs = 400
const reopenMs = 30_000

type LiveEvents = Readonly<Record<string, (data: unknown) => void>>

/** `api` is "/api/o/…" or "/api/c/…". Hidden pages close their stream: a browser has few connections. */
export function useLive(api: string, events: LiveEvents = {}): void {
  const tell = useSameFunction((name: string, data: unknown) => events[name]?.(data))
  const names = Object.keys(events).join(' ')
  useEffect(() => {
    const stream = new LiveStream(api, names.split(' ').filter(Boolean), tell)
    const follow = () => (document.visibilityState === 'visible' ? stream.open() : stream.close())
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      stream.close()
    }
  }, [api, names, tell])
}

class LiveStream {
  readonly #api: string
  readonly #names: readonly string[]
  readonly #tell: (name: string, data: unknown) => void
  #source: EventSource | undefined
  #missed = false
  #gathering: ReturnType<typeof setTimeout> | undefined
  #gatheringReads: ReturnType<typeof setTimeout> | undefined
  #reopening: ReturnType<typeof setTimeout> | undefined

  constructor(api: string, names: readonly string[], tell: (name: string, data: unknown) => void) {
    this.#api = api
    this.#names = names
    this.#tell = tell
  }

  open(): void {
    if (this.#source) return
    if (this.#missed) this.#refreshSoon()
    const since = this.#missed ? undefined : positionAtFirst()
    const source = new EventSource(`${this.#api}/live${since === undefined ? '' : `?since=${since}`}`)
    this.#source = source
    source.addEventListener('changed', (event) => this.#changed(read(event.data)))
    for (const name of this.#names) source.addEventListener(name, (event) => this.#tell(name, read(event.data)))
    source.addEventListener('error', () => this.#failed(source))
  }

  close(): void {
    this.#source?.close()
    this.#source = undefined
    this.#missed = true
    clearTimeout(this.#gathering)
    clearTimeout(this.#gatheringReads)
    this.#gatheringReads = undefined
    clearTimeout(this.#reopening)
  }

  #changed(data: unknown): void {
    const kinds: unknown = typeof data === 'object' && data !== null && 'kinds' in data ? data.kinds : []
    // In a visit the own lists go on beside it.
    if (Array.isArray(kinds) && kinds.some(isOfLists) && !this.#api.startsWith('/api/o/')) void refresh('/api/o/')
    if (Array.isArray(kinds) && kinds.length > 0 && kinds.every((kind) => silent.has(String(kind)))) this.#refreshReadsSoon()
    else this.#refreshSoon()
  }

  #refreshSoon(): void {
    clearTimeout(this.#gathering)
    this.#gathering = setTimeout(() => void refresh(this.#api), gatherMs)
  }

  #refreshReadsSoon(): void {
    if (!this.#api.startsWith('/api/o/')) return
    this.#gatheringReads ??= setTimeout(() => {
      this.#gatheringReads = undefined
      void refresh(`${this.#api}/visits`)
      void refresh(`${this.#api}/activity?visit=`)
    }, gatherMs)
  }

  /** The browser reconnects by itself, except after a refusal. */
  #failed(source: EventSource): void {
    if (source.readyState !== EventSource.CLOSED || source !== this.#source) return
    this.close()
    this.#reopening = setTimeout(() => document.visibilityState === 'visible' && this.open(), reopenMs)
  }
}

function read(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    return undefined
  }
}
