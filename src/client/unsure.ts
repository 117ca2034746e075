// Visits and sessions that have to be looked up before anything can be said about them: they go along with the next request.
import type { ToLookUp } from '../live-index/unknown-or-over.ts'

export class Unsure {
  readonly #visits = new Set<string>()
  readonly #sessions = new Set<string>()

  add({ visits, sessions }: ToLookUp): void {
    for (const visit of visits) this.#visits.add(visit)
    for (const session of sessions) this.#sessions.add(session)
  }

  /** All of them, once; nothing when there are none. */
  take(): Partial<ToLookUp> {
    const [visits, sessions] = [[...this.#visits], [...this.#sessions]]
    this.#visits.clear()
    this.#sessions.clear()
    return visits.length + sessions.length === 0 ? {} : { visits, sessions }
  }
}
