// Decisions as JSON, put together from texts made beforehand: a batch writes a thousand of them in a millisecond.
import { type Chain, type Giver, type MissingCode, missingCodes } from '../../domain/authorization/decision.ts'
import { requirementsOfActing, requirementsOfMember } from '../../domain/authorization/requirements.ts'
import type { Scope } from '../../domain/rights/scope.ts'
import { codeOf } from '../../live-index/asked.ts'

/** Reasons that are no facts of the domain. */
export type OwnReason = 'not_served' | 'stale'

const givers = new Map<MissingCode, Giver>([...requirementsOfMember, ...requirementsOfActing].map(({ code, givenBy }) => [code, givenBy]))
const reason = (code: string, givenBy: string) => `{"decision":false,"context":{"reason":"${code}","given_by":"${givenBy}"`

/** By the codes of the live index, without their end. */
const denials: readonly string[] = [
  '',
  ...missingCodes.toSorted((one, other) => codeOf(one) - codeOf(other)).map((code) => reason(code, givers.get(code) ?? 'nobody')),
]
const whole: readonly string[] = denials.map((text) => `${text}}}`)
const own: Readonly<Record<OwnReason, string>> = { not_served: reason('not_served', 'operator'), stale: reason('stale', 'time') }

export const noSuchRight = codeOf('right_exists')

/** As they stand in a batch: position and explanation are told for the whole of it or not at all. */
export const denied = (code: number): string => whole[code] ?? ''
export const deniedBySelf = (why: OwnReason): string => `${own[why]}}}`
export const faulty = (message: string): string =>
  `{"decision":false,"context":{"error":{"status":400,"message":${JSON.stringify(message)}}}}`

/** Alone, with what a single answer tells more. */
export const deniedAt = (code: number, more: string): string => `${denials[code]}${more}}}`
export const deniedBySelfAt = (why: OwnReason, more: string): string => `${own[why]}${more}}}`

/** `until` in ms; Infinity when nothing but a change of facts ends it. */
export const allowedAt = (until: number, more: string): string =>
  `{"decision":true,"context":{"reason":"allowed"${until === Infinity ? '' : `,"valid_until":"${new Date(until).toISOString()}"`}${more}}}`

/** Allowed answers of one batch: most of them end at the same moment. */
export class AllowedUntil {
  #until = Number.NaN
  #text = ''

  write(until: number): string {
    if (until === this.#until) return this.#text
    this.#until = until
    this.#text = allowedAt(until, '')
    return this.#text
  }
}

/** The chain of reasons, ids only. */
export function chainInWords(chain: Chain): string {
  if (chain.kind === 'member') return JSON.stringify({ organisation: chain.organisationId, role: chain.role, by: 'membership' })
  const { partnershipId, partnerId, customerId, grantVersion, right, scope, role, by, visitId } = chain
  return JSON.stringify({
    partnership: partnershipId,
    partner: partnerId,
    customer: customerId,
    grant_version: grantVersion,
    right,
    scope: scope && scopeInWords(scope),
    role,
    by,
    ...(visitId === null ? {} : { visit: visitId }),
  })
}

function scopeInWords(scope: Scope): object {
  switch (scope.kind) {
    case 'organisation':
      return { kind: 'organisation' }
    case 'all':
      return { kind: 'all', future_products: scope.future }
    case 'family':
      return { kind: 'family', family: scope.family, future_products: scope.future }
    case 'product':
      return { kind: 'product', product: scope.productId }
  }
}
