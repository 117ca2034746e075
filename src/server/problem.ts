// The "no" as RFC 9457 problem details: one status for each refusal, and never a word about what the caller may not know.
import { STATUS_CODES } from 'node:http'
import type { z } from 'zod'
import type { Missing } from '../domain/authorization/decision.ts'
import type { Action } from '../domain/authorization/question.ts'
import { Refusal, type RefusalCode } from '../domain/refusal.ts'
import type { WhyOver } from './authorization/why-over.ts'

export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: RefusalCode | 'internal'
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly message: string }[]
  /** What is missing, and who could give it. */
  readonly because?: Missing & { readonly action?: Action }
  /** The visit of the page that asked is over, and why. */
  readonly visitEnded?: WhyOver
  /** Somebody was faster: what they did, and who it was. */
  readonly outcome?: Outcome
  readonly requestId: string
}

export type Outcome = {
  readonly kind:
    | 'accepted'
    | 'countered'
    | 'declined'
    | 'withdrawn'
    | 'expired'
    | 'granted'
    | 'narrowed'
    | 'extended'
    | 'payment_changed'
    | 'suspended'
    | 'resumed'
    | 'ended'
  /** Null: the clock, or nobody whose name is told. */
  readonly by: string | null
  readonly organisation: string | null
  readonly at: string
}

const unlisted = 409
const statuses: Partial<Readonly<Record<RefusalCode, number>>> = {
  not_signed_in: 401,
  wrong_credentials: 401,
  code_wrong: 401,
  code_expired: 401,
  passkey_wrong: 401,
  passkey_expired: 401,
  fresh_authentication_needed: 403,
  second_factor_needed: 403,
  not_entitled: 403,
  own_proposal: 403,
  asker_cannot_answer: 403,
  address_not_proven: 403,
  partner_not_verified: 403,
  second_signature_needed: 403,
  not_found: 404,
  request_expired: 410,
  request_withdrawn: 410,
  other_legal_person: 410,
  visit_needed: 403,
  visit_over: 403,
  access_stopped: 403,
  access_time_over: 403,
  second_factor_to_enter: 403,
  right_missing: 403,
  unknown_person: 422,
  has_a_part: 422,
  own_organisation: 422,
  password_too_weak: 422,
  nothing_asked: 422,
  nothing_granted: 422,
  unknown_right: 422,
  scope_not_fitting: 422,
  scope_unresolved: 422,
  view_missing: 422,
  sensitive_unanswered: 422,
  enlarges: 422,
  end_out_of_bounds: 422,
  end_before_start: 422,
  spending_limit_invalid: 422,
  spending_limit_exceeded: 422,
  invalid_address: 422,
  invalid_name: 422,
  mail_always_comes: 422,
  invalid_register_number: 422,
  invalid_domain: 422,
  visit_limits_out_of_bounds: 422,
  visit_reason_needed: 422,
  invalid_record: 422,
  invalid_input: 422,
  idempotency_conflict: 422,
  too_many_requests: 429,
  limit_reached: 429,
  unavailable: 503,
}

export const statusOf = (code: RefusalCode): number => statuses[code] ?? unlisted

export function problemOf(
  code: Problem['code'],
  requestId: string,
  more: Pick<Problem, 'errors' | 'because' | 'visitEnded' | 'outcome'> = {},
): Problem {
  const status = code === 'internal' ? 500 : statusOf(code)
  return {
    type: `/help/problems#${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    ...more,
    requestId,
  }
}

/** What was wrong with the input, as JSON pointers (RFC 6901) into path, query and body. */
export class RefusedInput extends Refusal {
  readonly errors: NonNullable<Problem['errors']>

  constructor(code: RefusalCode, errors: NonNullable<Problem['errors']>) {
    super(code)
    this.errors = errors
  }
}

/** Two acts at once: the second is refused with what the first one was. */
export class DecidedAlready extends Refusal {
  readonly outcome: Outcome

  constructor(code: RefusalCode, outcome: Outcome) {
    super(code)
    this.outcome = outcome
  }
}

export const missingKey = (): RefusedInput =>
  new RefusedInput('invalid_input', [{ pointer: '/headers/idempotency-key', code: 'missing', message: 'Idempotency-Key is missing' }])

type Part = 'params' | 'query' | 'body'
const pointer = (part: Part, path: readonly PropertyKey[]) =>
  `/${[part, ...path].map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`

export function invalidInput(part: Part, error: z.ZodError): RefusedInput {
  return new RefusedInput(
    'invalid_input',
    error.issues.map((issue) => ({ pointer: pointer(part, issue.path), code: issue.code, message: issue.message })),
  )
}

export function invalidText(part: Part, path: readonly string[]): RefusedInput {
  return new RefusedInput('invalid_input', [{ pointer: pointer(part, path), code: 'invalid_text', message: 'characters that are none' }])
}
