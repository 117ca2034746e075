// A version of a grant: the first one, and one the customer wrote anew. See add-to-grant and narrow-grant for the other two.

import type { PersonId, ProposalId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import { isSensitive } from '../rights/catalogue.ts'
import { closeOverNeeds, isCovered, notIn } from '../rights/rights-set.ts'
import { type FindProduct, type GrantedRight, isSameScope, type Scope } from '../rights/scope.ts'
import { type Calendar, earliest, type Instant, isLater, isOver, latest, type Period } from '../time.ts'
import type { Grant, RightInForce } from './grant.ts'
import { isSameEnd, isSameTerms, periodOf, plainTerms, refusalOfTerms, sensitivePeriod, type Terms } from './terms.ts'

/** What a legal representative of the customer grants. */
export type Granting = {
  readonly rights: readonly GrantedRight[]
  readonly terms: Terms
  readonly grantedBy: PersonId
  readonly proposalId: ProposalId | null
}

/** What must be known of the world outside: the time, the days of the organisation's zone, and the products that are named. */
export type Surroundings = { readonly now: Instant; readonly calendar: Calendar; readonly findProduct: FindProduct }

export type NextVersion = { readonly kind: 'done'; readonly grant: Grant } | { readonly kind: 'refused'; readonly code: RefusalCode }

/** Version 1. Refusals: those of the terms; `nothing_granted`, where of the rights that somebody else held all are over. */
export function firstGrant(granting: Granting, around: Surroundings): NextVersion {
  const { now, calendar, findProduct } = around
  const code = refusalOfTerms(granting.terms, now, calendar)
  if (code !== null) return { kind: 'refused', code }
  const { grantedBy, proposalId } = granting
  const period = periodOf(granting.terms, now, calendar)
  const rights =
    heldIn(granting, period, around) ?? closeOverNeeds(granting.rights, findProduct).map((right) => begin(right, period, around))
  if (granting.terms.held !== undefined && rights.length === 0) return { kind: 'refused', code: 'nothing_granted' }
  const terms = plainTerms(granting.terms)
  return { kind: 'done', grant: { ...period, version: 1, reason: 'granted', terms, rights, grantedBy, grantedAt: now, proposalId } }
}

/**
 * The grant as the customer wants it from now on. A right that stays as it was keeps its age and its end, unless the whole
 * grant is extended or `renew` says that sensitive rights begin their 12 months again. Refusals: those of the terms, `nothing_changed`.
 */
export function changeGrant(grant: Grant, granting: Granting & { readonly renew: boolean }, around: Surroundings): NextVersion {
  const { terms, grantedBy, proposalId, renew } = granting
  const { now } = around
  const code = refusalOfTerms(terms, now, around.calendar)
  if (code !== null) return { kind: 'refused', code }
  const wanted = closeOverNeeds(granting.rights, around.findProduct)
  if (!renew && isSameTerms(terms, grant.terms) && isSame(grant, wanted, around)) return { kind: 'refused', code: 'nothing_changed' }
  const { notBefore, notAfter } = changedPeriod(grant, terms, around)
  const isExtended = isLater(notAfter, grant.notAfter)
  const rights = wanted
    .map((right) => begin(right, { notBefore, notAfter }, around))
    .map((begun) => stay(findRow(grant.rights, begun, now), begun, isExtended || renew))
  const reason = isExtended || renew ? 'extended' : 'changed'
  return {
    kind: 'done',
    grant: { version: grant.version + 1, reason, terms, rights, grantedBy, grantedAt: now, proposalId, notBefore, notAfter },
  }
}

/** The rights that are passed on as they are held: with their age, begun and over no other day; what is over meanwhile is left out. */
function heldIn({ rights, terms: { held } }: Granting, period: Period, around: Surroundings): readonly RightInForce[] | undefined {
  return held
    ?.filter((row) => !isOver(row.notAfter, around.now) && isCovered(row, rights, around.findProduct))
    .map((row) => ({ row, begun: begin(row, period, around) }))
    .map(({ row: { grantedAt, notBefore, notAfter }, begun }) => ({
      ...begun,
      ...{ grantedAt, notBefore: latest(notBefore, begun.notBefore), notAfter: earliest(notAfter, begun.notAfter) },
    }))
}

/** A right as it begins: within the period of its grant, and with an end when it is sensitive. */
export function begin({ right, scope }: GrantedRight, period: Period, { now, calendar }: Omit<Surroundings, 'findProduct'>): RightInForce {
  const { notBefore, notAfter } = isSensitive(right) ? sensitivePeriod(period, now, calendar) : period
  return { right, scope, notBefore, notAfter, grantedAt: now }
}

/** The row of this right on the same scope, unless it is over. */
export function findRow(rights: readonly RightInForce[], { right, scope }: GrantedRight, now: Instant): RightInForce | undefined {
  return rights.find((row) => row.right === right && isSameScope(row.scope, scope) && !isOver(row.notAfter, now))
}

/** Whether a scope includes what is created later. */
export function hasFuture(scope: Scope): boolean {
  return (scope.kind === 'all' || scope.kind === 'family') && scope.future
}

function stay(before: RightInForce | undefined, begun: RightInForce, isExtended: boolean): RightInForce {
  if (before === undefined) return begun
  const grantedAt = hasFuture(before.scope) === hasFuture(begun.scope) ? before.grantedAt : begun.grantedAt
  const notAfter = isExtended ? begun.notAfter : earliest(before.notAfter, begun.notAfter)
  return { ...begun, grantedAt, notBefore: before.notBefore, notAfter }
}

function changedPeriod(grant: Grant, terms: Terms, { now, calendar }: Surroundings): Period {
  const { notBefore, notAfter } = periodOf(terms, now, calendar)
  const isStartKept = terms.startsOn === grant.terms.startsOn || grant.notBefore <= now
  return {
    notBefore: isStartKept ? grant.notBefore : notBefore,
    notAfter: isSameEnd(terms.end, grant.terms.end) ? grant.notAfter : notAfter,
  }
}

function isSame(grant: Grant, wanted: readonly GrantedRight[], { now, findProduct }: Surroundings): boolean {
  const current = grant.rights.filter(({ notAfter }) => !isOver(notAfter, now))
  return notIn(wanted, current, findProduct).length === 0 && notIn(current, wanted, findProduct).length === 0
}
