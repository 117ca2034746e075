// How often somebody may try something, as a use case asks for it: one attempt too many ends the request with 429 and when to come back.
import type pg from 'pg'
import { Refusal } from '../domain/refusal.ts'
import { countAttempt, forgetAttempts, type RateLimit } from './platform/rate-limit.ts'

/** `key` says who tries what, such as `sign-in:<address>`; only its hash is stored. */
export type Limit = {
  (key: string, limit: RateLimit): Promise<void>
  /** Whoever proved to be the right one starts anew. */
  readonly forget: (key: string) => Promise<void>
}

export class TooManyRequests extends Refusal {
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('too_many_requests')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** `pool` is another one than the request's own, so that waiting for a connection here never waits for oneself. */
export function limitOn(pool: pg.Pool): Limit {
  const limit = async (key: string, allowed: RateLimit) => {
    const attempt = await countAttempt(pool, key, allowed)
    if (!attempt.allowed) throw new TooManyRequests(attempt.retryAfterSeconds)
  }
  return Object.assign(limit, { forget: (key: string) => forgetAttempts(pool, key) })
}
