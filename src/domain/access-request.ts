// A collaborator asks their own partner for access: to a customer, for a time or lasting, or to rights of one they have, for some hours.
// Others answer, one or two of them as the partner sets, and never oneself. Nothing beyond the granted rights comes of it.

import type { AccessRequestId, PersonId } from './ids.ts'
import { type Partnership, stateOfPartnership } from './partnership/partnership.ts'
import type { RefusalCode } from './refusal.ts'
import { isSensitive, type RightId } from './rights/catalogue.ts'
import { dayMs, hourMs, type Instant, isOver, later } from './time.ts'
import { type Actor, mayDo } from './who-may.ts'

export type AccessRequest = {
  readonly id: AccessRequestId
  readonly personId: PersonId
  /** Null: the customer, with all that was granted. */
  readonly rights: readonly RightId[] | null
  /** Null: until it is taken away. */
  readonly hours: number | null
  readonly state: 'open' | 'granted' | 'declined' | 'withdrawn'
  readonly askedAt: Instant
  readonly approvedBy: readonly PersonId[]
}

/** How a partner wants it: what collaborators see of customers they do not have, how many approve, and for how long rights are given at most. */
export type AccessRules = {
  readonly listIsVisible: boolean
  readonly approversForCustomers: 1 | 2
  readonly approversForRights: 1 | 2
  readonly rightsHours: number
}
export const standardAccessRules: AccessRules = { listIsVisible: false, approversForCustomers: 1, approversForRights: 1, rightsHours: 8 }

/** An access to a customer lasts 90 days at most, unless it is lasting; rights a week at most, sensitive ones half a day. */
export const mostHours = { customer: 90 * 24, rights: 7 * 24, sensitive: 12 } as const
/** A request nobody answered lapses. */
const openForMs = 7 * dayMs

export type AccessWish = Pick<AccessRequest, 'rights' | 'hours'>
/** `held`: what the person has of this customer now; null all that was granted, undefined nothing. */
export type AroundAccess = {
  readonly partnership: Partnership
  readonly held: readonly RightId[] | null | undefined
  readonly rules: AccessRules
}

/**
 * Why this cannot be asked for, or null. Refusals: `not_entitled` (leaders have everything), `not_active`, `not_found` (a customer one may
 * not know), `nothing_granted`, `enlarges`, `nothing_changed` (one has it), `end_out_of_bounds`.
 */
export function refusalOfAsking(
  { partnership, held, rules }: AroundAccess,
  { rights, hours }: AccessWish,
  by: Actor,
  now: Instant,
): RefusalCode | null {
  if (!mayDo('ask_access', by)) return 'not_entitled'
  if (held === undefined && (rights !== null || !rules.listIsVisible)) return 'not_found'
  if (stateOfPartnership(partnership, now) !== 'active') return 'not_active'
  if (rights === null) {
    if (held !== undefined) return 'nothing_changed'
    return hours === null || areHours(hours, mostHours.customer) ? null : 'end_out_of_bounds'
  }
  if (rights.length === 0) return 'nothing_granted'
  const granted = new Set(partnership.grant?.rights.map(({ right }) => right))
  if (rights.some((right) => !granted.has(right))) return 'enlarges'
  if (held === null || rights.every((right) => held?.includes(right))) return 'nothing_changed'
  return hours !== null && areHours(hours, mostHoursFor(rights, rules)) ? null : 'end_out_of_bounds'
}

export function mostHoursFor(rights: readonly RightId[], { rightsHours }: Pick<AccessRules, 'rightsHours'>): number {
  return Math.min(rightsHours, rights.some(isSensitive) ? mostHours.sensitive : mostHours.rights)
}

/** With the approvals that count: of those who lead the partner now, and not only when they gave them. What was answered stays as it was. */
export function countingApprovals<R extends AccessRequest>(request: R, leaders: ReadonlySet<PersonId>): R {
  if (request.state !== 'open') return request
  return { ...request, approvedBy: request.approvedBy.filter((person) => leaders.has(person)) }
}

export type AccessAnswered =
  | { readonly kind: 'granted'; readonly request: AccessRequest; readonly until: Instant | null }
  | { readonly kind: 'waits' | 'declined' | 'withdrawn'; readonly request: AccessRequest }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** Refusals: `not_entitled`, `asker_cannot_answer`, `already_answered` (also by the same person before), `request_expired`. */
export function answerAccess(
  request: AccessRequest,
  answer: 'approve' | 'decline' | 'withdraw',
  { by, rules, now }: { readonly by: Actor; readonly rules: AccessRules; readonly now: Instant },
): AccessAnswered {
  const refused = refusalOfAnswer(request, answer, by, now)
  if (refused !== null) return { kind: 'refused', code: refused }
  if (answer === 'withdraw') return { kind: 'withdrawn', request: { ...request, state: 'withdrawn' } }
  if (answer === 'decline') return { kind: 'declined', request: { ...request, state: 'declined' } }
  const approvedBy = [...request.approvedBy, by.personId]
  const needed = request.rights === null ? rules.approversForCustomers : rules.approversForRights
  if (approvedBy.length < needed) return { kind: 'waits', request: { ...request, approvedBy } }
  // The rules may have become stricter since it was asked.
  const hours =
    request.rights === null || request.hours === null ? request.hours : Math.min(request.hours, mostHoursFor(request.rights, rules))
  const until = hours === null ? null : later(now, hours * hourMs)
  return { kind: 'granted', request: { ...request, state: 'granted', approvedBy, hours }, until }
}

/** What it is at that instant: nobody answered in time. */
export function stateOfAccessRequest({ state, askedAt }: AccessRequest, now: Instant): AccessRequest['state'] | 'lapsed' {
  return state === 'open' && isOver(later(askedAt, openForMs), now) ? 'lapsed' : state
}

function refusalOfAnswer(request: AccessRequest, answer: 'approve' | 'decline' | 'withdraw', by: Actor, now: Instant): RefusalCode | null {
  const isOwn = by.personId === request.personId
  if (answer === 'withdraw' ? !isOwn : !mayDo('assign', by)) return 'not_entitled'
  if (answer !== 'withdraw' && isOwn) return 'asker_cannot_answer'
  const state = stateOfAccessRequest(request, now)
  if (state === 'lapsed') return 'request_expired'
  return state !== 'open' || (answer === 'approve' && request.approvedBy.includes(by.personId)) ? 'already_answered' : null
}

const areHours = (hours: number, most: number): boolean => Number.isInteger(hours) && hours >= 1 && hours <= most
