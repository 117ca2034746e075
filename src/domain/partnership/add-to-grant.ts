// More rights on a living grant: what was granted joins the version in force and restores nothing that was removed meanwhile.

import { isSensitive } from '../rights/catalogue.ts'
import { closeOverNeeds, isSupported, notIn } from '../rights/rights-set.ts'
import { type FindProduct, type GrantedRight, isSameScope, overlaps, type Scope } from '../rights/scope.ts'
import { earliest, type Instant, instant, isLater, isOver, type Period } from '../time.ts'
import type { Grant, RightInForce } from './grant.ts'
import { begin, findRow, type Granting, hasFuture, type NextVersion, type Surroundings } from './grant-version.ts'
import { isSameLimit, periodOf, refusalOfTerms, type Terms } from './terms.ts'

/**
 * The version in force and what was granted on top of it. The terms say how long the additions last, within the grant, and what
 * changes about payment (null: nothing); with `extendsGrant` the whole grant lasts until then, unless its end was brought nearer since `base`. What `base`, the version the proposal started from, held and the version in force
 * does not hold any more stays away, and so does what needs it. Refusals: those of the terms, `changed_meanwhile`.
 */
export function addToGrant(grant: Grant, granting: Granting & { readonly base: Grant | null }, around: Surroundings): NextVersion {
  const { base, grantedBy, proposalId } = granting
  const code = refusalOfTerms(granting.terms, around.now, around.calendar)
  if (code !== null) return { kind: 'refused', code }
  const additions = withoutRemoved(grant, base, closeOverNeeds(granting.rights, around.findProduct), around.findProduct)
  const lasting = extend(grant, base, granting.terms, around)
  const isSomethingAsked = granting.rights.length > 0 || granting.terms.extendsGrant === true
  if (isSomethingAsked && additions.length === 0 && lasting === grant) return { kind: 'refused', code: 'changed_meanwhile' }
  const period = within(lasting, periodOf(granting.terms, around.now, around.calendar))
  const begun = additions.map((right) => begin(right, period, around))
  const terms = withPayment(lasting.terms, base?.terms ?? null, granting.terms)
  const version = grant.version + 1
  return {
    kind: 'done',
    grant: {
      ...lasting,
      version,
      reason: 'granted',
      terms,
      rights: join(lasting.rights, begun, around.now),
      grantedBy,
      grantedAt: around.now,
      proposalId,
    },
  }
}

/**
 * The grant with a later end, and with it whatever ended together with it; sensitive rights last 12 months at most. The same grant when
 * nothing of the kind was asked, or when somebody brought the end nearer meanwhile.
 */
function extend(grant: Grant, base: Grant | null, asked: Terms, around: Surroundings): Grant {
  const { notAfter } = periodOf(asked, around.now, around.calendar)
  const isShortened = base !== null && isLater(base.notAfter, grant.notAfter)
  if (asked.extendsGrant !== true || isShortened || !isLater(notAfter, grant.notAfter)) return grant
  const period = { notBefore: grant.notBefore, notAfter }
  const rights = grant.rights.map((row) => {
    const isLastingAsLong = row.notAfter === grant.notAfter || (isSensitive(row.right) && !isOver(row.notAfter, around.now))
    const { notAfter: until } = begin(row, period, around)
    return isLastingAsLong && isLater(until, row.notAfter) ? { ...row, notAfter: until } : row
  })
  return { ...grant, notAfter, terms: { ...grant.terms, end: asked.end }, rights }
}

/** The additions without what was removed since `base`, in whole or in part, and without what needs it. */
function withoutRemoved(grant: Grant, base: Grant | null, additions: readonly GrantedRight[], find: FindProduct): readonly GrantedRight[] {
  const removed = base === null ? [] : notIn(base.rights, grant.rights, find)
  const allowed = additions.filter(
    ({ right, scope }) => !removed.some((gone) => gone.right === right && overlaps(right, gone.scope, scope, find)),
  )
  return allowed.filter((addition) => isSupported(addition, [...grant.rights, ...allowed], find))
}

function within(grant: Grant, period: Period): Period {
  return { notBefore: instant(Math.max(grant.notBefore, period.notBefore)), notAfter: earliest(grant.notAfter, period.notAfter) }
}

function join(rights: readonly RightInForce[], begun: readonly RightInForce[], now: Instant): readonly RightInForce[] {
  const joined = begun.map((right) => grow(findRow(rights, right, now), right))
  const others = rights.filter((row) => !begun.some(({ right, scope }) => row.right === right && isSameScope(row.scope, scope)))
  return [...others, ...joined]
}

/** A right that was there and is granted again: both periods in one when they touch, otherwise the one in force stays. */
function grow(before: RightInForce | undefined, begun: RightInForce): RightInForce {
  if (before === undefined) return begun
  const touches = before.notAfter === null || begun.notBefore <= before.notAfter
  const notAfter = touches && isLater(begun.notAfter, before.notAfter) ? begun.notAfter : before.notAfter
  const notBefore = instant(Math.min(before.notBefore, begun.notBefore))
  return { ...begun, scope: widest(before.scope, begun.scope), notBefore, notAfter }
}

function widest(one: Scope, same: Scope): Scope {
  return hasFuture(one) ? one : same
}

function withPayment(current: Terms, base: Terms | null, asked: Terms): Terms {
  const isPayerAsked = asked.payer !== null && asked.payer !== base?.payer
  const isLimitAsked = asked.spendingLimit !== null && !isSameLimit(asked.spendingLimit, base?.spendingLimit ?? null)
  const isMethodAsked = asked.paymentMethodId !== null && asked.paymentMethodId !== base?.paymentMethodId
  return {
    ...current,
    payer: isPayerAsked ? asked.payer : current.payer,
    paymentMethodId: isPayerAsked || isMethodAsked ? asked.paymentMethodId : current.paymentMethodId,
    spendingLimit: isLimitAsked ? asked.spendingLimit : current.spendingLimit,
  }
}
