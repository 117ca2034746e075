// The partner's customers at a glance: how many are in which state, end in which week, and were visited when.
import { z } from 'zod'
import { customerStatuses } from '../../domain/managed-customer.ts'
import { visitedFilters } from './contract.ts'

const count = z.int().nonnegative()

/** GET /api/o/{organisation}/customers/overview: each number is what the list leaves under the filters that it names. */
export const getCustomersOverview = {
  params: z.strictObject({ organisation: z.uuid() }),
  answer: z.strictObject({
    /** By `status`. */
    statuses: z.partialRecord(z.enum(customerStatuses), count),
    /** By `toCheck`. */
    toCheck: count,
    /** The next twelve weeks, by `endsFrom` and `endsTo`: the first and the last day of each. */
    ending: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), count })),
    /** Active customers by `visited`. */
    visited: z.record(z.enum(visitedFilters), count),
  }),
  summary: 'Customers of the partner by state, by the week in which they end, and by the last visit',
}
