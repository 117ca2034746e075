// What of a list of rights somebody has not granted yet, when it is asked of many at once.

import type { RightId } from './catalogue.ts'
import type { RequestedRight } from './scope.ts'

/** Without the rights that are in force on anything, where the customer chooses on what; all others are compared by their scope elsewhere. */
export function difference(asked: readonly RequestedRight[], inForce: readonly { readonly right: RightId }[]): readonly RequestedRight[] {
  const held = new Set(inForce.map(({ right }) => right))
  return asked.filter(({ right, scope }) => scope.kind !== 'customer_chooses' || !held.has(right))
}
