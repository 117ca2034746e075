// The difference between what was requested, what was granted and what is effective, right by right.

import type { RightId } from './catalogue.ts'
import { isCovered, rightsIn } from './rights-set.ts'
import type { FindProduct, GrantedRight, RequestedRight, RequestedScope, Scope } from './scope.ts'

export type DifferenceKind = 'as_requested' | 'narrower' | 'left_out' | 'added'

export type DifferenceRow = {
  readonly right: RightId
  readonly requested: readonly RequestedScope[]
  readonly required: boolean
  readonly granted: readonly Scope[]
  /** Where the right can be used now; empty when it is granted but suspended, over, not yet begun or not yet secured. */
  readonly effective: readonly Scope[]
  readonly kind: DifferenceKind
}

/** One row for each right that was requested or granted, in the order of the catalogue. */
export function difference(
  requested: readonly RequestedRight[],
  granted: readonly GrantedRight[],
  effective: readonly GrantedRight[],
  findProduct: FindProduct,
): readonly DifferenceRow[] {
  return rightsIn([...requested, ...granted]).map((right) => {
    const asked = requested.filter((row) => row.right === right)
    const given = granted.filter((row) => row.right === right)
    return {
      right,
      requested: asked.map(({ scope }) => scope),
      required: asked.some(({ required }) => required),
      granted: given.map(({ scope }) => scope),
      effective: effective.filter((row) => row.right === right).map(({ scope }) => scope),
      kind: differenceOf(asked, given, findProduct),
    }
  })
}

function differenceOf(asked: readonly RequestedRight[], given: readonly GrantedRight[], findProduct: FindProduct): DifferenceKind {
  if (asked.length === 0) return 'added'
  if (given.length === 0) return 'left_out'
  return asked.every((request) => isAnswered(request, given, findProduct)) ? 'as_requested' : 'narrower'
}

function isAnswered({ right, scope }: RequestedRight, given: readonly GrantedRight[], findProduct: FindProduct): boolean {
  return scope.kind === 'customer_chooses' ? given.length > 0 : isCovered({ right, scope }, given, findProduct)
}
