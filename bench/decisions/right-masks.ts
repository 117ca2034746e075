// The rights of the catalogue as bits, and what a question about one needs to know of it: what engines with columns have in common.
import { families, familyViewNeeded, type RightId, rightIds, rightsCatalogue, viewOf } from '../../src/domain/rights/catalogue.ts'

/** One for each right, in the catalogue's order. */
export type RightFacts = {
  readonly id: RightId
  readonly bit: number
  /** Index into `families`; -1 when the right is of none. */
  readonly family: number
  /** Whether the view of the product's family must be there too. */
  readonly needsView: boolean
  readonly sensitive: boolean
  readonly ofProducts: boolean
}

export const rightFacts: readonly RightFacts[] = rightsCatalogue.map(({ id, family, needs, sensitive, level }) => ({
  id,
  bit: bitOf(id),
  family: family === null ? -1 : families.indexOf(family),
  needsView: needs.length > 0 || id === familyViewNeeded,
  sensitive: sensitive !== null,
  ofProducts: level === 'product',
}))

export const factsOfRight: ReadonlyMap<string, RightFacts> = new Map(rightFacts.map((facts) => [facts.id, facts]))
export const productRights: readonly RightFacts[] = rightFacts.filter(({ ofProducts }) => ofProducts)
/** The view of each family, in the order of `families`. */
export const viewBits: readonly number[] = families.map((family) => bitOf(viewOf(family)))
export const allRights = maskOf(rightIds)

export function bitOf(right: RightId): number {
  return 1 << rightIds.indexOf(right)
}

export function maskOf(rights: readonly RightId[]): number {
  return rights.reduce((mask, right) => mask | bitOf(right), 0)
}

export function rightsIn(mask: number): readonly RightId[] {
  return rightIds.filter((right) => (mask & bitOf(right)) !== 0)
}
