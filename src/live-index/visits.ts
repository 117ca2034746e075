// Visits and sessions in memory. Few at a time, so plain objects; what is long over is forgotten.

import type { SessionRecord, VisitRecord } from './records.ts'

const keptForMs = 24 * 60 * 60_000
const minuteMs = 60_000

/** As domain/session.ts says. */
export function isOpen({ endedAt, expiresAt }: SessionRecord, now: number): boolean {
  return endedAt === null && now < expiresAt
}

/** As domain/visit.ts says. */
export function endOfLiveVisit({ seenAt, idleMinutes, expiresAt, endedAt }: VisitRecord): number {
  return Math.min(seenAt + idleMinutes * minuteMs, expiresAt, endedAt ?? expiresAt)
}

export class Visits {
  readonly #visits = new Map<string, VisitRecord>()
  readonly #sessions = new Map<string, SessionRecord>()

  visit(id: string): VisitRecord | undefined {
    return this.#visits.get(id)
  }

  session(id: string): SessionRecord | undefined {
    return this.#sessions.get(id)
  }

  putVisit(key: string, record: VisitRecord | null): void {
    if (record === null) this.#visits.delete(key)
    else this.#visits.set(key, record)
  }

  putSession(key: string, record: SessionRecord | null): void {
    if (record === null) this.#sessions.delete(key)
    else this.#sessions.set(key, record)
  }

  underWay(): Iterable<VisitRecord> {
    return [...this.#visits.values()].filter(({ endedAt }) => endedAt === null)
  }

  /** Visits and sessions that ended, or had to, a day before `now`. None while the time is not known: between the load and the first look. */
  forgetBefore(now: number): void {
    if (!Number.isFinite(now)) return
    for (const [id, { expiresAt }] of this.#visits) if (expiresAt < now - keptForMs) this.#visits.delete(id)
    for (const [id, { expiresAt }] of this.#sessions) if (expiresAt < now - keptForMs) this.#sessions.delete(id)
  }
}
