// Everything that this package throws: one kind of error, whose code says what to do about it.

/**
 * - `unreachable`: no answer came, from any address; nothing is known about what was asked. Was retried where that is safe.
 * - `unavailable`: Prokura answered that it cannot answer now (status 503 or another 5xx, or too many requests).
 * - `unauthenticated`: the client id or secret is wrong, or the console was removed.
 * - `refused`: understood, and a no. `reason` says why: a code of the API’s problem details, or what a token exchange is missing.
 * - `invalid_request`: what was sent is malformed; `reason` or the message says what. A mistake of the program.
 * - `invalid_token`: a token does not verify; `reason` says which check failed. Treat its bearer as nobody.
 * - `unexpected_answer`: this is no Prokura, or one that is not understood.
 * - `closed`: asked after `close()`.
 */
export type ProkuraErrorCode =
  | 'unreachable'
  | 'unavailable'
  | 'unauthenticated'
  | 'refused'
  | 'invalid_request'
  | 'invalid_token'
  | 'unexpected_answer'
  | 'closed'

/** One thing that is wrong with what was sent. */
export type Fault = {
  /** A JSON pointer (RFC 6901) into the request, such as `/body/value`. */
  readonly pointer: string
  /** What is wrong, such as `ipv4`. */
  readonly code: string
}

type Details = {
  readonly reason?: string | undefined
  readonly status?: number | undefined
  readonly faults?: readonly Fault[] | undefined
  readonly requestId?: string | undefined
  readonly cause?: unknown
}

/** The only error of this package. A decision that says no is no error: it is an answer. */
export class ProkuraError extends Error {
  /** What kind of failure. */
  readonly code: ProkuraErrorCode
  /** More exactly, as Prokura says it: `right_missing`, `visit_not_over`, `audience` … */
  readonly reason: string | undefined
  /** The HTTP status, when there was an answer. */
  readonly status: number | undefined
  /** What is wrong with the input, when that is what is wrong; empty otherwise. */
  readonly faults: readonly Fault[]
  /** To name when asking the operator: it stands in Prokura’s log. */
  readonly requestId: string | undefined

  constructor(code: ProkuraErrorCode, message: string, { reason, status, faults = [], requestId, cause }: Details = {}) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'ProkuraError'
    this.code = code
    this.reason = reason
    this.status = status
    this.faults = faults
    this.requestId = requestId
  }
}
