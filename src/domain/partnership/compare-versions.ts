// Two versions of "these rights, on these terms", compared: what the later one adds, leaves out and changes, as a list for both sides to read.

import { type RightId, rightIds } from '../rights/catalogue.ts'
import { isCovered } from '../rights/rights-set.ts'
import type { FindProduct, RequestedScope, Scope } from '../rights/scope.ts'
import type { LocalDate } from '../time.ts'
import { type EndTerm, isSameEnd, isSameLimit, type Payer, type SpendingLimit, type Terms } from './terms.ts'

/** A right of a version: asked for, with its firmness and reasons, or granted. */
export type VersionRight = {
  readonly right: RightId
  readonly scope: RequestedScope
  readonly required?: boolean | undefined
  readonly reason?: string | null | undefined
  readonly withoutIt?: string | null | undefined
}

export type Version = { readonly rights: readonly VersionRight[]; readonly terms: Terms }

type OfRight = { readonly right: RightId }
type Reach = { readonly before: readonly RequestedScope[]; readonly after: readonly RequestedScope[] }
type Words = { readonly before: string | null; readonly after: string | null }

export type VersionDifference =
  | (OfRight & { readonly kind: 'added' | 'left_out'; readonly scopes: readonly RequestedScope[] })
  /** The same right, on more, fewer or other products. */
  | (OfRight & Reach & { readonly kind: 'wider' | 'narrower' | 'elsewhere' })
  | (OfRight & { readonly kind: 'now_required' | 'now_optional' })
  | (OfRight & Words & { readonly kind: 'reason' | 'without_it' })
  | { readonly kind: 'start'; readonly before: LocalDate | null; readonly after: LocalDate | null }
  | { readonly kind: 'end'; readonly before: EndTerm; readonly after: EndTerm }
  | { readonly kind: 'payer'; readonly before: Payer | null; readonly after: Payer | null }
  /** With what the customer pays; which it is, only the customer sees. */
  | { readonly kind: 'payment_method' }
  | { readonly kind: 'limit'; readonly before: SpendingLimit | null; readonly after: SpendingLimit | null }

/** What `after` makes different from `before`; empty when they say the same. Rights in the order of the catalogue, then the terms. */
export function compareVersions(before: Version, after: Version, findProduct: FindProduct): readonly VersionDifference[] {
  const rights = rightIds.flatMap((right) =>
    compareRight(right, rowsOf(before.rights, right), rowsOf(after.rights, right), (wide, narrow) =>
      includes(right, wide, narrow, findProduct),
    ),
  )
  return [...rights, ...compareTerms(before.terms, after.terms)]
}

type Includes = (wide: readonly RequestedScope[], narrow: readonly RequestedScope[]) => boolean

function compareRight(
  right: RightId,
  before: readonly VersionRight[],
  after: readonly VersionRight[],
  includesAll: Includes,
): readonly VersionDifference[] {
  const [had, has] = [scopesOf(before), scopesOf(after)]
  if (had.length === 0 && has.length === 0) return []
  if (had.length === 0) return [{ kind: 'added', right, scopes: has }]
  if (has.length === 0) return [{ kind: 'left_out', right, scopes: had }]
  return [...compareReach(right, had, has, includesAll), ...compareWords(right, before, after)]
}

function compareReach(
  right: RightId,
  before: readonly RequestedScope[],
  after: readonly RequestedScope[],
  includesAll: Includes,
): readonly VersionDifference[] {
  const [keeps, isKept] = [includesAll(after, before), includesAll(before, after)]
  if (keeps && isKept) return []
  return [{ kind: keeps ? 'wider' : isKept ? 'narrower' : 'elsewhere', right, before, after }]
}

/** Where nobody said how firmly and why, as in a grant, nothing of it has changed. */
function compareWords(right: RightId, before: readonly VersionRight[], after: readonly VersionRight[]): readonly VersionDifference[] {
  if ([...before, ...after].some(({ required }) => required === undefined)) return []
  const [wasRequired, isRequired] = [before, after].map((rows) => rows.some(({ required }) => required))
  const words = (kind: 'reason' | 'without_it', of: (row: VersionRight) => string | null | undefined): readonly VersionDifference[] => {
    const [was, is] = [firstOf(before, of), firstOf(after, of)]
    return was === is ? [] : [{ kind, right, before: was, after: is }]
  }
  return [
    ...(wasRequired === isRequired ? [] : [{ kind: isRequired ? ('now_required' as const) : ('now_optional' as const), right }]),
    ...words('reason', ({ reason }) => reason),
    ...words('without_it', ({ withoutIt }) => withoutIt),
  ]
}

function compareTerms(before: Terms, after: Terms): readonly VersionDifference[] {
  return [
    ...(before.startsOn === after.startsOn ? [] : [{ kind: 'start' as const, before: before.startsOn, after: after.startsOn }]),
    ...(isSameEnd(before.end, after.end) ? [] : [{ kind: 'end' as const, before: before.end, after: after.end }]),
    ...(before.payer === after.payer ? [] : [{ kind: 'payer' as const, before: before.payer, after: after.payer }]),
    ...(before.payer === after.payer && before.paymentMethodId !== after.paymentMethodId ? [{ kind: 'payment_method' as const }] : []),
    ...(isSameLimit(before.spendingLimit, after.spendingLimit)
      ? []
      : [{ kind: 'limit' as const, before: before.spendingLimit, after: after.spendingLimit }]),
  ]
}

/**
 * The whole that a question on a living partnership asks for: what is in force, what it adds, and what it says about the end and
 * about payment; where it says nothing, things stay as they are.
 */
export function withAsked(inForce: Version, asked: Version, findProduct: FindProduct): Version {
  const { extendsGrant, end, payer, paymentMethodId, spendingLimit } = asked.terms
  const rights = inForce.rights.filter(({ right, scope }) => !isAmong(asked.rights, right, scope, findProduct))
  return {
    rights: [...rights, ...asked.rights],
    terms: {
      ...inForce.terms,
      end: extendsGrant ? end : inForce.terms.end,
      payer: payer ?? inForce.terms.payer,
      paymentMethodId: payer === null ? inForce.terms.paymentMethodId : paymentMethodId,
      spendingLimit: spendingLimit ?? inForce.terms.spendingLimit,
    },
  }
}

function isAmong(rights: readonly VersionRight[], right: RightId, scope: RequestedScope, findProduct: FindProduct): boolean {
  return includes(right, scopesOf(rowsOf(rights, right)), [scope], findProduct)
}

const rowsOf = (rights: readonly VersionRight[], right: RightId): readonly VersionRight[] => rights.filter((row) => row.right === right)
const scopesOf = (rows: readonly VersionRight[]): readonly RequestedScope[] => rows.map(({ scope }) => scope)
const firstOf = (rows: readonly VersionRight[], of: (row: VersionRight) => string | null | undefined): string | null =>
  rows.map(of).find((text) => text !== null && text !== undefined) ?? null

/** "The customer chooses" is what it is: nothing wider than what was chosen, and nothing narrower. */
function includes(right: RightId, wide: readonly RequestedScope[], narrow: readonly RequestedScope[], findProduct: FindProduct): boolean {
  const isOpen = (scopes: readonly RequestedScope[]) => scopes.some(({ kind }) => kind === 'customer_chooses')
  if (isOpen(wide) || isOpen(narrow)) return true
  const concrete = wide.flatMap((scope) => (scope.kind === 'customer_chooses' ? [] : [{ right, scope }]))
  return narrow.every((scope) => isCovered({ right, scope: scope as Scope }, concrete, findProduct))
}
