// A set of granted rights: closed over what each right needs, compared, and reduced.

import { type Family, familyViewNeeded, type RightId, rightIds, rightOf, viewOf } from './catalogue.ts'
import { covers, type FindProduct, type GrantedRight } from './scope.ts'

/**
 * The rights, and what they need on the same scope. `product.delete` on all products needs nothing more: it reaches
 * wherever a `view` reaches, so that it never opens a family the customer left closed.
 */
export function closeOverNeeds(rights: readonly GrantedRight[], findProduct: FindProduct): readonly GrantedRight[] {
  return withoutRepetition(
    rights.flatMap((granted) => [granted, ...neededBy(granted, findProduct)]),
    findProduct,
  )
}

/** The fewest rows that say the same: none is included in another. */
export function withoutRepetition(rights: readonly GrantedRight[], findProduct: FindProduct): readonly GrantedRight[] {
  return rights.filter((granted, index) => !rights.some((other, at) => at !== index && replaces(other, granted, at < index, findProduct)))
}

/** The rights without one of them, and without everything that needs it: no `view`, nothing of the family. */
export function withoutRight(rights: readonly GrantedRight[], id: RightId, findProduct: FindProduct): readonly GrantedRight[] {
  return rights.filter((granted) => granted.right !== id && !neededBy(granted, findProduct).some(({ right }) => right === id))
}

/** What is left without some of them. */
export function withoutRights(
  rights: readonly GrantedRight[],
  dropped: readonly RightId[],
  findProduct: FindProduct,
): readonly GrantedRight[] {
  return dropped.reduce((left, right) => withoutRight(left, right, findProduct), rights)
}

/** The rights whose needs are in the set, too; the others fall away. */
export function dropUnsupported<Row extends GrantedRight>(rights: readonly Row[], findProduct: FindProduct): readonly Row[] {
  return rights.filter((granted) => isSupported(granted, rights, findProduct))
}

/** Whether every right a right needs is in the set, on the same scope. */
export function isSupported(granted: GrantedRight, rights: readonly GrantedRight[], findProduct: FindProduct): boolean {
  if (granted.right === familyViewNeeded && granted.scope.kind === 'all') return rights.some(({ right }) => isFamilyView(right))
  return neededBy(granted, findProduct).every((needed) => isCovered(needed, rights, findProduct))
}

/** Whether one row of the set includes this right on this scope. */
export function isCovered(granted: GrantedRight, rights: readonly GrantedRight[], findProduct: FindProduct): boolean {
  return rights.some(({ right, scope }) => right === granted.right && covers(right, scope, granted.scope, findProduct))
}

/** The rights of one set that the other does not include. */
export function notIn<Row extends GrantedRight>(
  rights: readonly Row[],
  others: readonly GrantedRight[],
  find: FindProduct,
): readonly Row[] {
  return rights.filter((granted) => !isCovered(granted, others, find))
}

/** Which rights occur, each once, in the order of the catalogue. */
export function rightsIn(rights: readonly { readonly right: RightId }[]): readonly RightId[] {
  const present = new Set(rights.map(({ right }) => right))
  return rightIds.filter((id) => present.has(id))
}

/** Rights by id, closed over their needs as far as these can be told without a scope: what an assignment may name. */
export function withNeeds(ids: readonly RightId[]): readonly RightId[] {
  const needed = new Set(ids.flatMap((id) => [id, ...rightOf(id).needs]))
  return rightIds.filter((id) => needed.has(id))
}

function neededBy({ right, scope }: GrantedRight, findProduct: FindProduct): readonly GrantedRight[] {
  if (right !== familyViewNeeded) return rightOf(right).needs.map((needed) => ({ right: needed, scope }))
  const family = familyOfScope(scope, findProduct)
  return family === undefined ? [] : [{ right: viewOf(family), scope }]
}

function familyOfScope(scope: GrantedRight['scope'], findProduct: FindProduct): Family | undefined {
  if (scope.kind === 'family') return scope.family
  return scope.kind === 'product' ? findProduct(scope.productId)?.family : undefined
}

function replaces(wide: GrantedRight, narrow: GrantedRight, isEarlier: boolean, findProduct: FindProduct): boolean {
  return isCovered(narrow, [wide], findProduct) && (isEarlier || !isCovered(wide, [narrow], findProduct))
}

function isFamilyView(id: RightId): boolean {
  const { family, access } = rightOf(id)
  return family !== null && access === 'view'
}
