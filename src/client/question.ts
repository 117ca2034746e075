// What a console asks and what it is told: questions and decisions in the words of this package, and how they are written for AuthZEN.
import type { Giver, MissingCode } from '../domain/authorization/decision.ts'
import type { Role } from '../domain/organisation.ts'
import type { Scope } from '../domain/rights/scope.ts'

/** On what something would be done. All ids are UUID texts in lower case. */
export type Resource =
  /** A product of a family that this console serves. */
  | { readonly product: string; readonly family: string }
  /** A whole organisation; `family` names that of a product to be ordered. */
  | { readonly organisation: string; readonly family?: string }
  /** A partnership, for the action `enter`. */
  | { readonly partnership: string }

/**
 * May this person do this to that, now?
 *
 * With `visit` the question is asked on behalf of a customer, in that visit and its session; with `partnership`, on behalf of a customer in no
 * visit in particular; with neither, it concerns the person's own membership in the organisation that owns the product. Never the union.
 */
export type Question = {
  /** The person's id: `sub` of the ID token, `act.sub` of a token for acting. */
  readonly person: string
  /** A right, such as `domain.manage`, or its short name within the family of the product, such as `manage`; or `enter`. */
  readonly action: string
  readonly resource: Resource
  readonly visit?: string | undefined
  readonly session?: string | undefined
  readonly partnership?: string | undefined
}

/** How an answer is to be made. */
export type Asking = {
  /**
   * `strong` (the default): as new as a look at the journal that was made after the question arrived. `bounded`: at most a second old, and
   * a little faster; for hints on screens, never for doing something.
   */
  readonly consistency?: 'strong' | 'bounded'
  /** A position of the journal that the answer must include, such as `Decision.position` of an earlier one. */
  readonly minPosition?: number
  /** Whether `because` is wanted. */
  readonly explain?: boolean
}

/** Why a decision says no (a code of Prokura's domain), `not_served` (not a question for this console) or `stale` (nobody can know now). */
export type DenialReason = MissingCode | 'not_served' | 'stale'

/** By what somebody may: a membership of their own, or a grant of the customer and what the partner assigned. Ids only. */
export type Because =
  | { readonly by: 'membership'; readonly organisation: string; readonly role: Role }
  | {
      /** The role at the partner, an assignment of one's own, or one of a team. */
      readonly by: 'role' | 'assignment' | 'team'
      readonly role: Role
      readonly partnership: string
      readonly partner: string
      readonly customer: string
      readonly grantVersion: number
      /** Null for `enter`. */
      readonly right: string | null
      readonly scope: Scope | null
      readonly visit: string | null
    }

/** An answer. A no is an answer, not an error. */
export type Decision = {
  readonly allowed: boolean
  /** `allowed`, or the first thing that is missing. */
  readonly reason: 'allowed' | DenialReason
  /** Who could give what is missing; null when allowed. */
  readonly givenBy: Giver | null
  /** When an allowed answer ends by itself, in ms since 1970 (UTC), if no fact changes before; null when nothing but a change ends it. */
  readonly validUntil: number | null
  /** The position of the journal that the answer includes; null in a batch, and when it is `stale`. */
  readonly position: number | null
  /** When the person last proved who they are, in ms since 1970, where a session is involved and is theirs; null otherwise. */
  readonly authenticatedAt: number | null
  /** The chain of reasons, when it was asked for and the answer is yes; null otherwise. */
  readonly because: Because | null
}

export type Json = Readonly<Record<string, unknown>>

/** One evaluation as AuthZEN writes it (Authorization API 1.0, section 5). */
export function inAuthZen(question: Question, asking: Asking): Json {
  const { person, action, resource } = question
  return { subject: subjectOf(person), action: { name: action }, resource: resourceOf(resource), context: contextOf(question, asking) }
}

export const subjectOf = (person: string): Json => ({ type: 'person', id: person })

export function resourceOf(resource: Resource): Json {
  if ('product' in resource) return { type: resource.family, id: resource.product }
  if ('partnership' in resource) return { type: 'partnership', id: resource.partnership }
  const { organisation, family } = resource
  return { type: 'organisation', id: organisation, ...(family === undefined ? {} : { properties: { family } }) }
}

export function contextOf(
  { visit, session, partnership }: Pick<Question, 'visit' | 'session' | 'partnership'>,
  { consistency, minPosition, explain }: Asking,
): Json {
  const context = { visit, session, partnership, consistency, min_position: minPosition, explain }
  return Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined))
}

/** A decision as AuthZEN answers it, with the context that Prokura gives. */
export function readDecision(answer: Json): Decision {
  const context = (answer['context'] ?? {}) as Json
  const allowed = answer['decision'] === true
  return {
    allowed,
    reason: allowed ? 'allowed' : ((context['reason'] ?? 'stale') as DenialReason),
    givenBy: allowed ? null : ((context['given_by'] ?? 'nobody') as Giver),
    validUntil: timeOf(context['valid_until']),
    position: typeof context['position'] === 'number' ? context['position'] : null,
    authenticatedAt: timeOf(context['authenticated_at']),
    because: context['because'] === undefined ? null : readBecause(context['because'] as Json),
  }
}

/** Nobody can know now: a no. */
export const stale: Decision = {
  allowed: false,
  reason: 'stale',
  givenBy: 'time',
  validUntil: null,
  position: null,
  authenticatedAt: null,
  because: null,
}

function readBecause({ grant_version: grantVersion, scope, ...chain }: Json): Because {
  if (chain['by'] === 'membership') return chain as Because
  return { visit: null, ...chain, grantVersion, scope: scope === null ? null : readScope(scope as Json) } as unknown as Because
}

function readScope({ kind, family, future_products: future, product }: Json): Scope {
  if (kind === 'product') return { kind, productId: product } as Scope
  return { kind, ...(family === undefined ? {} : { family }), ...(future === undefined ? {} : { future }) } as Scope
}

const timeOf = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null)
