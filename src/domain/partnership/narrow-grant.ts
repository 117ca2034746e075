// Fewer rights, or a nearer end: never more than before, whoever asks for it.

import { dropUnsupported, notIn, withoutRepetition } from '../rights/rights-set.ts'
import { covers, type FindProduct, type GrantedRight, reaches } from '../rights/scope.ts'
import { earliest, isLater } from '../time.ts'
import type { Grant, RightInForce } from './grant.ts'
import { hasFuture, type NextVersion, type Surroundings } from './grant-version.ts'
import { type EndTerm, isSameEnd, periodOf, refusalOfTerms } from './terms.ts'

export type Narrowing = { readonly keep: readonly GrantedRight[]; readonly end: EndTerm | null }

/**
 * The grant with only the rights to keep, for no longer than before; `end` null leaves the end as it is. Whatever needs something
 * that went, goes too. Refusals: `enlarges`, `nothing_changed`, and those of the terms.
 */
export function narrowGrant(grant: Grant, { keep, end }: Narrowing, around: Surroundings): NextVersion {
  const shortened = shorten(grant, end, around)
  if (shortened.kind === 'refused') return shortened
  const wanted = withoutRepetition(keep, around.findProduct)
  const kept = wanted.map((right) => keptFrom(grant, right, around)).filter((right) => right !== undefined)
  if (kept.length < wanted.length) return { kind: 'refused', code: 'enlarges' }
  const rights = dropUnsupported(kept, around.findProduct)
  const isShorter = isLater(grant.notAfter, shortened.grant.notAfter)
  if (!isShorter && notIn(grant.rights, rights, around.findProduct).length === 0) return { kind: 'refused', code: 'nothing_changed' }
  const { notAfter } = shortened.grant
  const clipped = rights.map((right) => ({ ...right, notAfter: earliest(right.notAfter, notAfter) }))
  return { kind: 'done', grant: { ...shortened.grant, version: grant.version + 1, reason: 'narrowed', rights: clipped } }
}

/** The right to keep with the age and period of the one it comes from; undefined when nothing in force includes it. */
function keptFrom(grant: Grant, wanted: GrantedRight, { now, findProduct }: Surroundings): RightInForce | undefined {
  const from = grant.rights.find((row) => row.right === wanted.right && includes(row, wanted, findProduct))
  if (from === undefined) return undefined
  const grantedAt = hasFuture(from.scope) && !hasFuture(wanted.scope) ? now : from.grantedAt
  return { ...from, scope: wanted.scope, grantedAt }
}

function includes(row: RightInForce, wanted: GrantedRight, findProduct: FindProduct): boolean {
  if (wanted.scope.kind !== 'product' || row.scope.kind === 'product') return covers(row.right, row.scope, wanted.scope, findProduct)
  const product = findProduct(wanted.scope.productId)
  return product !== undefined && reaches(row, product)
}

function shorten(grant: Grant, end: EndTerm | null, { now, calendar }: Surroundings): NextVersion {
  if (end === null || isSameEnd(end, grant.terms.end)) return { kind: 'done', grant }
  const terms = { ...grant.terms, end }
  const code = refusalOfTerms(terms, now, calendar)
  if (code !== null) return { kind: 'refused', code }
  const { notAfter } = periodOf(terms, now, calendar)
  return isLater(notAfter, grant.notAfter) ? { kind: 'refused', code: 'enlarges' } : { kind: 'done', grant: { ...grant, terms, notAfter } }
}
