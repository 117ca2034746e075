// Rights being picked for a request: which, how firmly, and why. What a right needs comes along, and goes when it goes.
import { widestScope } from '../../domain/rights/asked-rights.ts'
import { type Family, families, type RightId, rightIds, rightOf } from '../../domain/rights/catalogue.ts'
import { withNeeds } from '../../domain/rights/rights-set.ts'
import type { RequestedRight, RequestedScope } from '../../domain/rights/scope.ts'

export type Picked = {
  readonly required: boolean
  readonly reason: string
  /** What stops working without it. */
  readonly withoutIt: string
  readonly scopes: readonly RequestedScope[]
}
export type Picking = Readonly<Partial<Record<RightId, Picked>>>

export type RightGroup = { readonly id: Family | 'organisation' | 'billing' | 'product'; readonly rights: readonly RightId[] }

/** The rights of the catalogue by the matter they are about, without those left out. */
export function groupsOf(offered: readonly RightId[]): readonly RightGroup[] {
  const groups: readonly RightGroup['id'][] = [...families, 'organisation', 'billing', 'product']
  return groups
    .map((id) => ({ id, rights: rightIds.filter((right) => offered.includes(right) && groupOf(right) === id) }))
    .filter(({ rights }) => rights.length > 0)
}

/** `has`: what is in force already and need not be asked for again. */
export function withRight(picking: Picking, right: RightId, has: readonly RightId[]): Picking {
  const added = withNeeds([right]).filter((needed) => !has.includes(needed) && picking[needed] === undefined)
  return { ...picking, ...Object.fromEntries(added.map((one) => [one, fresh(one)])) }
}

/** Without a right, what needs it makes no sense either. */
export function withoutRight(picking: Picking, right: RightId): Picking {
  const left = pickedIn(picking).filter((one) => !withNeeds([one]).includes(right))
  return Object.fromEntries(left.map((one) => [one, picking[one]]))
}

export function change(picking: Picking, right: RightId, changed: Partial<Picked>): Picking {
  return { ...picking, [right]: { ...(picking[right] ?? fresh(right)), ...changed } }
}

export function pickedIn(picking: Picking): readonly RightId[] {
  return rightIds.filter((right) => picking[right] !== undefined)
}

/** Several scopes of one right stay as they were proposed. */
export function toRequested(picking: Picking): RequestedRight[] {
  return pickedIn(picking).flatMap((right) => {
    const { required, reason, withoutIt, scopes } = picking[right] ?? fresh(right)
    return scopes.map((scope) => ({
      right,
      scope,
      required,
      reason: said(reason),
      ...(said(withoutIt) === null ? {} : { withoutIt: said(withoutIt) }),
    }))
  })
}

export function fromRequested(rights: readonly RequestedRight[]): Picking {
  const byRight = Map.groupBy(rights, ({ right }) => right)
  return Object.fromEntries([...byRight].map(([right, rows]) => [right, together(rows)]))
}

function together(rows: readonly RequestedRight[]): Picked {
  return {
    required: rows.some(({ required }) => required),
    reason: rows.find(({ reason }) => reason !== null)?.reason ?? '',
    withoutIt: rows.find(({ withoutIt }) => withoutIt)?.withoutIt ?? '',
    scopes: rows.map(({ scope }) => scope),
  }
}

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const fresh = (right: RightId): Picked => ({ required: false, reason: '', withoutIt: '', scopes: [widestScope(right)] })

function groupOf(right: RightId): RightGroup['id'] {
  const { family } = rightOf(right)
  if (family !== null) return family
  if (right.startsWith('product.')) return 'product'
  return right.startsWith('billing.') ? 'billing' : 'organisation'
}
