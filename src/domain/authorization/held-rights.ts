// Everything a person holds in one place right now, as rights on scopes: what menus and lists are made from.

import type { RightInForce } from '../partnership/grant.ts'
import { rightsEffective } from '../partnership/partnership.ts'
import { isSensitive, type RightId, rightIds, rightOf } from '../rights/catalogue.ts'
import type { GrantedRight } from '../rights/scope.ts'
import { type Instant, instant } from '../time.ts'
import { isAssigned } from './asked.ts'
import { decide } from './decide.ts'
import type { Facts } from './facts.ts'
import { rightsOfRole } from './own-rights.ts'
import type { Question } from './question.ts'

/** A right as it is held; `grantedAt` is what `reaches` needs to leave out later products. */
export type HeldRight = GrantedRight & Pick<RightInForce, 'grantedAt' | 'notAfter'>

/**
 * The rights this person holds where the question asks, empty when they may not even be there. A hint for screens and the bounds of
 * lists: each act still asks `decide`, which also knows the product.
 */
export function heldRights(place: Omit<Question, 'action' | 'productId' | 'family'>, facts: Facts, now: Instant): readonly HeldRight[] {
  const question: Question = { ...place, action: 'enter' }
  if (!decide(question, facts, now).allowed) return []
  if (place.visit === undefined) return facts.membership === null ? [] : rightsOfRole(facts.membership.role).map(onEverything)
  if (facts.acting === null) return []
  const isStrong = place.standing === true || facts.session?.strength === 'two_factors'
  const held = rightsEffective(facts.acting.partnership, now)
    .filter(({ right }) => isAssigned({ question, facts, now }, right))
    .filter(({ right }) => isStrong || !isSensitive(right))
  const ids = new Set(held.map(({ right }) => right))
  return held.filter(({ right }) => rightOf(right).needs.every((needed) => ids.has(needed)))
}

/** What this person would hold besides, once the session was proven by a second factor. */
export function needingSecondFactor(
  place: Omit<Question, 'action' | 'productId' | 'family'>,
  facts: Facts,
  now: Instant,
): readonly RightId[] {
  if (facts.session === null || place.visit === undefined) return []
  const held = new Set(heldRights(place, facts, now).map(({ right }) => right))
  const proven: Facts = { ...facts, session: { ...facts.session, strength: 'two_factors' } }
  const could = new Set(heldRights(place, proven, now).map(({ right }) => right))
  return rightIds.filter((right) => could.has(right) && !held.has(right))
}

function onEverything(right: RightId): HeldRight {
  const scope = rightOf(right).level === 'organisation' ? ({ kind: 'organisation' } as const) : ({ kind: 'all', future: true } as const)
  return { right, scope, grantedAt: instant(0), notAfter: null }
}
