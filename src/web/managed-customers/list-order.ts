// What a press on the head of a column makes of the order: alone it begins anew, with Shift it is added behind what decides already.
import { type CustomerSort, type OrderTerm, ordersMax } from '../../server/managed-customers/contract.ts'

const turned = ({ by, direction }: OrderTerm): OrderTerm => ({ by, direction: direction === 'ascending' ? 'descending' : 'ascending' })

/** Ascending, then descending; added to others, a third press takes it out again. */
export function orderAfter(order: readonly OrderTerm[], by: CustomerSort, isAdded: boolean): readonly OrderTerm[] {
  const now = order.find((term) => term.by === by)
  if (!isAdded) return [order.length === 1 && now ? turned(now) : { by, direction: 'ascending' }]
  if (!now) return [...order, { by, direction: 'ascending' as const }].slice(-ordersMax)
  if (now.direction === 'ascending' || order.length === 1) return order.map((term) => (term === now ? turned(term) : term))
  return order.filter((term) => term !== now)
}
